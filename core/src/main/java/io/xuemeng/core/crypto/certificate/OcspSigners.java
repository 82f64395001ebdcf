package io.xuemeng.core.crypto.certificate;

import io.xuemeng.core.crypto.provider.X509Objects;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;

/** Who signed an OCSP response, and whether they may (RFC 6960, 4.2.2.2). */
final class OcspSigners {

    private final IssuerSignatures signatures;

    OcspSigners(IssuerSignatures signatures) {
        this.signatures = signatures;
    }

    /** Whether an issuer, or a responder that it certified, signed a response. */
    boolean isAuthorised(BasicOCSPResp response, X509Certificate issuer) {
        if (signatures.isSigned(response, issuer)) {
            return true;
        }
        return embedded(response).stream()
                .anyMatch(responder -> isResponderOf(
                                responder, issuer, response.getProducedAt().toInstant())
                        && signatures.isSigned(response, responder));
    }

    private boolean isResponderOf(X509Certificate responder, X509Certificate issuer, Instant producedAt) {
        try {
            List<String> purposes = responder.getExtendedKeyUsage();
            return purposes != null
                    && purposes.contains(KeyPurposeId.id_kp_OCSPSigning.getId())
                    // The issuer says with this extension that the responder's own revocation is not asked.
                    && responder.getExtensionValue(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck.getId()) != null
                    && !responder.getNotBefore().toInstant().isAfter(producedAt)
                    && !responder.getNotAfter().toInstant().isBefore(producedAt)
                    && responder.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
                    && signatures.isSigned(responder, issuer);
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    static List<X509Certificate> embedded(BasicOCSPResp response) {
        return Arrays.stream(response.getCerts())
                .flatMap(holder -> certificate(holder).stream())
                .toList();
    }

    private static Optional<X509Certificate> certificate(X509CertificateHolder holder) {
        try {
            return Optional.of(X509Objects.certificate(holder.getEncoded()));
        } catch (CertificateException | IOException e) {
            // One that cannot be read has signed nothing.
            return Optional.empty();
        }
    }
}
