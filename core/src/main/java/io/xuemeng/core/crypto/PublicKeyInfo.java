package io.xuemeng.core.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Public keys as SubjectPublicKeyInfo (RFC 5280, 4.1.2.7). */
final class PublicKeyInfo {

    private PublicKeyInfo() {}

    /** What the encoding of a key says. */
    record Decoded(KeyType type, KeyMaterial material) {}

    static Decoded decode(byte[] encoded) throws UnusableKeyException {
        try {
            SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(ASN1Primitive.fromByteArray(encoded));
            return decode(info);
        } catch (IOException | RuntimeException e) {
            throw new UnusableKeyException(KeyFault.MALFORMED, e);
        }
    }

    /** The key of a certificate from its bytes: making a provider's key first can end in whatever that provider throws. */
    static Decoded decode(X509Certificate certificate) throws UnusableKeyException {
        try {
            return decode(TBSCertificate.getInstance(ASN1Primitive.fromByteArray(certificate.getTBSCertificate()))
                    .getSubjectPublicKeyInfo());
        } catch (CertificateEncodingException | IOException | RuntimeException e) {
            throw new UnusableKeyException(KeyFault.MALFORMED, e);
        }
    }

    private static Decoded decode(SubjectPublicKeyInfo info) throws IOException, UnusableKeyException {
        AlgorithmIdentifier algorithm = info.getAlgorithm();
        ASN1ObjectIdentifier oid = algorithm.getAlgorithm();
        if (oid.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            ASN1Encodable parameters = algorithm.getParameters();
            KeyType type = parameters instanceof ASN1ObjectIdentifier curve ? Curves.typeOf(curve) : null;
            if (type == null) {
                throw new UnusableKeyException(KeyFault.UNSUPPORTED_CURVE);
            }
            return new Decoded(
                    type,
                    EcPoints.material(
                            EcPoints.decode(type, info.getPublicKeyData().getOctets())));
        }
        if (oid.equals(EdECObjectIdentifiers.id_Ed25519)) {
            return new Decoded(
                    KeyType.ED25519,
                    new KeyMaterial.Octets(info.getPublicKeyData().getOctets()));
        }
        if (oid.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            RSAPublicKey rsa = RSAPublicKey.getInstance(info.parsePublicKey());
            return new Decoded(KeyType.RSA, new KeyMaterial.Rsa(rsa.getModulus(), rsa.getPublicExponent()));
        }
        throw new UnusableKeyException(KeyFault.UNSUPPORTED_TYPE);
    }

    static byte[] encode(KeyType type, KeyMaterial material) {
        try {
            return info(type, material).getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("encoding to memory does no input or output", e);
        }
    }

    private static SubjectPublicKeyInfo info(KeyType type, KeyMaterial material) throws IOException {
        if (material instanceof KeyMaterial.Point point) {
            byte[] encoded = new byte[1 + 2 * type.coordinateBytes()];
            encoded[0] = 4;
            System.arraycopy(point.x(), 0, encoded, 1, type.coordinateBytes());
            System.arraycopy(point.y(), 0, encoded, 1 + type.coordinateBytes(), type.coordinateBytes());
            return new SubjectPublicKeyInfo(
                    new AlgorithmIdentifier(
                            X9ObjectIdentifiers.id_ecPublicKey, Curves.of(type).getName()),
                    encoded);
        }
        if (material instanceof KeyMaterial.Octets octets) {
            return new SubjectPublicKeyInfo(new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519), octets.octets());
        }
        if (material instanceof KeyMaterial.Rsa rsa) {
            return new SubjectPublicKeyInfo(
                    new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                    new RSAPublicKey(rsa.modulus(), rsa.exponent()));
        }
        throw new IllegalArgumentException("no key of type " + type);
    }

    /** Checks RSA numbers against what {@link VerificationKey} takes. */
    static void check(KeyMaterial.Rsa rsa) throws UnusableKeyException {
        BigInteger modulus = rsa.modulus();
        BigInteger exponent = rsa.exponent();
        if (modulus.signum() > 0 && modulus.bitLength() < VerificationKey.RSA_MIN_BITS) {
            throw new UnusableKeyException(KeyFault.RSA_TOO_SHORT);
        }
        if (modulus.bitLength() > VerificationKey.RSA_MAX_BITS || modulus.signum() <= 0 || !modulus.testBit(0)) {
            throw new UnusableKeyException(KeyFault.RSA_MODULUS);
        }
        if (PredictablePrimes.are(modulus)) {
            throw new UnusableKeyException(KeyFault.RSA_PREDICTABLE);
        }
        if (exponent.compareTo(BigInteger.valueOf(3)) <= 0 || !exponent.testBit(0) || exponent.bitLength() > 256) {
            throw new UnusableKeyException(KeyFault.RSA_EXPONENT);
        }
    }
}
