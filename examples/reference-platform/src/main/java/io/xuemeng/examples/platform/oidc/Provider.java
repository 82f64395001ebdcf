package io.xuemeng.examples.platform.oidc;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.xuemeng.core.jose.JwkSet;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.examples.platform.account.PasswordCheck;
import io.xuemeng.examples.platform.federation.Entity;
import io.xuemeng.examples.platform.web.Browsers;
import io.xuemeng.examples.platform.web.Cookies;
import io.xuemeng.examples.platform.web.Pages;
import io.xuemeng.identity.federation.AutomaticRegistration;
import io.xuemeng.identity.keys.MemoryReplayGuard;
import java.time.Clock;

/** The issuer of this platform, put together from its endpoints. */
public final class Provider implements AutoCloseable {

    /** What its endpoints share. */
    record Parts(Entity entity, Tokens tokens, Sessions sessions, Browsers browsers, Pages pages, Clock clock) {}

    private final Parts parts;
    private final LogoutNotices notices;
    private final AuthorizationEndpoint authorization;
    private final SignInPage signIn;
    private final SignOutPage signOut;
    private final TokenEndpoint tokenEndpoint;

    /** An issuer. */
    public Provider(
            Entity entity,
            Tokens tokens,
            KnownClients knownClients,
            PasswordCheck passwords,
            Cookies cookies,
            Browsers browsers,
            Pages pages,
            Clock clock) {
        this.parts = new Parts(entity, tokens, new Sessions(cookies, clock), browsers, pages, clock);
        this.notices = new LogoutNotices(entity, tokens);
        AutomaticRegistration registration = AutomaticRegistration.forProvider(
                entity.id(), entity.verifier(), entity::resolve, MemoryReplayGuard.create());
        Codes codes = new Codes(tokens, clock);
        this.authorization = new AuthorizationEndpoint(parts, registration, codes);
        this.signIn = new SignInPage(parts, authorization, passwords, notices);
        this.signOut = new SignOutPage(parts, notices);
        this.tokenEndpoint = new TokenEndpoint(registration, knownClients, codes, tokens);
    }

    /** Adds its endpoints to a web server. */
    public void register(RoutesConfig routes) {
        Entity entity = parts.entity();
        routes.get(
                "/.well-known/openid-configuration",
                context -> document(context, ProviderMetadata.discovery(entity).text()));
        routes.get(
                ProviderMetadata.KEYS,
                context -> keys(context, Entity.keySet(entity.keys().provider())));
        routes.get(
                ProviderMetadata.SM2_KEYS,
                context -> keys(context, Entity.keySet(entity.keys().providerSm2())));
        routes.get(ProviderMetadata.AUTHORIZE, authorization::handle);
        routes.post(ProviderMetadata.AUTHORIZE, authorization::handle);
        routes.post(ProviderMetadata.TOKEN, tokenEndpoint::handle);
        UserInfoEndpoint userInfo = new UserInfoEndpoint(parts.tokens());
        routes.get(ProviderMetadata.USER_INFO, userInfo::handle);
        routes.post(ProviderMetadata.USER_INFO, userInfo::handle);
        routes.get(SignInPage.PATH, signIn::show);
        routes.post(SignInPage.PATH, signIn::submit);
        routes.get(ProviderMetadata.SIGN_OUT, signOut::get);
        routes.post(ProviderMetadata.SIGN_OUT, signOut::post);
    }

    private static void document(Context context, String json) {
        context.contentType("application/json")
                .header("Cache-Control", "public, max-age=600")
                .result(json);
    }

    private static void keys(Context context, JwkSet keys) {
        context.contentType("application/jwk-set+json")
                .header("Cache-Control", "public, max-age=600")
                .result(keys.toJson());
    }

    /** Its metadata, for the federation. */
    public RawJson metadata() {
        return ProviderMetadata.federation(parts.entity());
    }

    /** Who of its own people is signed in. */
    public Sessions sessions() {
        return parts.sessions();
    }

    /** Lets the notices that somebody signed out go out. */
    @Override
    public void close() {
        notices.close();
    }
}
