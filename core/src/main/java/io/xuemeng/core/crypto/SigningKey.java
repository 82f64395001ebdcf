package io.xuemeng.core.crypto;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A private key in this process, with the certificates for it. SM2, P-256, Ed25519 and RSA; see {@link Signer} for keys elsewhere.
 *
 * <pre>{@code
 * SigningKey key = SigningKey.fromPkcs12(Path.of("vendor.p12"), password);
 * }</pre>
 *
 * <p>It says nothing of itself: {@code toString} names the public half only. Immutable and thread-safe; make one and keep it.
 */
public final class SigningKey implements Signer {

    private final PrivateHalf half;
    private final VerificationKey verificationKey;
    private final SignatureAlgorithm algorithm;
    private final List<X509Certificate> certificates;

    private SigningKey(
            PrivateHalf half,
            VerificationKey verificationKey,
            SignatureAlgorithm algorithm,
            List<X509Certificate> certificates) {
        this.half = half;
        this.verificationKey = verificationKey;
        this.algorithm = algorithm;
        this.certificates = List.copyOf(certificates);
    }

    /**
     * The one key of a PKCS#12 file (RFC 7292), with its certificates.
     *
     * @param password of the file and of the key; not kept
     * @throws UnusableKeyException when the password is wrong, there is no key or more than one, or it is not one this library
     *     takes
     * @throws IOException when the file cannot be read
     */
    public static SigningKey fromPkcs12(Path file, char[] password) throws IOException, UnusableKeyException {
        return fromPkcs12(Files.readAllBytes(file), password, null);
    }

    /**
     * A key of a PKCS#12 file.
     *
     * @param alias its name in the file; null for the only one
     */
    public static SigningKey fromPkcs12(byte[] file, char[] password, @Nullable String alias)
            throws UnusableKeyException {
        return Pkcs12Files.read(file, password, alias);
    }

    /**
     * The one key of a PEM file (RFC 7468), with the certificates in it.
     *
     * @param password of a key that is encrypted as PKCS#8 is; null for one that is not encrypted
     */
    public static SigningKey fromPem(Path file, char @Nullable [] password) throws IOException, UnusableKeyException {
        return fromPem(PemFiles.text(Files.readAllBytes(file)), password);
    }

    /** The one key of a text in PEM, with the certificates in it. */
    public static SigningKey fromPem(String pem, char @Nullable [] password) throws UnusableKeyException {
        return PemFiles.read(pem, password);
    }

    /** A key that the Java platform, or a provider, hands out in PKCS#8, with its certificates: its own first, or none. */
    public static SigningKey of(PrivateKey key, List<X509Certificate> certificates) throws UnusableKeyException {
        return of(PrivateKeyDecoder.decode(key), certificates);
    }

    /** A key from PrivateKeyInfo in DER (RFC 5958, 2), which is PKCS#8, with its certificates: its own first, or none. */
    public static SigningKey of(byte[] privateKeyInfo, List<X509Certificate> certificates) throws UnusableKeyException {
        return of(PrivateKeyDecoder.decode(privateKeyInfo), certificates);
    }

    /**
     * A key from what it consists of, without certificates.
     *
     * @throws UnusableKeyException when the material does not go with the type, its parts do not belong together, or it is too weak
     */
    public static SigningKey of(KeyType type, SecretMaterial material) throws UnusableKeyException {
        return of(PrivateKeyDecoder.of(type, material), List.of());
    }

    private static SigningKey of(PrivateHalf half, List<X509Certificate> certificates) throws UnusableKeyException {
        return new SigningKey(half, half.verificationKey(), SignatureAlgorithm.usualFor(half.type()), List.of())
                .withCertificates(certificates);
    }

    /** A new key; an RSA one has 3,072 bits. */
    public static SigningKey generate(KeyType type) {
        PrivateHalf half = switch (type) {
            case SM2, P_256 -> EcPrivateHalf.generate(type);
            case ED25519 -> Ed25519PrivateHalf.generate();
            case RSA -> RsaPrivateHalf.generate();
        };
        try {
            return of(half, List.of());
        } catch (UnusableKeyException e) {
            throw new IllegalStateException("a key that was just made cannot be used", e);
        }
    }

    /**
     * The same key that signs with another algorithm.
     *
     * @throws IllegalArgumentException when the algorithm is for another kind of key
     */
    public SigningKey withAlgorithm(SignatureAlgorithm value) {
        if (!verificationKey.supports(value)) {
            throw new IllegalArgumentException("a key of type " + half.type() + " does not sign with " + value);
        }
        return new SigningKey(half, verificationKey, value, certificates);
    }

    /**
     * The same key with certificates.
     *
     * @param values the key's own is moved to the front; the others keep their order; may be empty
     * @throws UnusableKeyException when none of them is for this key
     */
    public SigningKey withCertificates(List<X509Certificate> values) throws UnusableKeyException {
        List<X509Certificate> ordered = new ArrayList<>(values);
        if (!ordered.isEmpty()) {
            X509Certificate own = null;
            for (X509Certificate certificate : values) {
                if (isFor(certificate)) {
                    own = certificate;
                    break;
                }
            }
            if (own == null) {
                throw new UnusableKeyException(KeyFault.NOT_A_PAIR);
            }
            ordered.remove(own);
            ordered.add(0, own);
        }
        return new SigningKey(half, verificationKey, algorithm, ordered);
    }

    private boolean isFor(X509Certificate certificate) {
        try {
            return VerificationKey.of(certificate).equals(verificationKey);
        } catch (UnusableKeyException e) {
            // A certificate of a kind we do not work with is not for a key that we do.
            return false;
        }
    }

    @Override
    public SignatureAlgorithm algorithm() {
        return algorithm;
    }

    @Override
    public VerificationKey verificationKey() {
        return verificationKey;
    }

    @Override
    public List<X509Certificate> certificates() {
        return certificates;
    }

    @Override
    public byte[] sign(byte[] message) throws SigningException {
        return half.sign(algorithm, message);
    }

    /** The key itself as PrivateKeyInfo in DER (RFC 5958, 2): a secret. */
    public byte[] privateKeyInfo() {
        return half.encoded();
    }

    /** The key and its certificates in PEM, unencrypted: a secret. */
    public String toPem() {
        return PemFiles.write(half.encoded(), certificates);
    }

    /** The key and its certificates as a PKCS#12 file, encrypted with AES-256. */
    public byte[] toPkcs12(char[] password) {
        return Pkcs12Files.write(this, half.encoded(), password);
    }

    /** The algorithm and the public half. */
    @Override
    public String toString() {
        return "SigningKey[" + algorithm + ", " + verificationKey + "]";
    }
}
