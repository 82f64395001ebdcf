package io.xuemeng.lrs.client;

import java.time.Duration;

/**
 * How often, and after what time, a client repeats a request that met a broken connection, a time-out, or a server that said it is
 * busy or failing (408, 429, 5xx). The time doubles with each repetition, and is drawn by lot from nothing up to that, so that many
 * clients do not come back all at once; what the server asks for in {@code Retry-After} is waited for. Immutable.
 *
 * @param attempts how often a request is sent at most, the first time included
 * @param firstWait the longest wait before the first repetition
 * @param longestWait the longest wait at all; a server that asks for more is not waited for, and the request fails
 */
public record RetryPolicy(int attempts, Duration firstWait, Duration longestWait) {

    private static final RetryPolicy DEFAULTS = new RetryPolicy(6, Duration.ofMillis(200), Duration.ofSeconds(30));

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException when there is no attempt, a wait is negative, or the first is longer than the longest
     */
    public RetryPolicy {
        if (attempts < 1 || firstWait.isNegative() || firstWait.compareTo(longestWait) > 0) {
            throw new IllegalArgumentException(
                    "there is at least one attempt, no wait is negative, and the first is not"
                            + " longer than the longest");
        }
    }

    /** Six attempts, at most 200 ms before the second, never more than 30 s. */
    public static RetryPolicy defaults() {
        return DEFAULTS;
    }

    /** Each request is sent once. */
    public static RetryPolicy none() {
        return new RetryPolicy(1, Duration.ZERO, Duration.ZERO);
    }

    /** The longest wait, in milliseconds, after a number of attempts. */
    long waitMillis(int attempts) {
        int doublings = Math.min(attempts - 1, 30);
        return Math.min(firstWait.toMillis() << doublings, longestWait.toMillis());
    }
}
