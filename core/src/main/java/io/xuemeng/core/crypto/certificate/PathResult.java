package io.xuemeng.core.crypto.certificate;

import io.xuemeng.core.requirement.Finding;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What came of judging a certificate.
 *
 * @param path the certificate, those of the authorities above it, and the anchor last; as far as it could be followed when none
 *     is reached
 * @param findings why it is not valid; empty when it is
 */
public record PathResult(List<X509Certificate> path, List<Finding> findings) {

    /** Copies both lists. */
    public PathResult {
        path = List.copyOf(path);
        findings = List.copyOf(findings);
    }

    /** Valid, indeterminate or invalid. */
    public ValidationStatus status() {
        return ValidationStatus.of(findings);
    }
}
