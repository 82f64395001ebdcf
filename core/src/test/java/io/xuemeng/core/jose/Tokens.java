package io.xuemeng.core.jose;

import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.Signer;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Keys made once for all tests, and tokens put together by hand: what no signer of ours would write. */
final class Tokens {

    static final byte[] PAYLOAD =
            "{\"iss\":\"https://hub.example.cn\",\"name\":\"学生\"}".getBytes(StandardCharsets.UTF_8);

    private static final Map<SignatureAlgorithm, SigningKey> KEYS = keys();

    private Tokens() {}

    private static Map<SignatureAlgorithm, SigningKey> keys() {
        Map<SignatureAlgorithm, SigningKey> keys = new EnumMap<>(SignatureAlgorithm.class);
        SigningKey rsa = SigningKey.generate(KeyType.RSA);
        for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
            keys.put(
                    algorithm,
                    algorithm.keyType() == KeyType.RSA
                            ? rsa.withAlgorithm(algorithm)
                            : SigningKey.generate(algorithm.keyType()));
        }
        return keys;
    }

    static SigningKey key(SignatureAlgorithm algorithm) {
        SigningKey key = KEYS.get(algorithm);
        if (key == null) {
            throw new IllegalArgumentException("no key for " + algorithm);
        }
        return key;
    }

    static JwsVerifier verifier(SignatureAlgorithm algorithm) {
        return JwsVerifier.allowing(algorithm)
                .key(Jwk.of(key(algorithm).verificationKey()))
                .build();
    }

    /** A token with any header, rightly signed. */
    static String token(Signer signer, String header, byte[] payload) {
        return token(signer, header.getBytes(StandardCharsets.UTF_8), payload);
    }

    static String token(Signer signer, byte[] header, byte[] payload) {
        return tokenOf(signer, base64(header) + '.' + base64(payload));
    }

    /** A token with any encoded header and payload, rightly signed. */
    static String tokenOf(Signer signer, String signingInput) {
        try {
            return signingInput + '.' + base64(signer.sign(signingInput.getBytes(StandardCharsets.US_ASCII)));
        } catch (SigningException e) {
            throw new IllegalStateException("a key in memory signs", e);
        }
    }

    static String token(String header) {
        return token(key(SignatureAlgorithm.ES256), header, PAYLOAD);
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<String> ids(JwsResult result) {
        return ids(result.findings());
    }

    static List<String> ids(List<Finding> findings) {
        return findings.stream().map(Finding::id).toList();
    }

    /** The findings about a key set in JSON. */
    static List<String> keyFindings(String json) {
        FindingCollector findings = new FindingCollector();
        JwkReader.standard().readSet(json.getBytes(StandardCharsets.UTF_8), findings);
        return ids(findings.findings());
    }
}
