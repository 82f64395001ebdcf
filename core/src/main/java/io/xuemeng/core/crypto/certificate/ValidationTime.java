package io.xuemeng.core.crypto.certificate;

import java.time.Instant;

/**
 * The moment for which a certificate is judged.
 *
 * @param instant the moment
 * @param proven whether it is proven that the signature existed then, by a timestamp. A certificate that had expired or was
 *     revoked at a proven moment makes a signature invalid; at one that is not proven the signature may be older, so the
 *     matter stays open (ETSI EN 319 102-1, 5.5.4 and 5.6.2)
 * @param revocationKnownSince revocation data may be older than {@code instant}, if its next update is not before this moment
 */
public record ValidationTime(Instant instant, boolean proven, Instant revocationKnownSince) {

    /** A moment of which nothing is proven: most often now. */
    public static ValidationTime at(Instant instant) {
        return new ValidationTime(instant, false, instant);
    }

    /** A moment at which the signature is known to have existed. */
    public static ValidationTime provenAt(Instant instant) {
        return new ValidationTime(instant, true, instant);
    }

    /** The same moment, with revocation data that may be older. */
    public ValidationTime withRevocationKnownSince(Instant since) {
        return new ValidationTime(instant, proven, since);
    }
}
