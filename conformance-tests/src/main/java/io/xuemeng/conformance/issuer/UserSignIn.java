package io.xuemeng.conformance.issuer;

import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.core.jose.Jwk;
import io.xuemeng.identity.federation.ClientTokens;
import io.xuemeng.identity.session.ProofKey;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One sign-in of the test user, or sign-out, from the request to the answer, and what the kit does with it. Not thread-safe. */
final class UserSignIn {

    private static final int MAX_STEPS = 12;

    private final Dialogue dialogue;
    private final ClientTerms client;
    private final Web web;
    private final TestUser user;
    private final String home;
    private final boolean signingIn;
    final String verifier = UUID.randomUUID().toString() + UUID.randomUUID();
    final String state = UUID.randomUUID().toString();
    final String nonce = UUID.randomUUID().toString();

    /** The last that was asked and answered. */
    HttpQuestion question;

    HttpAnswer answer;

    private boolean asked;
    private @Nullable Map<String, String> parameters;
    private @Nullable URI elsewhere;

    private UserSignIn(UserSignIn browser, String home, boolean signingIn, Function<UserSignIn, HttpQuestion> first) {
        this(browser.dialogue, browser.client, browser.web, browser.user, home, signingIn, first);
    }

    private UserSignIn(
            Dialogue dialogue,
            ClientTerms client,
            Web web,
            TestUser user,
            String home,
            boolean signingIn,
            Function<UserSignIn, HttpQuestion> first) {
        this.dialogue = dialogue;
        this.client = client;
        this.web = web;
        this.user = user;
        this.home = home;
        this.signingIn = signingIn;
        this.question = first.apply(this);
        this.answer = web.ask(question);
    }

    private static UserSignIn in(
            Dialogue dialogue, ClientTerms client, TestUser user, Function<UserSignIn, HttpQuestion> first) {
        Web web = new Web(dialogue.target());
        return new UserSignIn(dialogue, client, web, user, client.redirectUri(), true, first).goOn();
    }

    /** Signs the user in, with some parameters of the request changed; an empty one is left out. */
    static UserSignIn run(Dialogue dialogue, ClientTerms client, Map<String, String> changes) {
        return run(dialogue, client, user(dialogue), changes);
    }

    private static TestUser user(Dialogue dialogue) {
        IssuerTerms terms = dialogue.target().terms();
        return new TestUser(terms.user(), terms.password());
    }

    /** The same with a password. */
    static UserSignIn run(Dialogue dialogue, ClientTerms client, String password, Map<String, String> changes) {
        return run(dialogue, client, new TestUser(user(dialogue).name(), password), changes);
    }

    /** The same for another user. */
    static UserSignIn run(Dialogue dialogue, ClientTerms client, TestUser user, Map<String, String> changes) {
        return in(
                dialogue,
                client,
                user,
                self -> self.got(self.endpoint("authorization_endpoint"), self.request(changes)));
    }

    /** The same, where the browser posts the request. */
    static UserSignIn posted(Dialogue dialogue, ClientTerms client) {
        return in(
                dialogue,
                client,
                user(dialogue),
                self -> self.web.form(self.endpoint("authorization_endpoint"), self.request(Map.of())));
    }

    /** The same once more in this browser, where somebody may be signed in now. */
    UserSignIn again(Map<String, String> changes) {
        return new UserSignIn(
                        this,
                        client.redirectUri(),
                        true,
                        self -> self.got(self.endpoint("authorization_endpoint"), self.request(changes)))
                .goOn();
    }

    /**
     * Signs the user out in this browser (OpenID Connect RP-Initiated Logout 1.0).
     *
     * @param idToken of this session
     * @param returnTo where the browser is to go afterwards
     * @param own where it may go
     */
    UserSignIn signOut(String idToken, String returnTo, String own) {
        return new UserSignIn(this, own, false, self -> {
                    Map<String, String> request = new LinkedHashMap<>();
                    request.put("id_token_hint", idToken);
                    request.put("client_id", client.id());
                    request.put("post_logout_redirect_uri", returnTo);
                    request.put("state", self.state);
                    return self.got(self.endpoint("end_session_endpoint"), request);
                })
                .goOn();
    }

