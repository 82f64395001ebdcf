package io.xuemeng.core.jose;

import io.xuemeng.core.crypto.KeyFault;
import io.xuemeng.core.crypto.KeyMaterial;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SecretMaterial;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.crypto.UnusableKeyException;
import io.xuemeng.core.crypto.VerificationKey;
import io.xuemeng.core.requirement.Finding;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges the members of one key and makes the key of them. Immutable and thread-safe. */
final class KeyParser {

    /**
     * What only the private keys of a kind have (RFC 7518, 6.2.2, 6.3.2; RFC 8037, 2). In a key of another kind the same name is a
     * member that nobody knows, and is passed over (RFC 7517, 4).
     */
    private static final Map<String, List<String>> PRIVATE = Map.of(
            "EC", List.of("d"),
            "OKP", List.of("d"),
            "RSA", List.of("d", "p", "q", "dp", "dq", "qi", "oth"));

    /** What is a secret in kinds of keys that are not supported, for all that is known of them. */
    private static final List<String> PRIVATE_ELSEWHERE = List.of("d", "k", "priv");

    private static final List<String> SUPPORTED =
            List.of("ES256", "EdDSA", "PS256", "RS256", "RS384", "RS512", AlgorithmNames.SM2);

    /** What a key is read for, as {@code key_ops} calls it. */
    private enum Operation {
        VERIFY("verify"),
        SIGN("sign");

        private final String text;

        Operation(String text) {
            this.text = text;
        }
    }

    private final Sm2Profile sm2;
    private final AlgorithmNames algorithms;

    KeyParser(Sm2Profile sm2) {
        this.sm2 = sm2;
        this.algorithms = new AlgorithmNames(sm2);
    }

    /** A public key for signatures, or null when it is to be left out, which is reported. */
    @Nullable
    Jwk parse(Members members) {
        return parse(members, Operation.VERIFY);
    }

    /** A private key for signatures, or null when it is not to be used, which is reported. */
    @Nullable
    PrivateJwk parsePrivate(Members members) {
        Jwk published = parse(members, Operation.SIGN);
        if (published == null) {
            return null;
        }
        KeyType type = published.key().type();
        SecretMaterial secret = type == KeyType.RSA ? rsa(published.key(), members) : secret(members, type);
        if (secret == null) {
            return null;
        }
        try {
            SigningKey key = SigningKey.of(type, secret);
            if (key.verificationKey().equals(published.key())) {
                SignatureAlgorithm algorithm = published.algorithm().orElse(key.algorithm());
                return new PrivateJwk(
                        key.withAlgorithm(algorithm).withCertificates(published.certificates()), published);
            }
        } catch (UnusableKeyException e) {
            // Out of range, or parts that do not belong together: in either case not the private half of what it says.
        }
        members.report(Finding.of(KeyRequirement.PAIR), null);
        return null;
    }

    private static @Nullable SecretMaterial secret(Members members, KeyType type) {
        byte[] secret = value(members, "d", type.coordinateBytes());
        return secret == null ? null : new SecretMaterial.Secret(secret);
    }

    private static @Nullable SecretMaterial rsa(VerificationKey key, Members members) {
        List<BigInteger> numbers = new ArrayList<>();
        for (String name : List.of("d", "p", "q", "dp", "dq", "qi")) {
            byte[] value = value(members, name, 0);
            if (value != null) {
                numbers.add(new BigInteger(1, value));
            }
        }
        if (members.isFaulty() || !(key.material() instanceof KeyMaterial.Rsa open)) {
            return null;
        }
        return new SecretMaterial.Rsa(
                open.modulus(),
                open.exponent(),
                numbers.get(0),
                numbers.get(1),
                numbers.get(2),
                numbers.get(3),
                numbers.get(4),
                numbers.get(5));
    }

    private @Nullable Jwk parse(Members members, Operation operation) {
        String kty = members.string("kty");
        if (!members.has("kty")) {
            missing(members, "kty");
        }
        if (kty == null) {
            return null;
        }
        if (kty.equals("oct")) {
            members.report(Finding.of(KeyRequirement.NOT_SYMMETRIC), "kty");
            return null;
        }
        List<String> secrets = PRIVATE.getOrDefault(kty, PRIVATE_ELSEWHERE);
        if (operation == Operation.VERIFY && secrets.stream().anyMatch(members::has)) {
            members.report(Finding.of(KeyRequirement.NOT_PRIVATE), null);
            return null;
        }
        KeyType type = type(kty, members);
        if (type == null) {
            return null;
        }
        String keyId = members.nonEmptyString("kid");
        checkUse(members, operation);
        SignatureAlgorithm algorithm = algorithm(type, members);
        VerificationKey key = key(type, members);
        if (key == null) {
            return null;
        }
        List<X509Certificate> certificates = certificates(key, members);
        return members.isFaulty() ? null : new Jwk(key, keyId, algorithm, certificates);
    }

    private static void missing(Members members, String name) {
        members.report(Finding.of(KeyRequirement.MEMBER_PRESENT).with("name", name), null);
    }

