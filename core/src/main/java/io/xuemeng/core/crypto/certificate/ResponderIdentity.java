package io.xuemeng.core.crypto.certificate;

import io.xuemeng.core.crypto.provider.BouncyCastle;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ocsp.ResponderID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/** Who an OCSP response says that it is from (RFC 6960, 4.2.2.3): by name, or by the SHA-1 digest of the key. */
final class ResponderIdentity {

    private final @Nullable X500Principal name;
    private final byte @Nullable [] keyHash;

    private ResponderIdentity(@Nullable X500Principal name, byte @Nullable [] keyHash) {
        this.name = name;
        this.keyHash = keyHash;
    }

    static ResponderIdentity of(OcspResponse response) {
        ResponderID id = response.basic().getTbsResponseData().getResponderID();
        return new ResponderIdentity(id.getName() == null ? null : principal(id.getName()), id.getKeyHash());
    }

    boolean isOf(X509Certificate certificate) {
        return name != null
                ? name.equals(certificate.getSubjectX500Principal())
                : isDigestOf(CertificateKey.of(certificate).info());
    }

    /** The same for a certificate that has not been read yet. */
    boolean isOf(X509CertificateHolder certificate) {
        return name != null
                ? name.equals(principal(certificate.getSubject()))
                : isDigestOf(certificate.getSubjectPublicKeyInfo());
    }

    /** The name in the form that is quick to compare; null for one that is none. */
    private static @Nullable X500Principal principal(X500Name name) {
        try {
            return new X500Principal(name.getEncoded());
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }

    private boolean isDigestOf(@Nullable SubjectPublicKeyInfo key) {
        if (key == null || keyHash == null) {
            return false;
        }
        try {
            // SHA-1 only names the responder here; what is trusted is the signature.
            MessageDigest digest = MessageDigest.getInstance("SHA-1", BouncyCastle.provider());
            // getBytes, because getOctets throws when the key's maker says that its last bits do not count.
            return Arrays.equals(digest.digest(key.getPublicKeyData().getBytes()), keyHash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Bouncy Castle has SHA-1", e);
        }
    }
}
