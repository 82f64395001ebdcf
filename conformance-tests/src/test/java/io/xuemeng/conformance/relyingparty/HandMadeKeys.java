package io.xuemeng.conformance.relyingparty;

import com.fasterxml.jackson.databind.JsonNode;
import io.xuemeng.core.crypto.KeyMaterial;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.UnusableKeyException;
import io.xuemeng.core.crypto.VerificationKey;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Sets of keys as a vendor reads them: rightly but for one fault. */
final class HandMadeKeys {

    static final Map<String, SignatureAlgorithm> ALGORITHMS = Map.of(
            "ES256", SignatureAlgorithm.ES256,
            "EdDSA", SignatureAlgorithm.ED25519,
            "PS256", SignatureAlgorithm.PS256,
            "RS256", SignatureAlgorithm.RS256,
            "SGD_SM3_SM2", SignatureAlgorithm.SM2_SM3);

    /** A key of a set; one of those that this library does not make has its JSON only. */
    record Key(
            @Nullable String name,
            @Nullable String algorithm,
            @Nullable VerificationKey key,
            JsonNode json) {}

    private final Predicate<Fault> has;

    HandMadeKeys(Predicate<Fault> has) {
        this.has = has;
    }

    List<Key> read(JsonNode set) throws Refusal {
        List<Key> keys = new ArrayList<>();
        if (has.test(Fault.TAKES_A_KEY_FOR_A_SET) && set.has("kty")) {
            return List.of(key(set));
        }
        Refusal.unless(set.path("keys").isArray(), "no set of keys");
        for (JsonNode member : set.path("keys")) {
            Refusal.unless(!has.test(Fault.FAILS_ON_KEYS_THAT_ARE_NO_OBJECTS) || member.isObject(), "no key");
            boolean other = List.of("XYZ", "OKP").contains(member.path("kty").asText())
                    && !member.path("crv").asText().equals("Ed25519");
            Refusal.unless(!(has.test(Fault.FAILS_ON_KEYS_OF_OTHER_KINDS) && other), "an unknown key");
            usable(member).ifPresent(keys::add);
        }
        Set<String> names = new HashSet<>();
        for (Key key : List.copyOf(keys)) {
            if (key.name() != null && !names.add(key.name()) && !has.test(Fault.TAKES_ANY_OF_TWO_KEYS_OF_ONE_NAME)) {
                keys.removeIf(one -> key.name().equals(one.name()));
            }
        }
        return keys;
    }

    /** A key; empty for one that cannot be used, which is left out. */
    private Optional<Key> usable(JsonNode member) {
        try {
            return Optional.of(key(member));
        } catch (Refusal e) {
            return Optional.empty();
        }
    }

    private Key key(JsonNode key) throws Refusal {
        String kty = key.path("kty").asText("");
        if (kty.isEmpty() && has.test(Fault.TAKES_KEYS_WITHOUT_A_KIND) && key.has("crv")) {
            kty = "EC";
        }
        boolean loose = has.test(Fault.READS_TYPES_OF_KEY_MEMBERS_LOOSELY);
        JsonNode kid = key.path("kid");
        Refusal.unless(loose || kid.isMissingNode() || kid.isTextual(), "kid is no text");
        if (kty.equals("oct")) {
            Refusal.unless(has.test(Fault.TAKES_SHARED_KEYS_FROM_A_SET), "a shared key");
            return new Key(kid.asText(), "HS256", null, key);
        }
        Refusal.unless(has.test(Fault.TAKES_PRIVATE_KEYS) || !key.has("d"), "a private key");
        Refusal.unless(
                has.test(Fault.IGNORES_USE) || key.path("use").asText("sig").equals("sig"), "not for signatures");
        checkOperations(key);
        String algorithm = key.has("alg") ? key.path("alg").asText() : null;
        checkCertificates(key);
        VerificationKey made = made(kty, key, loose);
        if (algorithm != null && made != null) {
            SignatureAlgorithm known = ALGORITHMS.get(algorithm);
            boolean foreign = List.of("RS384", "ES384").contains(algorithm);
            if (known == null && !foreign) {
                Refusal.unless(has.test(Fault.IGNORES_UNKNOWN_ALGORITHMS_OF_KEYS), "an unknown algorithm");
                algorithm = null;
            } else if (foreign) {
                Refusal.unless(
                        has.test(Fault.IGNORES_ALGORITHMS_OF_OTHER_KINDS_OF_KEYS), "an algorithm of another kind");
                algorithm = null;
            }
        }
        // A vendor who takes any kid takes the number that nobody can name for none.
        return new Key(kid.isTextual() ? kid.asText() : kid.isMissingNode() ? null : "*", algorithm, made, key);
    }

