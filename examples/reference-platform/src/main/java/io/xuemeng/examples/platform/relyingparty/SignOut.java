package io.xuemeng.examples.platform.relyingparty;

import io.javalin.http.Context;
import io.xuemeng.examples.platform.federation.Entity;
import io.xuemeng.examples.platform.web.Browsers;
import io.xuemeng.examples.platform.web.Pages;
import io.xuemeng.examples.platform.web.Parameters;
import io.xuemeng.examples.platform.web.Secrets;
import io.xuemeng.identity.session.LogoutEndpoint;
import io.xuemeng.identity.token.LogoutToken;
import io.xuemeng.identity.token.TokenVerifier;
import io.xuemeng.identity.token.Verified;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The two ways out: the person signs out here, and is sent to do so at home as well; or the home platform says that the session is over
 * (OpenID Connect RP-Initiated Logout 1.0 and Back-Channel Logout 1.0).
 */
final class SignOut {

    static final String PATH = "/visit/signout";
    static final String DONE = "/visit/signed-out";
    static final String BACK_CHANNEL = "/visit/backchannel-logout";

    private static final Logger LOG = LoggerFactory.getLogger(SignOut.class);

    private final Entity entity;
    private final Visits visits;
    private final Issuers issuers;
    private final Browsers browsers;
    private final Pages pages;

    SignOut(RelyingParty.Parts parts, Visits visits) {
        this.entity = parts.entity();
        this.visits = visits;
        this.issuers = parts.issuers();
        this.browsers = parts.browsers();
        this.pages = parts.pages();
    }

    void signOut(Context context) {
        if (!browsers.isOwnForm(context)) {
            pages.say(context, 403, "wrongForm");
            return;
        }
        Optional<Visit> visit = visits.end(context);
        @Nullable URI address = visit.map(Visit::signOutAddress).orElse(null);
        if (address == null) {
            done(context);
            return;
        }
        // Nothing depends on the state: coming back shows a sentence, whoever sent the browser.
        Pages.redirect(
                context,
                LogoutEndpoint.address(
                        address, visit.orElseThrow().idToken(), URI.create(entity.address(DONE)), Secrets.random()));
    }

    void done(Context context) {
        pages.say(context, 200, "signedOut");
    }

    void backChannel(Context context) {
        Pages.secureAnswer(context);
        String token = Parameters.ofForm(context).orElse(Map.of()).getOrDefault("logout_token", "");
        // Only issuers of people who are here are listened to: nobody else makes this platform fetch anything.
        Optional<Issuer> issuer =
                TokenVerifier.claimedIssuer(token).filter(visits::anyOf).flatMap(issuers::trusted);
        Verified<LogoutToken> verified =
                issuer.map(known -> issuers.verifier(known).verifyLogout(token)).orElse(null);
        if (verified == null || !verified.isAccepted()) {
            LOG.atWarn()
                    .addKeyValue("findings", verified == null ? "" : verified.findings())
                    .log("a logout token was refused");
            context.status(400).contentType("application/json").result("{\"error\":\"invalid_request\"}");
            return;
        }
        int ended = visits.end(verified.orElseThrow());
        LOG.atInfo().addKeyValue("ended", ended).log("an issuer signed somebody out");
        context.status(200);
    }
}
