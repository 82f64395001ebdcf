package io.xuemeng.conformance.issuer;

import com.fasterxml.jackson.databind.JsonNode;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.jose.Jwk;
import io.xuemeng.core.jose.JwkReader;
import io.xuemeng.core.jose.JwkSet;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.identity.token.SignIn;
import io.xuemeng.identity.token.TokenVerifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What came of one sign-in, and what is wrong with it by the SDK's own verifiers. Immutable.
 *
 * @param signIn the sign-in
 * @param question to the token endpoint
 * @param answer of the token endpoint
 * @param keys what was found in the issuer's sets of keys
 * @param idToken what was found in the ID token
 * @param accessToken what was found in the access token, read as RFC 9068 has them
 */
record Issued(
        UserSignIn signIn,
        HttpQuestion question,
        HttpAnswer answer,
        List<Finding> keys,
        List<Finding> idToken,
        List<Finding> accessToken) {

    private static final String NONCE_PRESENT = "TOK-032";

    static Issued by(Dialogue dialogue, ClientTerms client) {
        return of(dialogue, client, UserSignIn.run(dialogue, client, Map.of()));
    }

    /** What comes of a sign-in of another user. */
    static Issued by(Dialogue dialogue, ClientTerms client, TestUser user) {
        return of(dialogue, client, UserSignIn.run(dialogue, client, user, Map.of()));
    }

    /** What comes of a sign-in that is done. */
    static Issued of(Dialogue dialogue, ClientTerms client, UserSignIn signIn) {
        if (signIn.code().isEmpty()) {
            throw NoAnswerException.of(
                    "issuer.notSignedIn", signIn.answer.status(), signIn.error(), signIn.question.toString());
        }
        HttpQuestion question = dialogue.exchange(client, signIn, Map.of());
        HttpAnswer answer = dialogue.web().ask(question);
        JsonNode tokens = Json.of(answer);
        FindingCollector collector = new FindingCollector();
        JwkSet keys = keys(dialogue, collector);
        String accessToken = tokens.path("access_token").asText("");
        SignIn asked = SignIn.withNonce(signIn.nonce);
        List<Finding> idToken = verifier(dialogue, keys, client.id())
                .verify(
                        tokens.path("id_token").asText(""),
                        accessToken.isEmpty() ? asked : asked.accessToken(accessToken))
                .findings();
        String audience = Json.claims(accessToken)
                .path("aud")
                .asText(dialogue.target().terms().issuer());
        List<Finding> access =
                verifier(dialogue, keys, audience).verifyAccess(accessToken).findings();
        return new Issued(signIn, question, answer, collector.findings(), idToken, access);
    }

    /** What is wrong with a logout token. */
    static List<Finding> logoutFindings(Dialogue dialogue, ClientTerms client, String token) {
        return verifier(dialogue, keys(dialogue, new FindingCollector()), client.id())
                .verifyLogout(token)
                .findings();
    }

    /** What is wrong with an ID token that came for a refresh token, where the nonce may be left out (OpenID Connect Core 1.0, 12.2). */
    static List<Finding> refreshedFindings(Dialogue dialogue, ClientTerms client, String nonce, JsonNode tokens) {
        String token = tokens.path("id_token").asText("");
        String accessToken = tokens.path("access_token").asText("");
        SignIn asked = SignIn.withNonce(nonce);
        return verifier(dialogue, keys(dialogue, new FindingCollector()), client.id())
                .verify(token, accessToken.isEmpty() ? asked : asked.accessToken(accessToken))
                .findings()
                .stream()
                .filter(finding -> !finding.requirement().id().equals(NONCE_PRESENT))
                .toList();
    }

    private static TokenVerifier verifier(Dialogue dialogue, JwkSet keys, String audience) {
        return TokenVerifier.forIssuer(dialogue.target().terms().issuer())
                .keys(keys)
                .audience(audience)
                .algorithms(
                        SignatureAlgorithm.ES256,
                        SignatureAlgorithm.PS256,
                        SignatureAlgorithm.RS256,
                        SignatureAlgorithm.ED25519,
                        SignatureAlgorithm.SM2_SM3)
                .build();
    }

    /** All keys that the issuer publishes, and what is wrong with them. */
    private static JwkSet keys(Dialogue dialogue, FindingCollector findings) {
        List<Jwk> keys = new ArrayList<>();
        for (String name : List.of("jwks_uri", "sm2_jwks_uri")) {
            String address = dialogue.metadata().path(name).asText("");
            if (!address.isEmpty()) {
                HttpAnswer answer = dialogue.web().ask(dialogue.web().at("GET", address));
                byte[] set = answer.text().getBytes(StandardCharsets.UTF_8);
                for (Jwk key : JwkReader.standard().readSet(set, findings).keys()) {
                    // One that stands in both sets counts once.
                    if (!keys.contains(key)) {
                        keys.add(key);
                    }
                }
            }
        }
        return JwkSet.of(keys.toArray(Jwk[]::new));
    }

    JsonNode tokens() {
        return Json.of(answer);
    }

    String token(String name) {
        return tokens().path(name).asText("");
    }

    /** The requirements that one of the lists breaks. */
    static Stream<String> ids(List<Finding> findings) {
        return findings.stream().map(finding -> finding.requirement().id());
    }
}
