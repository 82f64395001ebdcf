package io.xuemeng.conformance.relyingparty;

import io.xuemeng.core.crypto.DigestAlgorithm;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.jose.Jwk;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A DPoP proof (RFC 9449, 4.2) before it is signed. */
final class ProofDraft extends JwsDraft {

    /** Of which access token it has the hash; null when it has none. */
    @Nullable
    UnaryOperator<String> hashed = token -> token;

    /** A good one that was made a moment ago. */
    ProofDraft(SigningKey key, String method, String url, long now) {
        super(key);
        header.put("typ", "dpop+jwt").set("jwk", Json.of(Jwk.of(key)));
        claims.put("jti", UUID.randomUUID().toString())
                .put("htm", method)
                .put("htu", url)
                .put("iat", now - 1);
    }

    /** Signed by another key, which it brings. */
    ProofDraft signedBy(SigningKey key) {
        signing = key::sign;
        header.put("alg", Keys.name(key.algorithm())).set("jwk", Json.of(Jwk.of(key)));
        return this;
    }

    /** For an access token. */
    String sign(String accessToken) {
        if (hashed != null) {
            byte[] token = hashed.apply(accessToken).getBytes(StandardCharsets.US_ASCII);
            claims.put("ath", encode(DigestAlgorithm.SHA_256.digest(token)));
        }
        return sign();
    }
}
