package io.xuemeng.core.crypto.certificate;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;

/** Whether material is what its issuers signed, trusted or not. */
final class Authenticity {

    private final Collection<X509Certificate> known;
    private final IssuerSignatures signatures = new IssuerSignatures();

    Authenticity(Collection<X509Certificate> known) {
        this.known = known;
    }

    List<String> failures(ValidationMaterial material, Collection<X509Certificate> except) {
        List<String> failures = new ArrayList<>();
        for (X509Certificate certificate : material.certificates()) {
            boolean signed = except.contains(certificate)
                    || known.stream()
                            .anyMatch(issuer ->
                                    issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())
                                            && signatures.isSigned(certificate, issuer));
            if (!signed) {
                failures.add(CertificateNames.subject(certificate));
            }
        }
        for (X509CRL list : material.revocationLists()) {
            boolean signed = known.stream()
                    .anyMatch(issuer -> issuer.getSubjectX500Principal().equals(list.getIssuerX500Principal())
                            && signatures.isSigned(list, issuer));
            if (!signed) {
                failures.add(CertificateNames.readable(list.getIssuerX500Principal()));
            }
        }
        for (OcspResponse response : material.ocspResponses()) {
            if (!isSigned(response.basic())) {
                failures.add("OCSP");
            }
        }
        return failures;
    }

    private boolean isSigned(BasicOCSPResponse basic) {
        BasicOCSPResp response = new BasicOCSPResp(basic);
        List<X509Certificate> candidates = new ArrayList<>(OcspSigners.embedded(response));
        candidates.addAll(known);
        return candidates.stream().anyMatch(candidate -> signatures.isSigned(response, candidate));
    }
}
