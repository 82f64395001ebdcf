package io.xuemeng.core.crypto.cms;

import io.xuemeng.core.crypto.DigestAlgorithm;
import io.xuemeng.core.crypto.EcSignatures;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.VerificationKey;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;

/** Who signed a message, with what, and whether the signature verifies. */
public final class SignerCheck {

    private static final byte[] NO_ID = new byte[0];

    private final SignedMessage message;

    /** A check of one message. */
    public SignerCheck(SignedMessage message) {
        this.message = message;
    }

    /** The digest algorithm, or empty when it is none that is accepted. */
    public Optional<DigestAlgorithm> digest() {
        return CmsAlgorithms.digest(message.signer().getDigestAlgorithm());
    }

    /** The signature algorithm, or empty when it is none that is accepted, or does not go with the digest. */
    public Optional<SignatureAlgorithm> algorithm() {
        return digest().flatMap(
                        digest -> CmsAlgorithms.signature(message.signer().getDigestEncryptionAlgorithm(), digest));
    }

    /** The embedded certificate that the message names as its signer's. */
    public Optional<X509Certificate> certificate() {
        ASN1Primitive id = message.signer().getSID().getId().toASN1Primitive();
        return message.material().certificates().stream()
                .filter(certificate -> isNamed(id, certificate))
                .findFirst();
    }

    private static boolean isNamed(ASN1Primitive id, X509Certificate certificate) {
        try {
            if (id instanceof ASN1OctetString key) {
                byte[] extension = certificate.getExtensionValue(Extension.subjectKeyIdentifier.getId());
                return extension != null
                        && Arrays.equals(
                                SubjectKeyIdentifier.getInstance(ASN1OctetString.getInstance(extension)
                                                .getOctets())
                                        .getKeyIdentifier(),
                                key.getOctets());
            }
            IssuerAndSerialNumber name = IssuerAndSerialNumber.getInstance(id);
            // Byte for byte: that names are equal whatever the case of their letters would leave the message room to
            // vary.
            return name.getSerialNumber().getValue().equals(certificate.getSerialNumber())
                    && Arrays.equals(
                            name.getName().getEncoded(ASN1Encoding.DER),
                            certificate.getIssuerX500Principal().getEncoded());
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** What a signature turned out to be. */
    public enum Outcome {
        /** It verifies. */
        GOOD,
        /** It does not: another key made it, or what was signed has changed. */
        WRONG,
        /** An SM2 signature that verifies with no signer ID, instead of the one that is agreed on. */
        WRONG_SM2_ID
    }

    /** Whether the signature over the attributes verifies. */
    public Outcome verify(VerificationKey key, SignatureAlgorithm algorithm) {
        if (!key.supports(algorithm)) {
            return Outcome.WRONG;
        }
        byte[] signature = message.signature();
        if (key.type() == KeyType.P_256 || key.type() == KeyType.SM2) {
            try {
                signature = EcSignatures.toRaw(signature);
            } catch (IllegalArgumentException e) {
                return Outcome.WRONG;
            }
        }
        byte[] signed = message.attributes().signed();
        if (key.verify(algorithm, signed, signature)) {
            return Outcome.GOOD;
        }
        boolean otherId = key.type() == KeyType.SM2 && key.withSm2Id(NO_ID).verify(algorithm, signed, signature);
        return otherId ? Outcome.WRONG_SM2_ID : Outcome.WRONG;
    }
}
