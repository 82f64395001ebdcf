package io.xuemeng.identity.token;

import io.xuemeng.core.crypto.DigestAlgorithm;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** The left half of a digest in base64url: {@code at_hash} and {@code c_hash} (OpenID Connect Core 1.0, 3.1.3.6, 3.3.2.11). */
final class HalfHash {

    private HalfHash() {}

    static String of(DigestAlgorithm digest, String value) {
        byte[] hash = digest.digest(value.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, hash.length / 2));
    }
}
