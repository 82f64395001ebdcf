package io.xuemeng.core.jose;

import io.xuemeng.core.crypto.DigestAlgorithm;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.Signer;
import io.xuemeng.core.crypto.VerificationKey;
import io.xuemeng.core.json.JsonWriter;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A public key for signatures, and what its owner publishes with it (RFC 7517): 公钥. It never holds anything private, and holds no key
 * that may not verify. {@link JwkReader} reads them; {@link #of(VerificationKey)} makes one to publish. Immutable and thread-safe.
 *
 * <pre>{@code
 * Jwk published = Jwk.of(signingKey).withKeyId("2026-09");
 * }</pre>
 */
public final class Jwk {

    private final VerificationKey key;
    private final @Nullable String keyId;
    private final @Nullable SignatureAlgorithm algorithm;
    private final List<X509Certificate> certificates;

    Jwk(
            VerificationKey key,
            @Nullable String keyId,
            @Nullable SignatureAlgorithm algorithm,
            List<X509Certificate> certificates) {
        this.key = key;
        this.keyId = keyId;
        this.algorithm = algorithm;
        this.certificates = List.copyOf(certificates);
    }

    /** A key without a name, for every algorithm of its kind: an RSA key should get {@link #withAlgorithm one}. */
    public static Jwk of(VerificationKey key) {
        KeyType type = key.type();
        return new Jwk(key, null, type == KeyType.RSA ? null : SignatureAlgorithm.usualFor(type), List.of());
    }

    /** The public half of a signer's key, for the signer's algorithm; its name is its {@linkplain #thumbprint() thumbprint}. */
    public static Jwk of(Signer signer) {
        Jwk jwk = new Jwk(signer.verificationKey(), null, signer.algorithm(), List.of());
        return jwk.withKeyId(jwk.thumbprint());
    }

    /**
     * The same key under a name ({@code kid}; RFC 7517, 4.5).
     *
     * @throws IllegalArgumentException when it is empty
     */
    public Jwk withKeyId(String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a key's name is not empty");
        }
        return new Jwk(key, value, algorithm, certificates);
    }

    /**
     * The same key for one algorithm only.
     *
     * @throws IllegalArgumentException when the algorithm is for another kind of key
     */
    public Jwk withAlgorithm(SignatureAlgorithm value) {
        if (!key.supports(value)) {
            throw new IllegalArgumentException("a key of type " + key.type() + " does not verify " + value);
        }
        return new Jwk(key, keyId, value, certificates);
    }

    /** The key itself. */
    public VerificationKey key() {
        return key;
    }

    /** Its name ({@code kid}), never empty text; empty when it has none. */
    public Optional<String> keyId() {
        return Optional.ofNullable(keyId);
    }

    /** The one algorithm it is for ({@code alg}); empty when it is for all of its kind. */
    public Optional<SignatureAlgorithm> algorithm() {
        return Optional.ofNullable(algorithm);
    }

    /** The certificates beside it ({@code x5c}), its own first, checked only to be for it; empty when there are none. */
    public List<X509Certificate> certificates() {
        return certificates;
    }

    /** Whether it may verify signatures of an algorithm: it can, and is published for no other. */
    public boolean permits(SignatureAlgorithm value) {
        return algorithm == null ? key.supports(value) : algorithm == value;
    }

    /** Its thumbprint with SHA-256 in base64url (RFC 7638): the same for the same key wherever it comes from. */
    public String thumbprint() {
        return thumbprint(DigestAlgorithm.SHA_256);
    }

    /**
     * Its thumbprint with another digest, in base64url. RFC 7638 leaves the digest to whoever states it; {@link DigestAlgorithm#SM3} is
     * this library's choice where a profile allows Chinese algorithms only.
     */
    public String thumbprint(DigestAlgorithm digest) {
        return Base64Url.encode(digest.digest(JwkWriter.thumbprintInput(key)));
    }

    /** The key as JSON: {@code kty}, {@code use}, {@code alg}, {@code kid}, the key's numbers and its certificates. */
    public byte[] toJson() {
        return JsonWriter.compact(out -> JwkWriter.write(this, out));
    }

    boolean hasKeyId(String value) {
        return value.equals(keyId);
    }

    /** Whether both are the same key with the same name and algorithm; certificates do not matter. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Jwk jwk
                && key.equals(jwk.key)
                && algorithm == jwk.algorithm
                && keyId().equals(jwk.keyId());
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    /** The kind of key and its thumbprint. */
    @Override
    public String toString() {
        return "Jwk[" + key.type() + ' ' + thumbprint() + ']';
    }
}
