package io.xuemeng.examples.platform.oidc;

import io.javalin.http.Context;
import io.xuemeng.examples.platform.web.Browsers;
import io.xuemeng.examples.platform.web.Expiring;
import io.xuemeng.examples.platform.web.Pages;
import io.xuemeng.examples.platform.web.Parameters;
import io.xuemeng.examples.platform.web.Secrets;
import io.xuemeng.identity.federation.AuthorizationRequest;
import io.xuemeng.identity.federation.AutomaticRegistration;
import io.xuemeng.identity.token.Verified;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes requests of other platforms to have somebody signed in (OpenID Connect Core 1.0, 3.1.2; OpenID Federation 1.0, 12.1). Only what
 * a platform of the federation signed counts; until that is certain, the browser is sent nowhere.
 */
final class AuthorizationEndpoint {

    /**
     * A request that waits for somebody to sign in.
     *
     * @param browser in which it came, by the proof for its forms
     */
    record Pending(AuthorizationRequest request, Client client, String browser) {}

    private static final Logger LOG = LoggerFactory.getLogger(AuthorizationEndpoint.class);
    private static final int CAPACITY = 100_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final String issuer;
    private final AutomaticRegistration registration;
    private final Sessions sessions;
    private final Codes codes;
    private final Tokens tokens;
    private final Browsers browsers;
    private final Pages pages;
    private final Clock clock;
    private final Expiring<Pending> waiting;

    AuthorizationEndpoint(Provider.Parts parts, AutomaticRegistration registration, Codes codes) {
        this.issuer = parts.entity().id();
        this.registration = registration;
        this.sessions = parts.sessions();
        this.codes = codes;
        this.tokens = parts.tokens();
        this.browsers = parts.browsers();
        this.pages = parts.pages();
        this.clock = parts.clock();
        this.waiting = new Expiring<>(CAPACITY, PATIENCE, clock);
    }

    /** The endpoint itself, by GET and POST. */
    void handle(Context context) {
        Map<String, String> parameters = (context.req().getMethod().equals("POST")
                        ? Parameters.ofForm(context)
                        : Parameters.ofQuery(context))
                .orElse(Map.of());
        @Nullable String requestObject = parameters.get("request");
        if (requestObject == null || parameters.containsKey("request_uri")) {
            pages.say(context, 400, "wrongRequest");
            return;
        }
        Verified<AuthorizationRequest> verified = registration.verifyRequest(requestObject);
        if (!verified.isAccepted()) {
            LOG.atWarn().addKeyValue("findings", verified.findings()).log("a request object was refused");
            pages.say(context, 400, "wrongRequest");
            return;
        }
        AuthorizationRequest request = verified.orElseThrow();
        Client client;
        try {
            client = Client.of(request.chain());
        } catch (IllegalArgumentException e) {
            LOG.atWarn().addKeyValue("client", request.client()).log("a client has metadata that do not serve here", e);
            pages.say(context, 400, "wrongRequest");
            return;
        }
        if (!request.client().equals(parameters.getOrDefault("client_id", request.client()))) {
            pages.say(context, 400, "wrongRequest");
            return;
        }
        go(context, request, client);
    }

    private void go(Context context, AuthorizationRequest request, Client client) {
        @Nullable String error = error(request, client);
        if (error != null) {
            answer(context, request, Map.of("error", error));
            return;
        }
        Pending pending = new Pending(request, client, browsers.proof(context));
        Optional<OwnSession> session = session(context, pending);
        if (session.isPresent() && session.get().hasReached(client)) {
            grant(context, pending, session.get());
        } else if (prompt(request).contains("none")) {
            answer(context, request, Map.of("error", session.isPresent() ? "consent_required" : "login_required"));
        } else {
            String key = waiting.add(pending);
            Map<String, String> parameters = new LinkedHashMap<>(Map.of("request", key));
            language(request).ifPresent(language -> parameters.put("lang", language));
            Pages.redirect(context, Parameters.append(issuer + SignInPage.PATH, parameters));
        }
    }

    private static Set<String> prompt(AuthorizationRequest request) {
        return new HashSet<>(List.of(request.parameter("prompt").orElse("").split(" ")));
    }

    /** Who is signed in already, when that is enough for a request. */
    Optional<OwnSession> session(Context context, Pending pending) {
        return prompt(pending.request()).contains("login")
                ? Optional.empty()
                : sessions.of(context).filter(session -> isFresh(session, pending.request()));
    }

    /** What is wrong with a request that may be answered, as an error code. */
    private @Nullable String error(AuthorizationRequest request, Client client) {
        if (!request.parameter("response_type").orElse("").equals("code")) {
            return "unsupported_response_type";
        }
        if (!request.parameter("response_mode").orElse("query").equals("query")) {
            return "invalid_request";
        }
        if (!tokens.grantable(client.id(), request.parameter("scope").orElse(""))
                .contains(Tokens.OPENID)) {
            return "invalid_scope";
        }
        boolean proof = request.parameter("code_challenge_method").orElse("").equals("S256")
                && request.parameter("code_challenge").orElse("").matches("[A-Za-z0-9_-]{43}");
        return proof ? null : "invalid_request";
    }

    private boolean isFresh(OwnSession session, AuthorizationRequest request) {
        if (!request.parameters().containsKey("max_age")) {
            return true;
        }
        // A number, or, from those who write all parameters as strings, a string.
        String seconds = request.parameters().get("max_age").text().replace("\"", "");
        return seconds.matches("\\d{1,9}")
                && clock.instant().isBefore(session.authenticatedAt().plusSeconds(Long.parseLong(seconds)));
    }

    /** The language in which the person was at the platform that asks. */
    private static Optional<String> language(AuthorizationRequest request) {
        return request.parameter("ui_locales")
                .map(locales -> locales.split(" ")[0])
                .filter(locale -> List.of("zh-CN", "zh", "en").contains(locale));
    }

    /** The request that waits under a key, when it came in this browser. */
    Optional<Pending> pending(Context context, String key) {
        return waiting.find(key).filter(pending -> isOf(context, pending));
    }

    /** The same, once. */
    Optional<Pending> takePending(Context context, String key) {
        return pending(context, key).flatMap(same -> waiting.take(key));
    }

    private boolean isOf(Context context, Pending pending) {
        return Secrets.same(pending.browser(), browsers.proof(context));
    }

    /** Sends somebody who signed in back, with a code. */
    void grant(Context context, Pending pending, OwnSession session) {
        AuthorizationRequest request = pending.request();
        session.reach(pending.client(), tokens.subject(pending.client(), session));
        Grant grant = new Grant(
                pending.client(),
                request.redirectUri(),
                request.parameter("code_challenge").orElseThrow(),
                request.parameter("nonce").orElse(null),
                tokens.grantable(
                        pending.client().id(), request.parameter("scope").orElse("")),
                session);
        answer(context, request, Map.of("code", codes.issue(grant)));
    }

    /** Answers a request at the client's own address. */
    void answer(Context context, AuthorizationRequest request, Map<String, String> answer) {
        Map<String, String> parameters = new LinkedHashMap<>(answer);
        request.parameter("state").ifPresent(state -> parameters.put("state", state));
        // Who answers, so that a client that asks several issuers cannot mix them up (RFC 9207).
        parameters.put("iss", issuer);
        Pages.redirect(context, Parameters.append(request.redirectUri(), parameters));
    }
}