    private @Nullable KeyType type(String kty, Members members) {
        if (kty.equals("RSA")) {
            return KeyType.RSA;
        }
        if (!kty.equals("EC") && !kty.equals("OKP")) {
            unsupported(members, kty);
            return null;
        }
        String curve = members.string("crv");
        if (!members.has("crv")) {
            missing(members, "crv");
        }
        if (curve == null) {
            return null;
        }
        if (kty.equals("OKP") && curve.equals("Ed25519")) {
            return KeyType.ED25519;
        }
        if (kty.equals("EC") && curve.equals("P-256")) {
            return KeyType.P_256;
        }
        if (kty.equals("EC") && sm2.curveNames().contains(curve)) {
            return KeyType.SM2;
        }
        unsupported(members, kty + ' ' + curve);
        return null;
    }

    private static void unsupported(Members members, String found) {
        members.report(Finding.of(KeyRequirement.KEY_TYPE).with("found", found), "kty");
    }

    /** {@code use} and {@code key_ops}: what the key's owner allows. */
    private static void checkUse(Members members, Operation operation) {
        String use = members.string("use");
        if (use != null && !use.equals("sig")) {
            members.report(Finding.of(KeyRequirement.FOR_SIGNATURES).with("found", use), "use");
        }
        List<String> operations = members.strings("key_ops");
        if (operations == null) {
            return;
        }
        boolean forSignatures = operations.stream().allMatch(name -> name.equals("verify") || name.equals("sign"));
        boolean saidToBe = operations.contains(operation.text) || "sig".equals(use);
        if (new HashSet<>(operations).size() < operations.size() || (saidToBe && !forSignatures)) {
            members.report(Finding.of(KeyRequirement.OPERATIONS_FORM), "key_ops");
        }
        if (!operations.contains(operation.text)) {
            members.report(
                    Finding.of(KeyRequirement.FOR_OPERATION)
                            .with("operation", operation.text)
                            .with("found", operations.toString()),
                    "key_ops");
        }
    }

    private @Nullable SignatureAlgorithm algorithm(KeyType type, Members members) {
        String name = members.string("alg");
        if (name == null) {
            return null;
        }
        SignatureAlgorithm algorithm = algorithms.find(name);
        if (algorithm == null) {
            members.report(
                    Finding.of(KeyRequirement.ALGORITHM_KNOWN)
                            .with("found", name)
                            .with("allowed", SUPPORTED),
                    "alg");
        } else if (algorithm.keyType() != type) {
            members.report(Finding.of(KeyRequirement.ALGORITHM_FITS).with("found", name), "alg");
        }
        return algorithm;
    }

    private static @Nullable VerificationKey key(KeyType type, Members members) {
        String first = type == KeyType.RSA ? "n" : "x";
        String second = type == KeyType.RSA ? "e" : "y";
        byte[] a = value(members, first, type.coordinateBytes());
        if (type == KeyType.ED25519) {
            return a == null ? null : key(type, new KeyMaterial.Octets(a), members);
        }
        byte[] b = value(members, second, type.coordinateBytes());
        if (a == null || b == null) {
            return null;
        }
        return type == KeyType.RSA
                ? key(type, new KeyMaterial.Rsa(new BigInteger(1, a), new BigInteger(1, b)), members)
                : key(type, new KeyMaterial.Point(a, b), members);
    }

    /**
     * The bytes of a value.
     *
     * @param length how many they are; 0 for a number of its least length
     */
    private static byte @Nullable [] value(Members members, String name, int length) {
        if (!members.has(name)) {
            missing(members, name);
            return null;
        }
        String text = members.string(name);
        if (text == null) {
            return null;
        }
        byte[] bytes = Base64Url.decode(text);
        boolean good = bytes != null && (length == 0 ? bytes.length > 0 && bytes[0] != 0 : bytes.length == length);
        if (!good) {
            members.report(Finding.of(KeyRequirement.VALUE_ENCODING).with("name", name), name);
            return null;
        }
        return bytes;
    }

    private static @Nullable VerificationKey key(KeyType type, KeyMaterial material, Members members) {
        try {
            return VerificationKey.of(type, material);
        } catch (UnusableKeyException e) {
            members.report(Finding.of(requirement(e.fault())), null);
            return null;
        }
    }

    /** What a fault of a key breaks whose numbers have the right form. */
    private static KeyRequirement requirement(KeyFault fault) {
        return switch (fault) {
            case RSA_TOO_SHORT, RSA_MODULUS, RSA_PREDICTABLE -> KeyRequirement.RSA_MODULUS;
            case RSA_EXPONENT -> KeyRequirement.RSA_EXPONENT;
            default -> KeyRequirement.ON_CURVE;
        };
    }

    private static List<X509Certificate> certificates(VerificationKey key, Members members) {
        List<String> texts = members.strings("x5c");
        if (texts == null) {
            return List.of();
        }
        List<X509Certificate> certificates = Certificates.read(texts);
        if (certificates == null || !isFor(certificates.get(0), key)) {
            members.report(Finding.of(KeyRequirement.CERTIFICATE).with("limit", Certificates.MAX), "x5c");
            return List.of();
        }
        return certificates;
    }

    private static boolean isFor(X509Certificate certificate, VerificationKey key) {
        try {
            return VerificationKey.of(certificate).equals(key);
        } catch (UnusableKeyException e) {
            // A certificate for a kind of key that is not supported is not for one that is.
            return false;
        }
    }
}
