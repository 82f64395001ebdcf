package io.xuemeng.examples.platform.oidc;

import io.javalin.http.Context;
import io.xuemeng.examples.platform.federation.Entity;
import io.xuemeng.examples.platform.web.Browsers;
import io.xuemeng.examples.platform.web.Pages;
import io.xuemeng.examples.platform.web.Parameters;
import io.xuemeng.examples.platform.web.Secrets;
import io.xuemeng.identity.federation.EntityMetadata;
import io.xuemeng.identity.session.LogoutEndpoint;
import io.xuemeng.identity.session.LogoutRequest;
import io.xuemeng.identity.token.Verified;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where people sign out (OpenID Connect RP-Initiated Logout 1.0). A platform that brings the ID token of this very session signs its
 * person out at once, and gets the browser back at an address of its own; everybody else is asked first.
 */
final class SignOutPage {

    private static final Logger LOG = LoggerFactory.getLogger(SignOutPage.class);

    private final Entity entity;
    private final Sessions sessions;
    private final Browsers browsers;
    private final Pages pages;
    private final LogoutNotices notices;
    private final LogoutEndpoint endpoint;

    SignOutPage(Provider.Parts parts, LogoutNotices notices) {
        this.entity = parts.entity();
        this.sessions = parts.sessions();
        this.browsers = parts.browsers();
        this.pages = parts.pages();
        this.notices = notices;
        this.endpoint = LogoutEndpoint.of(parts.tokens().own(), this::addresses);
    }

    private Collection<String> addresses(String client) {
        return entity.trusted(client, EntityMetadata.OPENID_RELYING_PARTY)
                .map(metadata -> metadata.texts(EntityMetadata.OPENID_RELYING_PARTY, "post_logout_redirect_uris"))
                .orElse(List.of());
    }

    void get(Context context) {
        ask(context, Parameters.ofQuery(context));
    }

    /** The page's own form, or a platform's request. */
    void post(Context context) {
        if (context.formParam(Browsers.FIELD) == null) {
            ask(context, Parameters.ofForm(context));
        } else if (browsers.isOwnForm(context)) {
            sessions.end(context).ifPresent(notices::sessionEnded);
            pages.say(context, 200, "signedOut");
        } else {
            pages.say(context, 403, "wrongForm");
        }
    }

    private void ask(Context context, Optional<Map<String, String>> parameters) {
        Verified<LogoutRequest> verified = parameters.map(endpoint::verify).orElse(null);
        if (verified == null || !verified.isAccepted()) {
            if (verified != null) {
                LOG.atWarn().addKeyValue("findings", verified.findings()).log("a request to sign out was refused");
            }
            pages.say(context, 400, "wrongRequest");
            return;
        }
        LogoutRequest request = verified.orElseThrow();
        Optional<OwnSession> session = sessions.of(context);
        @Nullable String named = request.session();
        boolean itsOwn = named != null
                && session.map(one -> Secrets.same(one.sid(), named)).orElse(false);
        if (session.isPresent() && !itsOwn) {
            pages.show(context, 200, "signout", Map.of("csrf", browsers.proof(context)));
            return;
        }
        sessions.end(context).ifPresent(notices::sessionEnded);
        @Nullable URI returnTo = request.returnTo();
        if (returnTo == null) {
            pages.say(context, 200, "signedOut");
        } else {
            Pages.redirect(context, returnTo);
        }
    }
}
