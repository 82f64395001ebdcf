package io.xuemeng.core.crypto.certificate;

import io.xuemeng.core.crypto.DigestAlgorithm;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.Signer;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.crypto.UnusableKeyException;
import io.xuemeng.core.crypto.VerificationKey;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;

/** Keys that are known to everybody and always the same, made from a word, so that samples can be generated again byte for byte. */
public final class FixedKeys {

    private FixedKeys() {}

    /** A P-256 key. */
    public static SigningKey p256(String word) {
        return ec(SECObjectIdentifiers.secp256r1, word);
    }

    /** An Ed25519 key. */
    public static SigningKey ed25519(String word) {
        try {
            byte[] seed = DigestAlgorithm.SHA_256.digest(word.getBytes(StandardCharsets.UTF_8));
            return SigningKey.of(
                    new PrivateKeyInfo(
                                    new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519), new DEROctetString(seed))
                            .getEncoded(),
                    List.of());
        } catch (IOException | UnusableKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SigningKey ec(ASN1ObjectIdentifier curve, String word) {
        try {
            return SigningKey.of(
                    new PrivateKeyInfo(
                                    new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve),
                                    new ECPrivateKey(256, scalar(word)))
                            .getEncoded(),
                    List.of());
        } catch (IOException | UnusableKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BigInteger scalar(String word) {
        // The orders of both curves begin with 32 bits set, so that 255 bits are always below.
        return new BigInteger(1, DigestAlgorithm.SHA_256.digest(word.getBytes(StandardCharsets.UTF_8)))
                .clearBit(255)
                .setBit(0);
    }

    /** An SM2 key. */
    public static Sm2 sm2(String word) {
        return new Sm2(ec(GMObjectIdentifiers.sm2p256v1, word), scalar(word), VerificationKey.SM2_ID, List.of());
    }

    /** An SM2 signer whose random numbers are made from the key and the message. */
    public static final class Sm2 implements Signer {

        private final SigningKey key;
        private final BigInteger scalar;
        private final String id;
        private final List<X509Certificate> certificates;

        private Sm2(SigningKey key, BigInteger scalar, String id, List<X509Certificate> certificates) {
            this.key = key;
            this.scalar = scalar;
            this.id = id;
            this.certificates = certificates;
        }

        /** The same key with certificates. */
        public Sm2 withCertificates(List<X509Certificate> values) {
            return new Sm2(key, scalar, id, values);
        }

        /** The same key that signs with another ID. */
        public Sm2 withId(String value) {
            return new Sm2(key, scalar, value, certificates);
        }

        @Override
        public SignatureAlgorithm algorithm() {
            return SignatureAlgorithm.SM2_SM3;
        }

        @Override
        public VerificationKey verificationKey() {
            return key.verificationKey();
        }

        @Override
        public List<X509Certificate> certificates() {
            return certificates;
        }

        @Override
        public byte[] sign(byte[] message) throws SigningException {
            ECDomainParameters curve =
                    new ECDomainParameters(CustomNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1));
            SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
            byte[] seed = Arrays.copyOf(scalar.toByteArray(), 64);
            System.arraycopy(DigestAlgorithm.SHA_256.digest(message), 0, seed, 32, 32);
            signer.init(
                    true,
                    new ParametersWithID(
                            new ParametersWithRandom(new ECPrivateKeyParameters(scalar, curve), new FixedRandom(seed)),
                            id.getBytes(StandardCharsets.US_ASCII)));
            signer.update(message, 0, message.length);
            try {
                return signer.generateSignature();
            } catch (CryptoException e) {
                throw new SigningException("no signature", e);
            }
        }
    }

    /** The same numbers for the same seed. */
    private static final class FixedRandom extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] seed;
        private int count;

        FixedRandom(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            for (int at = 0; at < bytes.length; at += 32) {
                seed[seed.length - 1]++;
                byte[] block = DigestAlgorithm.SHA_256.digest(
                        (count++ + new BigInteger(seed).toString()).getBytes(StandardCharsets.US_ASCII));
                System.arraycopy(block, 0, bytes, at, Math.min(32, bytes.length - at));
            }
        }
    }
}
