package io.xuemeng.examples.platform.relyingparty;

import io.javalin.config.RoutesConfig;
import io.xuemeng.core.json.JsonWriter;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.examples.platform.federation.Entity;
import io.xuemeng.examples.platform.web.Browsers;
import io.xuemeng.examples.platform.web.Cookies;
import io.xuemeng.examples.platform.web.Pages;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** The relying party of this platform, put together from its endpoints. */
public final class RelyingParty {

    /** What its endpoints share. */
    record Parts(Entity entity, Issuers issuers, Cookies cookies, Browsers browsers, Pages pages, Clock clock) {}

    private final Parts parts;
    private final boolean sm2;
    private final Visits visits;
    private final FederatedSignIn signIn;
    private final SignOut signOut;
    private final Lesson lesson;

    /**
     * A relying party.
     *
     * @param sm2 whether it wants ID tokens signed with SM2
     */
    public RelyingParty(Entity entity, boolean sm2, Cookies cookies, Browsers browsers, Pages pages, Clock clock) {
        this.sm2 = sm2;
        this.parts = new Parts(entity, new Issuers(entity, sm2), cookies, browsers, pages, clock);
        this.visits = new Visits(cookies, clock);
        this.signIn = new FederatedSignIn(parts, visits);
        this.signOut = new SignOut(parts, visits);
        this.lesson = new Lesson(parts, visits);
    }

    /** Adds its endpoints to a web server. */
    public void register(RoutesConfig routes) {
        routes.get(FederatedSignIn.START, signIn::start);
        routes.get(FederatedSignIn.CALLBACK, signIn::callback);
        routes.post(Lesson.PATH, lesson::complete);
        routes.post(SignOut.PATH, signOut::signOut);
        routes.get(SignOut.DONE, signOut::done);
        routes.post(SignOut.BACK_CHANNEL, signOut::backChannel);
    }

    /** Its metadata, for the federation (OpenID Connect Dynamic Client Registration 1.0, 2). */
    public RawJson metadata() {
        Entity entity = parts.entity();
        return RawJson.written(out -> {
            out.startObject()
                    .member("client_name", entity.settings().name())
                    .member("subject_type", "pairwise")
                    .member("token_endpoint_auth_method", "private_key_jwt")
                    .member("id_token_signed_response_alg", sm2 ? "SGD_SM3_SM2" : "ES256")
                    .member("initiate_login_uri", entity.address(FederatedSignIn.START))
                    .member("backchannel_logout_uri", entity.address(SignOut.BACK_CHANNEL))
                    .member("backchannel_logout_session_required", true)
                    .member(
                            "jwks",
                            RawJson.of(new String(
                                    Entity.keySet(entity.keys().client()).toJson(), StandardCharsets.UTF_8)));
            list(out, "redirect_uris", entity.address(FederatedSignIn.CALLBACK));
            list(out, "post_logout_redirect_uris", entity.address(SignOut.DONE));
            list(out, "response_types", "code");
            list(out, "grant_types", "authorization_code");
            list(out, "client_registration_types", "automatic");
            out.endObject();
        });
    }

    private static void list(JsonWriter out, String name, String only) {
        out.name(name).startArray().value(only).endArray();
    }

    /** Who of other platforms is signed in. */
    public Visits visits() {
        return visits;
    }
}
