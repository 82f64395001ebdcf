package io.xuemeng.conformance.issuer;

import com.fasterxml.jackson.databind.JsonNode;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.conformance.junit.Check;
import io.xuemeng.conformance.result.Exchange;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.conformance.text.Excerpt;
import io.xuemeng.conformance.text.Texts;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.identity.session.TokenExchange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Talking to one issuer in one run. Immutable and thread-safe. */
final class Dialogue {

    private static final int MAX_SHOWN = 1500;
    private static final String MASK = "…";
    private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private record DocumentKey() {}

    private record IssuedKey(String client) {}

    private final IssuerTarget target;
    private final Workspace workspace;

    private Dialogue(IssuerTarget target, Workspace workspace) {
        this.target = target;
        this.workspace = workspace;
    }

    static Dialogue with(IssuerTarget target, Workspace workspace) {
        return new Dialogue(target, workspace);
    }

    IssuerTarget target() {
        return target;
    }

    ClientTerms client() {
        return target.terms().client();
    }

    /** The other client; without one the tests that need it cannot tell. */
    ClientTerms second() {
        ClientTerms second = target.terms().second();
        if (second == null) {
            throw NoAnswerException.of("issuer.noSecond");
        }
        return second;
    }

    Web web() {
        return new Web(target);
    }

    /** The discovery document, as it was answered. */
    HttpAnswer document() {
        return workspace.once(new DocumentKey(), () -> {
            Web web = web();
            return web.ask(documentQuestion());
        });
    }

    HttpQuestion documentQuestion() {
        String issuer = target.terms().issuer();
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        return web().at("GET", base + "/.well-known/openid-configuration");
    }

    /** What the discovery document says. */
    JsonNode metadata() {
        return Json.of(document());
    }

    /** A sign-in as it should be, with its tokens: one for all tests that only look at it. */
    Issued issued() {
        return issued(client());
    }

    Issued issued(ClientTerms client) {
        return workspace.once(new IssuedKey(client.id()), () -> Issued.by(this, client));
    }

    /** A token request for a code, with changes; an empty one is left out. */
    HttpQuestion exchange(ClientTerms client, UserSignIn signIn, Map<String, String> changes) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", signIn.code().orElse("none"));
        form.put("redirect_uri", client.redirectUri());
        form.put("code_verifier", signIn.verifier);
        return token(client, form, changes);
    }

    /** A token request for a refresh token, with changes; an empty one is left out. */
    HttpQuestion refresh(ClientTerms client, String refreshToken, Map<String, String> changes) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", refreshToken);
        return token(client, form, changes);
    }

    /**
     * A request to exchange an access token for one of another sector (RFC 8693, 2.1), with changes; an empty one is left out.
     *
     * @param client who asks
     * @param subjectToken the access token of the person
     */
    HttpQuestion translation(ClientTerms client, String subjectToken, String audience, Map<String, String> changes) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", TokenExchange.GRANT_TYPE);
        form.put("subject_token", subjectToken);
        form.put("subject_token_type", TokenExchange.ACCESS_TOKEN_TYPE);
        form.put("requested_token_type", TokenExchange.ACCESS_TOKEN_TYPE);
        form.put("audience", audience);
        return token(client, form, changes);
    }

    /** A request to take an access token back (RFC 7009, 2.1). */
    HttpQuestion revocation(ClientTerms client, String accessToken) {
        String endpoint = metadata().path("revocation_endpoint").asText("");
        if (endpoint.isEmpty()) {
            throw NoAnswerException.of("issuer.noEndpoint", "revocation_endpoint");
        }
        Map<String, String> form = new LinkedHashMap<>();
        form.put("token", accessToken);
        form.put("token_type_hint", "access_token");
        return proven(client, endpoint, form, Map.of());
    }

    private HttpQuestion token(ClientTerms client, Map<String, String> form, Map<String, String> changes) {
        return proven(client, metadata().path("token_endpoint").asText("/token"), form, changes);
    }

    /** A form to an endpoint at which the client proves who it is. */
    private HttpQuestion proven(
            ClientTerms client, String endpoint, Map<String, String> form, Map<String, String> changes) {
        if (client.key() != null) {
            form.put("client_id", client.id());
            form.put("client_assertion_type", ASSERTION);
            form.put("client_assertion", assertion(client));
        } else if (client.secret() == null) {
            form.put("client_id", client.id());
        }
        form.putAll(changes);
        form.values().removeIf(String::isEmpty);
        HttpQuestion question = web().form(endpoint, form);
        return client.secret() == null
                ? question
                : question.header("Authorization", basic(client.id(), client.secret()));
    }

    private String assertion(ClientTerms client) {
        try {
            return UserSignIn.tokens(client).assertion(target.terms().issuer());
        } catch (SigningException e) {
            throw new IllegalStateException("the kit could not sign", e);
        }
    }

    static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ':' + password).getBytes(StandardCharsets.UTF_8));
    }

    /** What userinfo says to whoever shows an access token. */
    HttpQuestion userInfo(String accessToken) {
        String endpoint = metadata().path("userinfo_endpoint").asText("");
        if (endpoint.isEmpty()) {
            throw NoAnswerException.of("issuer.noEndpoint", "userinfo_endpoint");
        }
        HttpQuestion question = web().at("GET", endpoint);
        return accessToken.isEmpty() ? question : question.header("Authorization", "Bearer " + accessToken);
    }

    /** An expectation about one request and its answer. */
    void must(Check check, boolean met, HttpQuestion question, HttpAnswer answer, String key, Object... values) {
        check.must(met, () -> exchange(question, answer, Texts.of(key, values)));
    }

    /** The same for what should be. */
    void should(Check check, boolean met, HttpQuestion question, HttpAnswer answer, String key, Object... values) {
        check.should(met, () -> exchange(question, answer, Texts.of(key, values)));
    }

    Exchange exchange(HttpQuestion question, HttpAnswer answer, Bilingual expected) {
        String sent = new String(question.body(), StandardCharsets.UTF_8);
        String location = answer.header("Location").map(value -> " → " + value).orElse("");
        return new Exchange(
                Bilingual.same(cut(question + "\n" + sent)),
                expected,
                Bilingual.same(cut(answer.status() + location + "\n" + answer.text())),
                masked(sent).equals(sent) ? target.platform().replay(question) : null);
    }

    /** A text without the secrets that the kit was given for this issuer, as they stand in forms too. */
    private String masked(String text) {
        IssuerTerms terms = target.terms();
        String shown = text;
        List<@Nullable String> secrets = new ArrayList<>();
        secrets.add(terms.password());
        secrets.add(terms.client().secret());
        if (terms.second() != null) {
            secrets.add(terms.second().secret());
        }
        ExchangeTerms exchange = terms.exchange();
        if (exchange != null) {
            secrets.add(exchange.withoutConsent().password());
            secrets.add(exchange.minor() == null ? null : exchange.minor().password());
        }
        for (@Nullable String secret : secrets) {
            if (secret != null && !secret.isEmpty()) {
                shown = shown.replace(secret, MASK).replace(Web.encoded(secret), MASK);
            }
        }
        return shown;
    }

    /** An expectation about something that was said. */
    void mustSay(Check check, boolean met, String said, String key, Object... values) {
        check.must(
                met,
                () -> new Exchange(
                        Texts.of("issuer.sent.signIn"), Texts.of(key, values), Bilingual.same(cut(said)), null));
    }

    private String cut(String text) {
        return Excerpt.of(masked(text).strip(), MAX_SHOWN);
    }
}
