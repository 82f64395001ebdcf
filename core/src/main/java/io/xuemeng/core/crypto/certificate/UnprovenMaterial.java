package io.xuemeng.core.crypto.certificate;

import io.xuemeng.core.requirement.Finding;
import java.util.List;

/**
 * What of some material was not found to be what its issuer signed.
 *
 * @param unauthentic the subjects of certificates, and the issuers of revocation data, that no known issuer signed
 * @param undecided findings that name those of which it was not found out, because that would have been too much work
 */
public record UnprovenMaterial(List<String> unauthentic, List<Finding> undecided) {

    /** Copies both lists. */
    public UnprovenMaterial {
        unauthentic = List.copyOf(unauthentic);
        undecided = List.copyOf(undecided);
    }
}
