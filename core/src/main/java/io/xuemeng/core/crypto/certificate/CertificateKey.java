package io.xuemeng.core.crypto.certificate;

import io.xuemeng.core.crypto.VerificationKey;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParametersHolder;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a certificate's key before Bouncy Castle decodes it. Whoever made the certificate chose the key, and already
 * decoding it costs time; where it has parameters of its own (DSA, Diffie-Hellman, a curve that is spelled out) its length says
 * nothing of how much. Used are only RSA, elliptic curves with a name, Ed25519 and Ed448, up to a size.
 *
 * @param info the key; null when there is nothing that could be one
 * @param cost what it costs to use it, in verifications with an RSA key of 2,048 bits or on a curve of 256 bits, rounded up: the third
 *     power of how many times longer it is; 0 when it is not used
 * @param weakness its kind and size when it is too weak or not used; null when nothing is wrong with it so far
 */
record CertificateKey(
        @Nullable SubjectPublicKeyInfo info,
        int cost,
        @Nullable String weakness) {

    private static final int EXPONENT_MAX_BITS = 256;
    /** The greatest RSA key that is used, and the tags and parameters around it. */
    private static final int MAX_BYTES = (VerificationKey.RSA_MAX_BITS + EXPONENT_MAX_BITS) / 8 + 256;
    /** Up to this length an exponent is about as quick as 65,537. */
    private static final int EXPONENT_UNIT_BITS = 32;

    private static final int EC_MIN_BITS = 256;
    private static final int ED448_BITS = 448;
    private static final ASN1ObjectIdentifier DSA = new ASN1ObjectIdentifier("1.2.840.10040.4.1");

    static CertificateKey of(X509Certificate certificate) {
        try {
            return of(
                    TBSCertificate.getInstance(certificate.getTBSCertificate()).getSubjectPublicKeyInfo());
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            // Whatever its maker wrote there, it is no key.
            return unused(null, "-");
        }
    }

    private static CertificateKey of(SubjectPublicKeyInfo info) throws IOException {
        ASN1ObjectIdentifier kind = info.getAlgorithm().getAlgorithm();
        if (kind.equals(PKCSObjectIdentifiers.rsaEncryption) || kind.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            return rsa(info);
        }
        if (info.getEncoded(ASN1Encoding.DER).length > MAX_BYTES) {
            return unused(info, kind.equals(DSA) ? "DSA" : kind.getId());
        }
        if (kind.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return info.getAlgorithm().getParameters() instanceof ASN1ObjectIdentifier curve
                    ? onCurve(info, curve)
                    : unused(info, kind.getId());
        }
        if (kind.equals(EdECObjectIdentifiers.id_Ed25519)) {
            return new CertificateKey(info, 1, null);
        }
        if (kind.equals(EdECObjectIdentifiers.id_Ed448)) {
            return new CertificateKey(info, cost(ED448_BITS, EC_MIN_BITS), null);
        }
        return unused(info, kind.equals(DSA) ? "DSA" : kind.getId());
    }

    private static CertificateKey unused(@Nullable SubjectPublicKeyInfo info, String weakness) {
        return new CertificateKey(info, 0, weakness);
    }

    private static CertificateKey rsa(SubjectPublicKeyInfo info) throws IOException {
        RSAPublicKey key = RSAPublicKey.getInstance(info.parsePublicKey());
        int bits = key.getModulus().bitLength();
        int exponent = key.getPublicExponent().bitLength();
        if (bits > VerificationKey.RSA_MAX_BITS || info.getEncoded(ASN1Encoding.DER).length > MAX_BYTES) {
            return unused(info, "RSA " + bits);
        }
        if (exponent > EXPONENT_MAX_BITS) {
            return unused(info, "RSA " + bits + ", e " + exponent);
        }
        int cost = cost(bits, VerificationKey.RSA_MIN_BITS)
                * Math.max(1, (exponent + EXPONENT_UNIT_BITS - 1) / EXPONENT_UNIT_BITS);
        return new CertificateKey(info, cost, bits < VerificationKey.RSA_MIN_BITS ? "RSA " + bits : null);
    }

    private static CertificateKey onCurve(SubjectPublicKeyInfo info, ASN1ObjectIdentifier curve) {
        X9ECParametersHolder known = ECNamedCurveTable.getByOIDLazy(curve);
        if (known == null) {
            return unused(info, curve.getId());
        }
        int bits = known.getParameters().getN().bitLength();
        return new CertificateKey(info, cost(bits, EC_MIN_BITS), bits < EC_MIN_BITS ? "EC " + bits : null);
    }

    /** The third power of a key's length in units of another, rounded up. */
    private static int cost(int bits, int unitBits) {
        long length = Math.max(bits, unitBits);
        long unit = (long) unitBits * unitBits * unitBits;
        return Math.toIntExact((length * length * length + unit - 1) / unit);
    }

    /** Whether signatures are verified with it. */
    boolean isUsed() {
        return cost > 0;
    }
}
