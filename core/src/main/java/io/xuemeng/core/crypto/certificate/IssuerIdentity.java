package io.xuemeng.core.crypto.certificate;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.cert.X509Extension;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.util.encoders.Hex;
import org.jspecify.annotations.Nullable;

/**
 * Who issued something, as far as it says so itself: two authorities may have one name, and one may have several keys (RFC 5280, 4.2.1.1).
 *
 * @param name the issuer's name
 * @param keyIdentifier of the issuer's key, in hexadecimal; null when none is stated
 */
record IssuerIdentity(X500Principal name, @Nullable String keyIdentifier) {

    static IssuerIdentity ofIssuerOf(X509Certificate certificate) {
        return new IssuerIdentity(certificate.getIssuerX500Principal(), authorityKey(certificate));
    }

    static IssuerIdentity ofIssuerOf(X509CRL list) {
        return new IssuerIdentity(list.getIssuerX500Principal(), authorityKey(list));
    }

    /** Whether nothing speaks against both being one. */
    boolean mayBe(IssuerIdentity other) {
        return name.equals(other.name)
                && (keyIdentifier == null || other.keyIdentifier == null || keyIdentifier.equals(other.keyIdentifier));
    }

    /** Whether nothing speaks against a certificate being the issuer's own. */
    boolean isSubjectOf(X509Certificate certificate) {
        X500Principal subject = certificate.getSubjectX500Principal();
        return name.equals(subject) && mayBe(new IssuerIdentity(subject, subjectKey(certificate)));
    }

    private static @Nullable String authorityKey(X509Extension extended) {
        byte[] value = extended.getExtensionValue(Extension.authorityKeyIdentifier.getId());
        if (value == null) {
            return null;
        }
        try {
            byte[] key = AuthorityKeyIdentifier.getInstance(
                            ASN1OctetString.getInstance(value).getOctets())
                    .getKeyIdentifierOctets();
            return key == null ? null : Hex.toHexString(key);
        } catch (RuntimeException e) {
            // An extension that says nothing sensible says nothing.
            return null;
        }
    }

    private static @Nullable String subjectKey(X509Certificate certificate) {
        byte[] value = certificate.getExtensionValue(Extension.subjectKeyIdentifier.getId());
        if (value == null) {
            return null;
        }
        try {
            return Hex.toHexString(SubjectKeyIdentifier.getInstance(
                            ASN1OctetString.getInstance(value).getOctets())
                    .getKeyIdentifier());
        } catch (RuntimeException e) {
            // An extension that says nothing sensible says nothing.
            return null;
        }
    }
}