    private void checkOperations(JsonNode key) throws Refusal {
        JsonNode operations = key.path("key_ops");
        if (operations.isMissingNode()) {
            return;
        }
        Set<String> names = new HashSet<>();
        boolean twice = false;
        for (JsonNode operation : operations) {
            twice |= !names.add(operation.asText());
        }
        Refusal.unless(has.test(Fault.IGNORES_KEY_OPS) || names.contains("verify"), "not for verifying");
        Refusal.unless(has.test(Fault.TAKES_KEY_OPS_TWICE) || !twice, "an operation twice");
    }

    private void checkCertificates(JsonNode key) throws Refusal {
        Refusal.unless(has.test(Fault.IGNORES_CERTIFICATES_OF_KEYS) || !key.has("x5c"), "no certificate of this key");
    }

    private @Nullable VerificationKey made(String kty, JsonNode key, boolean loose) throws Refusal {
        String curve = key.path("crv").asText("");
        try {
            if (kty.equals("RSA")) {
                return rsa(key);
            }
            if (kty.equals("OKP") && curve.equals("Ed25519")) {
                return VerificationKey.of(KeyType.ED25519, new KeyMaterial.Octets(coordinate(key, "x", loose)));
            }
            KeyType type = curve.equals("P-256") ? KeyType.P_256 : curve.equals("sm2p256v1") ? KeyType.SM2 : null;
            Refusal.unless(kty.equals("EC") && type != null, "an unknown kind of key");
            return VerificationKey.of(
                    java.util.Objects.requireNonNull(type),
                    new KeyMaterial.Point(coordinate(key, "x", loose), coordinate(key, "y", loose)));
        } catch (UnusableKeyException | IllegalArgumentException e) {
            throw new Refusal("no key");
        }
    }

    private @Nullable VerificationKey rsa(JsonNode key) throws UnusableKeyException, Refusal {
        BigInteger modulus = number(key, "n");
        BigInteger exponent = number(key, "e");
        boolean weak = modulus.bitLength() < 2048 || exponent.intValue() == 3;
        if (weak) {
            Refusal.unless(
                    modulus.bitLength() < 2048
                            ? has.test(Fault.TAKES_SHORT_RSA_KEYS)
                            : has.test(Fault.TAKES_THE_EXPONENT_3),
                    "a weak key");
            return null;
        }
        return VerificationKey.of(KeyType.RSA, new KeyMaterial.Rsa(modulus, exponent));
    }

    private BigInteger number(JsonNode key, String name) throws Refusal {
        String text = key.path(name).asText();
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        boolean exact =
                bytes.length > 0 && bytes[0] != 0 && TokenDraft.encode(bytes).equals(text);
        Refusal.unless(exact || has.test(Fault.TAKES_COORDINATES_OF_ANY_FORM), "no number");
        return new BigInteger(1, bytes);
    }

    private byte[] coordinate(JsonNode key, String name, boolean loose) throws Refusal {
        JsonNode value = key.path(name);
        Refusal.unless(value.isTextual() || (loose && value.isArray()), "no coordinate");
        String text = value.asText();
        if (has.test(Fault.TAKES_COORDINATES_OF_ANY_FORM)) {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            return bytes.length > 32 ? java.util.Arrays.copyOfRange(bytes, bytes.length - 32, bytes.length) : bytes;
        }
        Refusal.unless(text.length() == 43, "no coordinate");
        return Base64.getUrlDecoder().decode(text);
    }
}
