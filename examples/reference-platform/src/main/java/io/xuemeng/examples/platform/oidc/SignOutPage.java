package io.xuemeng.examples.platform.oidc;

import io.javalin.http.Context;
import io.xuemeng.examples.platform.federation.BusyException;
import io.xuemeng.examples.platform.federation.Entity;
import io.xuemeng.examples.platform.web.Browsers;
import io.xuemeng.examples.platform.web.Expiring;
import io.xuemeng.examples.platform.web.Pages;
import io.xuemeng.examples.platform.web.Parameters;
import io.xuemeng.examples.platform.web.Secrets;
import io.xuemeng.identity.federation.EntityMetadata;
import io.xuemeng.identity.session.LogoutEndpoint;
import io.xuemeng.identity.session.LogoutRequest;
import io.xuemeng.identity.token.Verified;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where people sign out (OpenID Connect RP-Initiated Logout 1.0). A platform that brings the ID token of this very session signs its
 * person out at once, and gets the browser back at an address of its own; everybody else is asked first, and goes back after that.
 * Signing out does not depend on whether that address can be looked up.
 */
final class SignOutPage {

    private static final Logger LOG = LoggerFactory.getLogger(SignOutPage.class);

    /** The field and the parameter under which the page finds again where the person came from. */
    private static final String REQUEST = "request";

    private static final int CAPACITY = 100_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /**
     * A way back that waits for somebody to answer.
     *
     * @param browser in which the request came, by the proof for its forms
     */
    private record WayBack(URI address, String browser) {}

    private final Entity entity;
    private final Sessions sessions;
    private final Browsers browsers;
    private final Pages pages;
    private final LogoutNotices notices;
    private final LogoutEndpoint endpoint;
    private final Expiring<WayBack> waiting;

    SignOutPage(Provider.Parts parts, LogoutNotices notices) {
        this.entity = parts.entity();
        this.sessions = parts.sessions();
        this.browsers = parts.browsers();
        this.pages = parts.pages();
        this.notices = notices;
        this.waiting = new Expiring<>(CAPACITY, PATIENCE, parts.clock());
        this.endpoint = LogoutEndpoint.of(parts.tokens().own(), this::addresses);
    }

    private Collection<String> addresses(String client) {
        return entity.trusted(client, EntityMetadata.OPENID_RELYING_PARTY)
                .map(metadata -> metadata.texts(EntityMetadata.OPENID_RELYING_PARTY, "post_logout_redirect_uris"))
                .orElse(List.of());
    }

    void get(Context context) {
        @Nullable String asked = context.queryParam(REQUEST);
        if (asked == null) {
            take(context, Parameters.ofQuery(context));
        } else {
            ask(context, asked);
        }
    }

    /** The page's own form, or a platform's request. */
    void post(Context context) {
        if (context.formParam(Browsers.FIELD) == null) {
            take(context, Parameters.ofForm(context));
        } else if (browsers.isOwnForm(context)) {
            @Nullable String asked = context.formParam(REQUEST);
            signOut(context, asked == null ? null : wayBack(context, asked));
        } else {
            pages.say(context, 403, "wrongForm");
        }
    }

    /** A platform's request, or none: somebody opens the page. */
    private void take(Context context, Optional<Map<String, String>> parameters) {
        Verified<LogoutRequest> verified = parameters.map(this::verify).orElse(null);
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
        @Nullable URI returnTo = request.returnTo();
        if (session.isPresent() && !itsOwn) {
            ask(context, returnTo == null ? "" : waiting.add(new WayBack(returnTo, browsers.proof(context))));
        } else {
            signOut(context, returnTo);
        }
    }

    /** When it is too much just now to find out where somebody may go afterwards, they go nowhere: what matters is that they sign out. */
    private Verified<LogoutRequest> verify(Map<String, String> parameters) {
        try {
            return endpoint.verify(parameters);
        } catch (BusyException e) {
            LOG.warn("a way back after signing out was left out: {}", e.getMessage());
            Map<String, String> others = new LinkedHashMap<>(parameters);
            others.remove("post_logout_redirect_uri");
            return endpoint.verify(others);
        }
    }

    /** Asks whether to sign out; the answer to the form leads on to the platform that wants it, which the browser has to allow. */
    private void ask(Context context, String asked) {
        @Nullable URI returnTo = wayBack(context, asked);
        pages.show(
                context,
                200,
                "signout",
                Map.of("csrf", browsers.proof(context), REQUEST, asked),
                returnTo == null ? "" : returnTo.toString());
    }

    /** Where to go afterwards; null when that is nowhere, or too long ago, or was asked in another browser. */
    private @Nullable URI wayBack(Context context, String asked) {
        return waiting.find(asked)
                .filter(known -> Secrets.same(known.browser(), browsers.proof(context)))
                .map(WayBack::address)
                .orElse(null);
    }

    private void signOut(Context context, @Nullable URI returnTo) {
        sessions.end(context).ifPresent(notices::sessionEnded);
        if (returnTo == null) {
            pages.say(context, 200, "signedOut");
        } else {
            Pages.redirect(context, returnTo);
        }
    }
}
