package io.xuemeng.core.crypto.timestamp;

import io.xuemeng.core.crypto.certificate.ValidationStatus;
import io.xuemeng.core.requirement.Finding;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of judging a timestamp.
 *
 * @param time the moment it states; empty when it cannot be read. It is proven only when the status is valid
 * @param accuracy how far the moment may be off, in both directions; zero when nothing is stated
 * @param path the authority's certificate, those above it, and the anchor last, as far as they could be followed; may be empty
 * @param findings why it is not valid; empty when it is
 */
public record TimestampResult(
        Optional<Instant> time, Duration accuracy, List<X509Certificate> path, List<Finding> findings) {

    /** Copies both lists. */
    public TimestampResult {
        path = List.copyOf(path);
        findings = List.copyOf(findings);
    }

    /** Valid, indeterminate or invalid. */
    public ValidationStatus status() {
        return ValidationStatus.of(findings);
    }

    /** The authority's certificate; empty when it could not be found. */
    public Optional<X509Certificate> authority() {
        return path.stream().findFirst();
    }
}
