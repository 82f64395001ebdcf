package io.xuemeng.core.asic;

import io.xuemeng.core.crypto.certificate.ValidationStatus;
import io.xuemeng.core.requirement.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * What came of verifying a container.
 *
 * @param signatures each signature's result, in the order of their numbers; empty for a container that is not signed
 * @param containerFindings what is wrong with the container as a whole ({@link SignatureRequirement})
 * @param archiveFindings what the archive's reader found ({@code ZIP-}, {@code PATH-}); a package's validator finds the same
 */
public record ContainerResult(
        List<SignatureResult> signatures, List<Finding> containerFindings, List<Finding> archiveFindings) {

    /** Copies the lists. */
    public ContainerResult {
        signatures = List.copyOf(signatures);
        containerFindings = List.copyOf(containerFindings);
        archiveFindings = List.copyOf(archiveFindings);
    }

    /** Whether there is a signature, of whatever worth. */
    public boolean isSigned() {
        return !signatures.isEmpty();
    }

    /**
     * Valid only if there is a signature, all are valid, and nothing is wrong with the container as a whole; an unsigned container is
     * indeterminate.
     */
    public ValidationStatus status() {
        ValidationStatus status = isSigned() ? ValidationStatus.VALID : ValidationStatus.INDETERMINATE;
        status = status.and(wholeStatus(containerFindings, archiveFindings));
        for (SignatureResult signature : signatures) {
            status = status.and(signature.status());
        }
        return status;
    }

    /** Of an archive's findings only faults count: a name in an old encoding does not make a signature doubtful. */
    static ValidationStatus wholeStatus(List<Finding> container, List<Finding> archive) {
        ValidationStatus archived = ValidationStatus.of(archive) == ValidationStatus.INVALID
                ? ValidationStatus.INVALID
                : ValidationStatus.VALID;
        return ValidationStatus.of(container).and(archived);
    }

    /** What is wrong with the container and with each signature; not what the archive's reader found. */
    public List<Finding> findings() {
        // A signature and a seal over one manifest share what is wrong with the entries.
        Set<Finding> known = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Finding> once = new ArrayList<>(containerFindings);
        for (SignatureResult signature : signatures) {
            for (Finding finding : signature.findings()) {
                if (known.add(finding)) {
                    once.add(finding);
                }
            }
        }
        return List.copyOf(once);
    }
}
