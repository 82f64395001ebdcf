package io.xuemeng.core.jose;

import io.xuemeng.core.crypto.SignatureAlgorithm;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the algorithms are called under {@code alg} (RFC 7518, 3.1; RFC 8037, 3.1; RFC 9864, 2.2). */
final class AlgorithmNames {

    static final String SM2 = "SGD_SM3_SM2";

    private static final Map<String, SignatureAlgorithm> REGISTERED = Map.of(
            "ES256", SignatureAlgorithm.ES256,
            "PS256", SignatureAlgorithm.PS256,
            "RS256", SignatureAlgorithm.RS256,
            "RS384", SignatureAlgorithm.RS384,
            "RS512", SignatureAlgorithm.RS512,
            "EdDSA", SignatureAlgorithm.ED25519,
            // The name that says the curve as well; with an Ed25519 key both mean the same.
            "Ed25519", SignatureAlgorithm.ED25519);

    /** The names that are registered, and their kin. */
    private static final Pattern OTHERS = Pattern.compile(
            "(?i)none|dir|[A-Z]{1,2}\\d{2,3}.*|Ed(DSA|25519|448)|(RSA|ECDH|PBES2|ML-DSA|HMAC|HPKE)\\b.*");

    private final Map<String, SignatureAlgorithm> byName;

    AlgorithmNames(Sm2Profile sm2) {
        Map<String, SignatureAlgorithm> names = new HashMap<>(REGISTERED);
        sm2.algorithmNames().forEach(name -> names.put(name, SignatureAlgorithm.SM2_SM3));
        this.byName = Map.copyOf(names);
    }

    /** The algorithm of a name, spelt exactly so, or null when it is none of ours. */
    @Nullable
    SignatureAlgorithm find(String name) {
        return byName.get(name);
    }

    static String of(SignatureAlgorithm algorithm) {
        return switch (algorithm) {
            case SM2_SM3 -> SM2;
            case ED25519 -> "EdDSA";
            case ES256, PS256, RS256, RS384, RS512 -> algorithm.name();
        };
    }

    /** Whether a name can be an alias for SM2: it is not one that means another algorithm, here or anywhere. */
    static boolean isFree(String name) {
        return !OTHERS.matcher(name).matches();
    }
}
