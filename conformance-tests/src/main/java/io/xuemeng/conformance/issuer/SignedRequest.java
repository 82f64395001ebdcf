package io.xuemeng.conformance.issuer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.jose.Jwk;
import io.xuemeng.identity.session.ProofKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/** A good request object, or a good assertion of who a client is, before it is signed: a test changes what it is about. */
final class SignedRequest {

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
    private static final long LIFETIME_SECONDS = 120;

    final ObjectNode header = Json.MAPPER.createObjectNode();
    final ObjectNode claims = Json.MAPPER.createObjectNode();
    SigningKey key;
    boolean unsigned;

    private SignedRequest(Dialogue dialogue, ClientTerms client, SigningKey key, String type) {
        this.key = key;
        long now = Instant.now().getEpochSecond();
        header.put("alg", algorithm(key))
                .put("kid", Jwk.of(key).keyId().orElseThrow())
                .put("typ", type);
        claims.put("iss", client.id())
                .put("aud", dialogue.target().terms().issuer())
                .put("jti", UUID.randomUUID().toString())
                .put("iat", now)
                .put("exp", now + LIFETIME_SECONDS);
    }

    /** A request to sign the test user in. */
    static SignedRequest request(Dialogue dialogue, ClientTerms client, SigningKey key) {
        SignedRequest request = new SignedRequest(dialogue, client, key, "oauth-authz-req+jwt");
        request.claims
                .put("client_id", client.id())
                .put("response_type", "code")
                .put("scope", dialogue.target().terms().scope())
                .put("redirect_uri", client.redirectUri())
                .put("state", UUID.randomUUID().toString())
                .put("nonce", UUID.randomUUID().toString())
                .put("code_challenge", ProofKey.challenge(UUID.randomUUID().toString() + UUID.randomUUID()))
                .put("code_challenge_method", "S256");
        return request;
    }

    /** A request with these parameters. */
    static SignedRequest of(Dialogue dialogue, ClientTerms client, SigningKey key, Map<String, String> parameters) {
        SignedRequest request = new SignedRequest(dialogue, client, key, "oauth-authz-req+jwt");
        request.claims.put("client_id", client.id());
        parameters.forEach((name, value) -> {
            if (name.equals("max_age")) {
                request.claims.put(name, Long.parseLong(value)); // a number (OpenID Connect Core 1.0, 6.1)
            } else {
                request.claims.put(name, value);
            }
        });
        return request;
    }

    /** An assertion for the token endpoint. */
    static SignedRequest assertion(Dialogue dialogue, ClientTerms client, SigningKey key) {
        SignedRequest assertion = new SignedRequest(dialogue, client, key, "client-authentication+jwt");
        assertion.claims.put("sub", client.id());
        return assertion;
    }

    private static String algorithm(SigningKey key) {
        return switch (key.algorithm()) {
            case SM2_SM3 -> "SGD_SM3_SM2";
            case ED25519 -> "EdDSA";
            default -> key.algorithm().name();
        };
    }

    /** In compact form. */
    String sign() {
        String input = encoded(header) + '.' + encoded(claims);
        if (unsigned) {
            return input + '.';
        }
        try {
            return input + '.' + BASE64URL.encodeToString(key.sign(input.getBytes(StandardCharsets.US_ASCII)));
        } catch (SigningException e) {
            throw new IllegalStateException("the kit could not sign", e);
        }
    }

    private static String encoded(ObjectNode node) {
        return BASE64URL.encodeToString(node.toString().getBytes(StandardCharsets.UTF_8));
    }
}
