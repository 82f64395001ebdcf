package io.xuemeng.core.crypto;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.jspecify.annotations.Nullable;

/**
 * A public key that was checked and decoded once, and verifies ever after. It guarantees that a signature which verifies was made
 * with the private half over exactly this message, if the algorithm holds (FIPS 186-5; GB/T 32918.2-2016; RFC 8017; RFC 8032).
 *
 * <p>What it takes: named curves only, points on their curve only, RSA of {@value #RSA_MIN_BITS} to {@value #RSA_MAX_BITS} bits with
 * an odd exponent above 3. Immutable and thread-safe; make one for each key and keep it, because decoding is a large part of the
 * cost.
 */
public final class VerificationKey {

    /** The least length of an RSA modulus, in bits. */
    public static final int RSA_MIN_BITS = 2048;

    /** The greatest length of an RSA modulus, in bits: longer ones serve to keep verifiers busy. */
    public static final int RSA_MAX_BITS = 8192;

    /** The signer ID that SM2 signatures are made with unless both sides agree on another (GM/T 0009-2012, 10). */
    public static final String SM2_ID = "1234567812345678";

    private static final byte[] SM2_ID_BYTES = SM2_ID.getBytes(StandardCharsets.US_ASCII);

    private final KeyType type;
    private final PublicHalf half;
    private byte @Nullable [] encoded;

    private VerificationKey(KeyType type, PublicHalf half) {
        this.type = type;
        this.half = half;
    }

    /**
     * A key from SubjectPublicKeyInfo in DER (RFC 5280, 4.1.2.7).
     *
     * @throws UnusableKeyException when it is not one this library takes; it says why
     */
    public static VerificationKey of(byte[] subjectPublicKeyInfo) throws UnusableKeyException {
        PublicKeyInfo.Decoded decoded = PublicKeyInfo.decode(subjectPublicKeyInfo);
        return of(decoded.type(), decoded.material());
    }

    /** A key that the Java platform, or a provider, holds. */
    public static VerificationKey of(PublicKey key) throws UnusableKeyException {
        byte[] info = key.getEncoded();
        if (info == null) {
            throw new UnusableKeyException(KeyFault.UNSUPPORTED_TYPE);
        }
        return of(info);
    }

    /** The key that a certificate is about. Says nothing of whether the certificate is to be trusted. */
    public static VerificationKey of(X509Certificate certificate) throws UnusableKeyException {
        PublicKeyInfo.Decoded decoded = PublicKeyInfo.decode(certificate);
        return of(decoded.type(), decoded.material());
    }

    /**
     * A key from what it consists of.
     *
     * @throws UnusableKeyException when the material does not go with the type, is not on the curve, or is too weak
     */
    public static VerificationKey of(KeyType type, KeyMaterial material) throws UnusableKeyException {
        if (material instanceof KeyMaterial.Point point && type == KeyType.P_256) {
            return new VerificationKey(type, new EcdsaPublicHalf(EcPoints.of(type, point.x(), point.y())));
        }
        if (material instanceof KeyMaterial.Point point && type == KeyType.SM2) {
            return new VerificationKey(type, new Sm2PublicHalf(EcPoints.of(type, point.x(), point.y()), SM2_ID_BYTES));
        }
        if (material instanceof KeyMaterial.Octets octets && type == KeyType.ED25519) {
            return new VerificationKey(type, new Ed25519PublicHalf(ed25519(octets.octets())));
        }
        if (material instanceof KeyMaterial.Rsa rsa && type == KeyType.RSA) {
            PublicKeyInfo.check(rsa);
            return new VerificationKey(type, new RsaPublicHalf(rsa));
        }
        throw new UnusableKeyException(KeyFault.MALFORMED);
    }

    private static Ed25519PublicKeyParameters ed25519(byte[] octets) throws UnusableKeyException {
        if (octets.length != Ed25519PublicKeyParameters.KEY_SIZE) {
            throw new UnusableKeyException(KeyFault.MALFORMED);
        }
        try {
            return new Ed25519PublicKeyParameters(octets);
        } catch (IllegalArgumentException e) {
            throw new UnusableKeyException(KeyFault.NOT_ON_CURVE, e);
        }
    }

    /**
     * The same SM2 key for signers with another ID, in bytes; empty for those who hash none.
     *
     * @throws IllegalStateException when it is not an SM2 key
     */
    public VerificationKey withSm2Id(byte[] id) {
        if (!(half instanceof Sm2PublicHalf sm2)) {
            throw new IllegalStateException("a key of type " + type + " has no signer ID");
        }
        return new VerificationKey(type, new Sm2PublicHalf(sm2.key(), id.clone()));
    }

    /** What kind of key it is. */
    public KeyType type() {
        return type;
    }

    /** What it consists of. */
    public KeyMaterial material() {
        return half.material();
    }

    /** Whether it can verify signatures of an algorithm. */
    public boolean supports(SignatureAlgorithm algorithm) {
        return algorithm.keyType() == type;
    }

    /**
     * Whether a signature over a message was made with the private half.
     *
     * @param signature for P-256 and SM2 r and s of 32 bytes each, one after the other; see {@link EcSignatures} for DER
     * @return false for every signature that is wrong, also in its form
     * @throws IllegalArgumentException when the key does not {@linkplain #supports support} the algorithm: hold that against
     *     what you allow first
     */
    public boolean verify(SignatureAlgorithm algorithm, byte[] message, byte[] signature) {
        return verify(algorithm, message, 0, message.length, signature);
    }

    /** The same for a part of an array. */
    public boolean verify(SignatureAlgorithm algorithm, byte[] message, int offset, int length, byte[] signature) {
        if (!supports(algorithm)) {
            throw new IllegalArgumentException("a key of type " + type + " does not verify " + algorithm);
        }
        return half.verify(algorithm, message, offset, length, signature);
    }

    /** SubjectPublicKeyInfo in DER, with the curve named and the point uncompressed; a copy. */
    public byte[] encoded() {
        byte[] known = encoded;
        if (known == null) {
            // Two threads may do it at once, with one outcome.
            known = PublicKeyInfo.encode(type, half.material());
            encoded = known;
        }
        return known.clone();
    }

    /** Whether both are the same key; an SM2 key's ID does not matter. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VerificationKey key && type == key.type && Arrays.equals(encoded(), key.encoded());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded());
    }

    /** Its type and the first bytes of the SHA-256 of its encoding. */
    @Override
    public String toString() {
        byte[] digest = DigestAlgorithm.SHA_256.digest(encoded());
        StringBuilder text = new StringBuilder(type.name()).append(' ');
        for (int i = 0; i < 8; i++) {
            text.append(Character.forDigit(digest[i] >> 4 & 0xF, 16)).append(Character.forDigit(digest[i] & 0xF, 16));
        }
        return text.toString();
    }
}
