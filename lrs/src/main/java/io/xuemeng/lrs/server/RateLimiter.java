package io.xuemeng.lrs.server;

import io.xuemeng.core.requirement.Finding;
import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Counts the requests of each caller: as many a second as allowed, and as many at once. */
final class RateLimiter {

    /** Beyond so many callers those that were idle for a second, whose counts are full again, are forgotten. */
    private static final int REMEMBERED = 10_000;

    private final int perSecond;
    private final Clock clock;
    private final ConcurrentMap<String, Bucket> buckets = new ConcurrentHashMap<>();

    RateLimiter(EngineLimits limits, Clock clock) {
        this.perSecond = limits.requestsPerSecond();
        this.clock = clock;
    }

    /** Counts a request, or refuses it with 429. */
    void count(Caller caller) {
        if (perSecond == 0) {
            return;
        }
        long now = clock.millis();
        if (buckets.size() > REMEMBERED) {
            buckets.values().removeIf(bucket -> bucket.isFull(now));
        }
        if (!buckets.computeIfAbsent(caller.name(), name -> new Bucket(perSecond, now))
                .take(now)) {
            throw Refusal.of(
                            LrsRequirement.RATE,
                            Finding.of(LrsRequirement.RATE)
                                    .with("limit", perSecond)
                                    .with("seconds", 1))
                    .with("Retry-After", "1");
        }
    }

    /** What one caller may still do; it fills up with time. */
    private static final class Bucket {

        private final int perSecond;
        private double tokens;
        private long filled;

        Bucket(int perSecond, long now) {
            this.perSecond = perSecond;
            this.tokens = perSecond;
            this.filled = now;
        }

        synchronized boolean take(long now) {
            fill(now);
            if (tokens < 1) {
                return false;
            }
            tokens--;
            return true;
        }

        synchronized boolean isFull(long now) {
            fill(now);
            return tokens >= perSecond;
        }

        private void fill(long now) {
            if (now > filled) {
                tokens = Math.min(perSecond, tokens + (now - filled) * perSecond / 1000.0);
                filled = now;
            }
        }
    }
}
