package io.xuemeng.identity.claims;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Requirement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Dates held against a clock, with a skew that both sides are granted: at the very second at which the skew ends, {@code exp} is over
 * and {@code iat} is good. Immutable and thread-safe.
 *
 * @param clock what time it is
 * @param skew how far the clocks of issuer and reader may be apart; from zero to {@link #MAX_SKEW}
 */
public record Validity(Clock clock, Duration skew) {

    /** The greatest skew that is sensible: more would be a longer life, not a skew. */
    public static final Duration MAX_SKEW = Duration.ofMinutes(5);

    /** Checks the skew. */
    public Validity {
        if (skew.isNegative() || skew.compareTo(MAX_SKEW) > 0) {
            throw new IllegalArgumentException("a skew is from zero to " + MAX_SKEW + ", not " + skew);
        }
    }

    /** What time it is. */
    public Instant now() {
        return clock.instant();
    }

    /** Reports an expiry that is past; whether it is not. */
    public boolean checkExpiry(Claims claims, @Nullable Instant expiry, Instant now, Requirement expired) {
        // RFC 7519, 4.1.4: on or after exp it must not be accepted.
        if (expiry == null || now.isBefore(expiry.plus(skew))) {
            return true;
        }
        claims.report(
                Finding.of(expired)
                        .with("name", "exp")
                        .with("expired", Duration.between(expiry, now).toSeconds())
                        .with("skew", skew.toSeconds()),
                "exp");
        return false;
    }

    /** Reports a date in the future, under the requirement that is for it. */
    public void checkPast(Claims claims, String name, @Nullable Instant date, Instant now, Requirement early) {
        if (date != null && date.isAfter(now.plus(skew))) {
            claims.report(
                    Finding.of(early)
                            .with("name", name)
                            .with("ahead", Duration.between(now, date).toSeconds())
                            .with("skew", skew.toSeconds()),
                    name);
        }
    }

    /** When something that expires then is refused for certain, and need not be remembered longer. */
    public Instant end(Instant expiry) {
        return expiry.plus(skew);
    }
}
