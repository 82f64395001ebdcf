package io.xuemeng.core.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** A private key on P-256 or an SM2 one. */
final class EcPrivateHalf implements PrivateHalf {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyType type;
    private final ECPrivateKeyParameters key;
    private final ECPublicKeyParameters publicKey;
    private final IdleInstances<SM2Signer> sm2Signers;

    EcPrivateHalf(KeyType type, BigInteger d) throws UnusableKeyException {
        ECNamedDomainParameters curve = Curves.of(type);
        this.type = type;
        // SM2 also forbids n - 1, with which 1 + d has no inverse (GB/T 32918.1-2016, 6.1).
        if (d.signum() <= 0 || d.compareTo(curve.getN().subtract(BigInteger.ONE)) >= 0) {
            throw new UnusableKeyException(KeyFault.MALFORMED);
        }
        this.key = new ECPrivateKeyParameters(d, curve);
        ECPoint point = new FixedPointCombMultiplier().multiply(curve.getG(), d).normalize();
        this.publicKey = new ECPublicKeyParameters(point, curve);
        this.sm2Signers = new IdleInstances<>(this::sm2Signer);
    }

    static EcPrivateHalf generate(KeyType type) {
        BigInteger bound = Curves.of(type).getN().subtract(BigInteger.ONE);
        while (true) {
            BigInteger d = new BigInteger(bound.bitLength(), RANDOM);
            if (d.signum() > 0 && d.compareTo(bound) < 0) {
                try {
                    return new EcPrivateHalf(type, d);
                } catch (UnusableKeyException e) {
                    throw new IllegalStateException("a number in the range of private keys is one", e);
                }
            }
        }
    }

    private SM2Signer sm2Signer() {
        SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
        signer.init(
                true,
                new ParametersWithID(
                        new ParametersWithRandom(key, RANDOM),
                        VerificationKey.SM2_ID.getBytes(StandardCharsets.US_ASCII)));
        return signer;
    }

    @Override
    public KeyType type() {
        return type;
    }

    @Override
    public VerificationKey verificationKey() throws UnusableKeyException {
        return VerificationKey.of(type, EcPoints.material(publicKey));
    }

    @Override
    public byte[] sign(SignatureAlgorithm algorithm, byte[] message) throws SigningException {
        return type == KeyType.SM2
                ? signSm2(message)
                : signEcdsa(algorithm.digest().digest(message));
    }

    private byte[] signSm2(byte[] message) throws SigningException {
        SM2Signer signer = sm2Signers.take();
        try {
            signer.update(message, 0, message.length);
            byte[] signature = signer.generateSignature();
            sm2Signers.giveBack(signer);
            return signature;
        } catch (CryptoException e) {
            throw new SigningException("SM2 could not sign with this key; make a new one", e);
        }
    }

    private byte[] signEcdsa(byte[] digest) {
        // The number that must never come twice is computed from key and digest (RFC 6979), not drawn.
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, key);
        BigInteger[] pair = signer.generateSignature(digest);
        byte[] signature = new byte[EcSignatures.RAW_BYTES];
        EcSignatures.put(pair[0], signature, 0);
        EcSignatures.put(pair[1], signature, EcSignatures.RAW_BYTES / 2);
        return signature;
    }

    @Override
    public byte[] encoded() {
        ECNamedDomainParameters curve = Curves.of(type);
        ECPrivateKey structure = new ECPrivateKey(
                curve.getN().bitLength(),
                key.getD(),
                new DERBitString(publicKey.getQ().getEncoded(false)),
                curve.getName());
        try {
            return new PrivateKeyInfo(
                            new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve.getName()), structure)
                    .getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("encoding to memory does no input or output", e);
        }
    }
}
