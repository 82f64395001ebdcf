package io.xuemeng.identity;

import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.crypto.UnusableKeyException;
import io.xuemeng.core.jose.Jwk;
import io.xuemeng.core.jose.JwkSet;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Keys, names and the time of the tests. The Ed25519 keys are fixed, so that samples are the same whenever they are made. */
public final class TestKeys {

    public static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    public static final SigningKey ED25519 = ed25519(1);
    public static final SigningKey P_256 = SigningKey.generate(KeyType.P_256);
    public static final SigningKey SM2 = SigningKey.generate(KeyType.SM2);

    private TestKeys() {}

    /** Loaded when it is needed: making one takes a while. */
    private static final class Rsa {
        static final SigningKey KEY = SigningKey.generate(KeyType.RSA);
    }

    public static SigningKey rsa(SignatureAlgorithm algorithm) {
        return Rsa.KEY.withAlgorithm(algorithm);
    }

    /** The Ed25519 key of a number: its 32 bytes are all that number. */
    public static SigningKey ed25519(int number) {
        byte[] info = Arrays.copyOf(HexFormat.of().parseHex("302e020100300506032b657004220420"), 48);
        Arrays.fill(info, 16, 48, (byte) number);
        try {
            return SigningKey.of(info, List.of());
        } catch (UnusableKeyException e) {
            throw new IllegalStateException("32 bytes are an Ed25519 key", e);
        }
    }

    public static JwkSet setOf(SigningKey... keys) {
        Jwk[] published = new Jwk[keys.length];
        for (int i = 0; i < keys.length; i++) {
            published[i] = Jwk.of(keys[i]);
        }
        return JwkSet.of(published);
    }

    public static String keyId(SigningKey key) {
        return Jwk.of(key).keyId().orElseThrow();
    }

    /** A token of any header and payload, whether or not anybody would accept them. */
    public static String sign(SigningKey key, String header, String payload) {
        String input = encode(header.getBytes(StandardCharsets.UTF_8))
                + '.'
                + encode(payload.getBytes(StandardCharsets.UTF_8));
        try {
            return input + '.' + encode(key.sign(input.getBytes(StandardCharsets.US_ASCII)));
        } catch (SigningException e) {
            throw new IllegalStateException("a key in memory signs", e);
        }
    }

    public static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
