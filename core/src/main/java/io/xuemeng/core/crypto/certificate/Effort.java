package io.xuemeng.core.crypto.certificate;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Location;

/**
 * How much is done at most to judge one certificate, because the certificates and revocation data come from whoever made the
 * signature. Where that does not suffice nothing is proven, neither for nor against it, by what was looked at of the authorities above it.
 */
final class Effort {

    /** Certificates of a path, the anchor included. */
    static final int PATH_LENGTH = 10;

    /** Paths that are judged. */
    static final int PATHS = 8;

    /** Certificates that are tried as an issuer, over all paths. */
    static final int CANDIDATES = 2000;

    /**
     * In verifications of a signature by its issuer with an RSA key of 2,048 bits or on an elliptic curve of 256 bits, decoding the key
     * included; longer keys count by the third power of their length, so that RSA of 8,192 bits counts 64 times. What is not counted is
     * bounded by that: a path on which nothing is wrong is verified once more as a whole, with signatures that were counted before.
     */
    static final int WORK = 256;

    private Effort() {}

    /** That something was not judged to the end. */
    static Finding exceeded(String subject, Location location) {
        return Finding.of(CertificateRequirement.WITHIN_LIMITS)
                .at(location)
                .with("subject", subject)
                .with("length", PATH_LENGTH)
                .with("paths", PATHS)
                .with("candidates", CANDIDATES)
                .with("work", WORK)
                .build();
    }
}
