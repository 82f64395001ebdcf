package io.xuemeng.conformance.relyingparty;

import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.SigningKey;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keys of the kit's issuers. Making one takes a while, so each is made once for a process; they are good for nothing else. */
final class Keys {

    private static final Map<String, SigningKey> MADE = new ConcurrentHashMap<>();
    private static final Map<String, KeyPair> WEAK = new ConcurrentHashMap<>();

    private Keys() {}

    /** The key of a name for an algorithm. */
    static SigningKey of(SignatureAlgorithm algorithm, String name) {
        SigningKey key = MADE.computeIfAbsent(
                algorithm.keyType() + " " + name, unused -> SigningKey.generate(algorithm.keyType()));
        return key.withAlgorithm(algorithm);
    }

    /** An RSA key that is too weak for this library to make, with so many bits and this exponent. */
    static KeyPair weak(int bits, int exponent) {
        return WEAK.computeIfAbsent(bits + " " + exponent, unused -> {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(new RSAKeyGenParameterSpec(bits, BigInteger.valueOf(exponent)));
                return generator.generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform makes RSA keys", e);
            }
        });
    }

    /** How an algorithm is called in headers. */
    static String name(SignatureAlgorithm algorithm) {
        return switch (algorithm) {
            case SM2_SM3 -> "SGD_SM3_SM2";
            case ED25519 -> "EdDSA";
            default -> algorithm.name();
        };
    }
}
