package io.xuemeng.conformance.issuer;

import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.jose.Jwk;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/** What {@link HandMadeIssuer} signs, before and after. */
final class HandMadeDrafts {

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private HandMadeDrafts() {}

    /** A draft of something that the issuer signs now. */
    static IssuerMutant.Draft of(String type, String subject) {
        IssuerMutant.Draft draft = new IssuerMutant.Draft();
        draft.header.put("alg", "ES256").put("kid", keyId(HandMadeIssuer.KEY)).put("typ", type);
        long now = Instant.now().getEpochSecond();
        draft.claims
                .put("iss", HandMadeIssuer.ID)
                .put("sub", subject)
                .put("iat", now)
                .put("exp", now + 300);
        return draft;
    }

    static String keyId(SigningKey key) {
        return Jwk.of(key).keyId().orElseThrow();
    }

    static String halfHash(String token) {
        byte[] hash = HandMadeIssuer.KEY.algorithm().digest().digest(token.getBytes(StandardCharsets.US_ASCII));
        return BASE64URL.encodeToString(Arrays.copyOf(hash, hash.length / 2));
    }

    static String sign(IssuerMutant.Draft draft, SigningKey key) {
        byte[] payload = draft.payload == null
                ? draft.payloadText.apply(draft.claims.toString()).getBytes(StandardCharsets.UTF_8)
                : draft.payload;
        String input = BASE64URL.encodeToString(
                        draft.headerText.apply(draft.header.toString()).getBytes(StandardCharsets.UTF_8))
                + '.'
                + BASE64URL.encodeToString(payload);
        try {
            byte[] signature = (draft.forged ? SigningKey.generate(KeyType.P_256) : key)
                    .sign(input.getBytes(StandardCharsets.US_ASCII));
            return draft.compact.apply(input + '.' + BASE64URL.encodeToString(signature));
        } catch (SigningException e) {
            throw new IllegalStateException(e);
        }
    }
}