    private String endpoint(String name) {
        String usual = name.equals("authorization_endpoint") ? "/authorize" : "";
        String address = dialogue.metadata().path(name).asText(usual);
        if (address.isEmpty()) {
            throw NoAnswerException.of("issuer.noEndpoint", name);
        }
        return address;
    }

    private HttpQuestion got(String endpoint, Map<String, String> parameters) {
        return web.at("GET", endpoint + (endpoint.contains("?") ? '&' : '?') + Web.encoded(parameters));
    }

    private Map<String, String> request(Map<String, String> changes) {
        Map<String, String> request = new LinkedHashMap<>();
        request.put("response_type", "code");
        request.put("client_id", client.id());
        request.put("redirect_uri", client.redirectUri());
        request.put("scope", dialogue.target().terms().scope());
        request.put("state", state);
        request.put("nonce", nonce);
        request.put("code_challenge", ProofKey.challenge(verifier));
        request.put("code_challenge_method", "S256");
        if (isOffline(request)) {
            request.put("prompt", "consent");
        }
        request.putAll(changes);
        request.values().removeIf(String::isEmpty);
        return client.key() == null ? request : signed(request);
    }

    /** Whether refresh tokens are asked for, which takes that somebody agrees (OpenID Connect Core 1.0, 11). */
    private static boolean isOffline(Map<String, String> request) {
        return Arrays.asList(request.getOrDefault("scope", "").split(" ")).contains("offline_access");
    }

    /** The request as a request object, with what OpenID Connect wants beside it. */
    private Map<String, String> signed(Map<String, String> request) {
        Map<String, String> inside = new LinkedHashMap<>(request);
        inside.remove("client_id");
        Map<String, String> outside = new LinkedHashMap<>();
        outside.put("client_id", client.id());
        outside.put("response_type", request.getOrDefault("response_type", "code"));
        outside.put("scope", "openid");
        String made = inside.remove("request");
        outside.put(
                "request",
                made == null
                        ? SignedRequest.of(dialogue, client, Objects.requireNonNull(client.key()), inside)
                                .sign()
                        : made);
        return outside;
    }

    static ClientTokens tokens(ClientTerms client) {
        var key = Objects.requireNonNull(client.key());
        return ClientTokens.of(
                client.id(), key, Jwk.of(key).keyId().orElseThrow(), Clock.systemUTC(), new SecureRandom());
    }

    /** Follows the issuer's own pages, and fills in its forms, until it leads back to the client or nowhere. */
    private UserSignIn goOn() {
        for (int step = 0; step < MAX_STEPS; step++) {
            Optional<String> location = answer.header("Location");
            if (answer.status() >= 300 && answer.status() < 400 && location.isPresent()) {
                if (arrived(location.get())) {
                    return this;
                }
                ask(web.at("GET", location.get()));
                continue;
            }
            Optional<Form> form = Form.of(answer.text(), user.name(), user.password());
            if (form.isEmpty() || (form.get().hasPassword() && (asked || !signingIn))) {
                return this;
            }
            asked |= form.get().hasPassword();
            ask(web.form(form.get().action(), form.get().fields()));
        }
        return this;
    }

    /** Whether the password was asked for. */
    boolean askedForPassword() {
        return asked;
    }

    private void ask(HttpQuestion next) {
        question = next;
        answer = web.ask(next);
    }

    private boolean arrived(String location) {
        URI uri;
        try {
            uri = URI.create(dialogue.target().terms().issuer()).resolve(new URI(location));
        } catch (URISyntaxException e) {
            return true;
        }
        if (web.isOfIssuer(uri)) {
            return false;
        }
        String base = uri.toString();
        int end = base.indexOf('?');
        if ((end < 0 ? base : base.substring(0, end)).equals(home)) {
            parameters = Web.query(uri.getRawQuery());
        } else {
            elsewhere = uri;
        }
        return true;
    }

    /** What came back to the client; empty when nothing did. */
    Optional<Map<String, String>> parameters() {
        return Optional.ofNullable(parameters);
    }

    /** Where else the browser was sent; null when nowhere. */
    @Nullable
    URI elsewhere() {
        return elsewhere;
    }

    /** The code; empty when none came. */
    Optional<String> code() {
        return parameters().map(found -> found.getOrDefault("code", "")).filter(code -> !code.isEmpty());
    }

    /** The error; empty when none came. */
    String error() {
        return parameters().map(found -> found.getOrDefault("error", "")).orElse("");
    }
}
