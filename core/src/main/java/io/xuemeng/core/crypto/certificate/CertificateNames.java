package io.xuemeng.core.crypto.certificate;

import java.security.cert.X509Certificate;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** The names of certificates as people read them: the common name, or the whole. */
public final class CertificateNames {

    private CertificateNames() {}

    /** Whom a certificate is about. */
    public static String subject(X509Certificate certificate) {
        return readable(certificate.getSubjectX500Principal());
    }

    /** Who issued a certificate. */
    public static String issuer(X509Certificate certificate) {
        return readable(certificate.getIssuerX500Principal());
    }

    /** The common name, else the whole name (RFC 4514). Text of whoever made it: show it like any other hostile text. */
    public static String readable(X500Principal principal) {
        try {
            X500Name name = X500Name.getInstance(principal.getEncoded());
            RDN[] common = name.getRDNs(BCStyle.CN);
            if (common.length > 0) {
                // Rendering escapes commas and more, which is for programs.
                return IETFUtils.valueToString(
                                common[common.length - 1].getFirst().getValue())
                        .replace("\\", "");
            }
        } catch (RuntimeException e) {
            // A name that cannot be taken apart is shown as a whole.
            return principal.getName();
        }
        return principal.getName();
    }
}
