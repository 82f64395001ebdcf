package io.xuemeng.identity.session;

import io.xuemeng.core.crypto.DigestAlgorithm;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Slows down whoever tries passwords: after some failures each further attempt has to wait, twice as long each time, up to a limit. Ask
 * for everything by which attempts hang together, the account and the network address say; neither is kept. A success takes the account's
 * failures back, never the address's.
 *
 * <p>Its memory is fixed: each name falls into one of many slots by a keyed hash, so that a flood of names forgets nobody's failures, and
 * nobody can find a name that shares the slot of another. Two names share one by chance, rarely, and then wait together. Failures are
 * forgotten when nothing fails for the time of the longest wait. Thread-safe.
 */
public final class LoginThrottle {

    private static final int SLOTS = 1 << 18;

    /** A slot is the number of failures, in 10 bits, and when the wait ends, in milliseconds, in the rest. */
    private static final int FAILURE_BITS = 10;

    private static final long MOST_FAILURES = (1L << FAILURE_BITS) - 1;

    private final AtomicLongArray slots = new AtomicLongArray(SLOTS);
    private final byte[] key = new byte[32];
    private final int free;
    private final Duration first;
    private final Duration longest;
    private final Clock clock;

    private LoginThrottle(int free, Duration first, Duration longest, Clock clock, SecureRandom random) {
        this.free = free;
        this.first = first;
        this.longest = longest;
        this.clock = clock;
        random.nextBytes(key);
    }

    /**
     * A throttle.
     *
     * @param free how many failures cost nothing, such as 5
     * @param first how long the wait is after the next one, such as a second
     * @param longest how long a wait is at most, such as 15 minutes
     */
    public static LoginThrottle of(int free, Duration first, Duration longest, Clock clock, SecureRandom random) {
        if (free < 0 || first.isNegative() || first.isZero() || first.compareTo(longest) > 0) {
            throw new IllegalArgumentException(
                    "a throttle has zero or more free failures, and waits from more than zero"
                            + " up to the longest; not " + free + ", " + first + ", " + longest);
        }
        return new LoginThrottle(free, first, longest, clock, random);
    }

    /**
     * How long an attempt has to wait; zero when it may be made now. It does not matter to the answer whether an account exists.
     *
     * @param names everything by which attempts hang together
     */
    public Duration waitFor(String... names) {
        long now = clock.millis();
        long longestWait = 0;
        for (String name : names) {
            long slot = slots.get(slot(name));
            if (failures(slot) > free) {
                longestWait = Math.max(longestWait, until(slot) - now);
            }
        }
        return Duration.ofMillis(longestWait);
    }

    /** An attempt failed. */
    public void failed(String... names) {
        long now = clock.millis();
        for (String name : names) {
            slots.updateAndGet(slot(name), slot -> {
                long failures = isForgotten(slot, now) ? 1 : Math.min(failures(slot) + 1, MOST_FAILURES);
                return (now + waitAfter(failures)) << FAILURE_BITS | failures;
            });
        }
    }

    /** Somebody signed in: the failures of the account are forgotten. */
    public void succeeded(String account) {
        slots.set(slot(account), 0);
    }

    private boolean isForgotten(long slot, long now) {
        return slot == 0 || now - until(slot) > longest.toMillis();
    }

    private long waitAfter(long failures) {
        if (failures <= free) {
            return 0;
        }
        long doublings = Math.min(failures - free - 1, 40);
        return Math.min(longest.toMillis(), saturatedShift(first.toMillis(), (int) doublings));
    }

    private static long saturatedShift(long value, int by) {
        return value > Long.MAX_VALUE >> by ? Long.MAX_VALUE : value << by;
    }

    private static long failures(long slot) {
        return slot & MOST_FAILURES;
    }

    private static long until(long slot) {
        return slot >> FAILURE_BITS;
    }

    private int slot(String name) {
        MessageDigest digest = DigestAlgorithm.SHA_256.newDigest();
        digest.update(key);
        byte[] hash = digest.digest(name.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(hash).getInt() & SLOTS - 1;
    }
}
