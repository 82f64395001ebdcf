package io.xuemeng.core.crypto.certificate;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Severity;
import java.util.Collection;

/** What a validation ended in (ETSI EN 319 102-1, 5.1.3): 验证结论. Declared from best to worst. */
public enum ValidationStatus {
    /** TOTAL-PASSED: every check passed: 有效. */
    VALID,
    /** INDETERMINATE: no fault was proven, but something that is needed for a proof is missing or not trusted: 无法判定. */
    INDETERMINATE,
    /** TOTAL-FAILED: a fault was proven: 无效. */
    INVALID;

    /**
     * The status that findings amount to: an error or worse is a proven fault, a warning leaves the matter open, an information
     * changes nothing.
     */
    public static ValidationStatus of(Collection<Finding> findings) {
        ValidationStatus status = VALID;
        for (Finding finding : findings) {
            status = status.and(of(finding.severity()));
        }
        return status;
    }

    private static ValidationStatus of(Severity severity) {
        return switch (severity) {
            case FATAL, ERROR -> INVALID;
            case WARNING -> INDETERMINATE;
            case INFO -> VALID;
        };
    }

    /** The worse of two. */
    public ValidationStatus and(ValidationStatus other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
