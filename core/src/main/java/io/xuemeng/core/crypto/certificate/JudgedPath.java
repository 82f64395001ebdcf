package io.xuemeng.core.crypto.certificate;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Severity;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of judging one path, of which a certificate may have several.
 *
 * @param path from the certificate to an anchor
 * @param own what is wrong with the certificate itself: its period, its use, its revocation with the key that signed it. That is so on
 *     every path
 * @param above what is wrong with the authorities, which may be right on another path
 */
record JudgedPath(List<X509Certificate> path, List<Finding> own, List<Finding> above) {

    /** Copies the lists. */
    JudgedPath {
        path = List.copyOf(path);
        own = List.copyOf(own);
        above = List.copyOf(above);
    }

    ValidationStatus status() {
        return ValidationStatus.of(own).and(ValidationStatus.of(above));
    }

    /** For the certificate, when there is no other path. */
    PathResult result() {
        List<Finding> findings = new ArrayList<>(own);
        findings.addAll(above);
        return new PathResult(path, findings);
    }

    /** For the certificate, when there may be paths that nobody looked at: no authority's fault proves anything then. */
    PathResult asOneOfMore(Finding cutShort) {
        List<Finding> findings = new ArrayList<>(own);
        above.forEach(finding -> findings.add(unproven(finding)));
        findings.add(cutShort);
        return new PathResult(path, findings);
    }

    private static Finding unproven(Finding fault) {
        if (ValidationStatus.of(List.of(fault)) != ValidationStatus.INVALID) {
            return fault;
        }
        Finding.Builder same =
                Finding.of(fault.requirement()).severity(Severity.WARNING).at(fault.location());
        fault.arguments().forEach(same::with);
        return same.build();
    }
}
