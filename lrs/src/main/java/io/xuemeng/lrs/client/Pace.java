package io.xuemeng.lrs.client;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How fast a client goes: so many requests at once, and none before the time that the server asked to wait until, whichever thread
 * makes it.
 */
final class Pace {

    private final RetryPolicy policy;
    private final Semaphore places;
    /** In the nanoseconds of System.nanoTime() since this was made. */
    private final AtomicLong resumeAt = new AtomicLong();

    private final long start = System.nanoTime();

    Pace(RetryPolicy policy, int concurrentRequests) {
        this.policy = policy;
        this.places = new Semaphore(concurrentRequests, true);
    }

    int attempts() {
        return policy.attempts();
    }

    /** Waits until a request may be sent, and takes its place. */
    void enter() throws InterruptedException {
        while (true) {
            places.acquire();
            long wait = resumeAt.get() - (System.nanoTime() - start);
            if (wait <= 0) {
                return;
            }
            places.release();
            TimeUnit.NANOSECONDS.sleep(wait);
        }
    }

    void leave() {
        places.release();
    }

    /** Waits after a failure, by lot. */
    void backOff(int attempt) throws InterruptedException {
        long longest = policy.waitMillis(attempt);
        Thread.sleep(ThreadLocalRandom.current().nextLong(longest + 1));
    }

    /** Notes what a server asks for; false when that is longer than this client may wait. */
    boolean askedToWait(String retryAfter) {
        OptionalLong asked = millis(retryAfter);
        if (asked.isEmpty()) {
            return true;
        }
        if (asked.getAsLong() > policy.longestWait().toMillis()) {
            return false;
        }
        long until = System.nanoTime() - start + TimeUnit.MILLISECONDS.toNanos(asked.getAsLong());
        resumeAt.accumulateAndGet(until, Math::max);
        return true;
    }

    /** The value of {@code Retry-After}: seconds, or a date (RFC 9110, 10.2.3); empty for everything else. */
    static OptionalLong millis(String retryAfter) {
        String text = retryAfter.strip();
        if (text.matches("\\d{1,9}")) {
            return OptionalLong.of(Long.parseLong(text) * 1000);
        }
        try {
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return OptionalLong.of(
                    Math.max(0, Duration.between(Instant.now(), until).toMillis()));
        } catch (DateTimeParseException e) {
            // Nothing that can be waited for: the client's own times hold.
            return OptionalLong.empty();
        }
    }
}
