package io.xuemeng.conformance.issuer;

import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.jose.Jwk;
import io.xuemeng.identity.federation.ClientTokens;
import io.xuemeng.identity.session.ProofKey;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One sign-in of the test user, from the request to the answer, and what the kit does with it. Not thread-safe. */
final class UserSignIn {

    private static final int MAX_STEPS = 12;

    private final Dialogue dialogue;
    private final ClientTerms client;
    private final Web web;
    private final String password;
    final String verifier = UUID.randomUUID().toString() + UUID.randomUUID();
    final String state = UUID.randomUUID().toString();
    final String nonce = UUID.randomUUID().toString();

    /** The last that was asked and answered. */
    HttpQuestion question;

    HttpAnswer answer;

    private @Nullable Map<String, String> parameters;
    private @Nullable URI elsewhere;

    private UserSignIn(Dialogue dialogue, ClientTerms client, String password, Map<String, String> changes) {
        this.dialogue = dialogue;
        this.client = client;
        this.web = new Web(dialogue.target());
        this.password = password;
        this.question = web.at("GET", address(changes));
        this.answer = web.ask(question);
    }

    /** Signs the user in, with some parameters of the request changed; an empty one is left out. */
    static UserSignIn run(Dialogue dialogue, ClientTerms client, Map<String, String> changes) {
        return run(dialogue, client, dialogue.target().terms().password(), changes);
    }

    /** The same with a password. */
    static UserSignIn run(Dialogue dialogue, ClientTerms client, String password, Map<String, String> changes) {
        UserSignIn signIn = new UserSignIn(dialogue, client, password, changes);
        signIn.goOn();
        return signIn;
    }

    private String address(Map<String, String> changes) {
        Map<String, String> request = new LinkedHashMap<>();
        request.put("response_type", "code");
        request.put("client_id", client.id());
        request.put("redirect_uri", client.redirectUri());
        request.put("scope", dialogue.target().terms().scope());
        request.put("state", state);
        request.put("nonce", nonce);
        request.put("code_challenge", ProofKey.challenge(verifier));
        request.put("code_challenge_method", "S256");
        request.putAll(changes);
        request.values().removeIf(String::isEmpty);
        String endpoint = dialogue.metadata().path("authorization_endpoint").asText("/authorize");
        char separator = endpoint.contains("?") ? '&' : '?';
        return endpoint + separator + Web.encoded(client.key() == null ? request : signed(request));
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
        try {
            outside.put(
                    "request",
                    made == null
                            ? tokens(client)
                                    .requestObject(dialogue.target().terms().issuer(), inside, List.of())
                            : made);
        } catch (SigningException e) {
            throw new IllegalStateException("the kit could not sign", e);
        }
        return outside;
    }

    static ClientTokens tokens(ClientTerms client) {
        var key = Objects.requireNonNull(client.key());
        return ClientTokens.of(
                client.id(), key, Jwk.of(key).keyId().orElseThrow(), Clock.systemUTC(), new SecureRandom());
    }

    /** Follows the issuer's own pages, and fills in its forms, until it leads back to the client or nowhere. */
    private void goOn() {
        boolean tried = false;
        for (int step = 0; step < MAX_STEPS; step++) {
            Optional<String> location = answer.header("Location");
            if (answer.status() >= 300 && answer.status() < 400 && location.isPresent()) {
                if (arrived(location.get())) {
                    return;
                }
                ask(web.at("GET", location.get()));
                continue;
            }
            Optional<Form> form =
                    Form.of(answer.text(), dialogue.target().terms().user(), password);
            if (form.isEmpty() || (tried && form.get().hasPassword())) {
                return;
            }
            tried |= form.get().hasPassword();
            ask(web.form(form.get().action(), form.get().fields()));
        }
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
        if ((end < 0 ? base : base.substring(0, end)).equals(client.redirectUri())) {
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
