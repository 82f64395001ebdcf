package io.xuemeng.resource.signature;

import io.xuemeng.core.crypto.certificate.ValidationStatus;
import io.xuemeng.core.requirement.Finding;
import java.util.List;
import java.util.Optional;

/**
 * Who signed a package in which role, when, and whether that is proven. Immutable.
 *
 * @param signatures in the order in which they were made; empty for a package that is not signed
 * @param findings what is wrong with signatures, and with the package as a whole: entries that were changed, added or taken away
 * @param status valid only when there is a signature and everything about all of them is right; indeterminate for a package that is not
 *     signed, or whose signers are not trusted; invalid when a fault is proven
 */
public record SignatureReport(List<PackageSignature> signatures, List<Finding> findings, ValidationStatus status) {

    /** Copies both lists. */
    public SignatureReport {
        signatures = List.copyOf(signatures);
        findings = List.copyOf(findings);
    }

    /** Whether there is a signature, of whatever worth. */
    public boolean isSigned() {
        return !signatures.isEmpty();
    }

    /** The first valid signature in a role; empty when there is none. */
    public Optional<PackageSignature> validAs(SignerRole role) {
        return signatures.stream()
                .filter(signature -> signature.isValidAs(role))
                .findFirst();
    }
}
