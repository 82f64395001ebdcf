package io.xuemeng.conformance.issuer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.crypto.SigningKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Access tokens that an issuer never gave, made of one that it gave. */
final class ForgedTokens {

    /** One that is none at all. */
    static final String MADE_UP = "SlAV32hkKG2lQw9nTzRv";

    /** What is done to them, in the order of {@link #of}. */
    static final List<String> LABELS = List.of(
            "made up",
            "with another character",
            "with another sub, and the signature of the good one",
            "with another sub, signed with a key of somebody else's",
            "with another sub, signed with none",
            "of another issuer");

    private static final String OTHER_ISSUER = "https://other.kit.example";

    private ForgedTokens() {}

    /** Forged tokens, as JWTs also where the issuer's own are none: an issuer must not believe them either. */
    static List<String> of(IssuerTerms terms, Issued issued) {
        String token = issued.token("access_token");
        ObjectNode claims = claims(terms, issued, token);
        ObjectNode header = header(token);
        ObjectNode other = claims.deepCopy().put("sub", UUID.randomUUID().toString());
        ObjectNode foreign = claims.deepCopy().put("iss", OTHER_ISSUER);
        String signature = token.substring(token.lastIndexOf('.') + 1);
        SigningKey key = SigningKey.generate(KeyType.P_256);
        ObjectNode signable = header.deepCopy().put("alg", "ES256");
        return List.of(
                MADE_UP,
                changed(token),
                part(header) + '.' + part(other) + '.' + signature,
                signed(signable, other, key),
                part(header.deepCopy().put("alg", "none")) + '.' + part(other) + '.',
                signed(signable, foreign, key));
    }

    /** Changes one character in the middle of the last part, where no spare bits of base64url are. */
    private static String changed(String token) {
        int at = (token.lastIndexOf('.') + 1 + token.length()) / 2;
        if (at >= token.length()) {
            return token + 'A';
        }
        return token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1);
    }

    private static ObjectNode claims(IssuerTerms terms, Issued issued, String token) {
        JsonNode read = Json.claims(token);
        if (read.isObject()) {
            return read.deepCopy();
        }
        long now = Instant.now().getEpochSecond();
        return Json.MAPPER
                .createObjectNode()
                .put("iss", terms.issuer())
                .put("sub", Json.claims(issued.token("id_token")).path("sub").asText(""))
                .put("aud", terms.issuer())
                .put("client_id", terms.client().id())
                .put("scope", terms.scope())
                .put("jti", UUID.randomUUID().toString())
                .put("iat", now)
                .put("exp", now + 300);
    }

    private static ObjectNode header(String token) {
        String[] parts = token.split("\\.", -1);
        JsonNode read = parts.length == 3 ? Json.claims('.' + parts[0]) : Json.MAPPER.missingNode();
        return read.isObject()
                ? read.deepCopy()
                : Json.MAPPER.createObjectNode().put("alg", "ES256").put("typ", "at+jwt");
    }

    private static String signed(ObjectNode header, ObjectNode claims, SigningKey key) {
        String input = part(header) + '.' + part(claims);
        try {
            return input + '.' + base64(key.sign(input.getBytes(StandardCharsets.US_ASCII)));
        } catch (SigningException e) {
            throw new IllegalStateException("the kit could not sign", e);
        }
    }

    private static String part(ObjectNode json) {
        return base64(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
