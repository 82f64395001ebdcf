package io.xuemeng.identity.keys;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Remembers one-time values in this process, up to a number of them; a value takes about 100 bytes. When the guard is full of values
 * whose time is not over, it says {@link ReplayGuard.Use#UNKNOWN} to new ones and forgets none: forgetting one would let it be
 * replayed. Choose the capacity by what comes in within the longest time that a value is good for. Thread-safe.
 */
public final class MemoryReplayGuard implements ReplayGuard {

    /** The values that a guard remembers unless told otherwise. */
    public static final int DEFAULT_CAPACITY = 1_000_000;

    private final Map<OneTimeValue, Long> untilMillis = new ConcurrentHashMap<>();
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicLong nextSweepMillis = new AtomicLong(Long.MIN_VALUE);
    private final int capacity;
    private final Clock clock;

    private MemoryReplayGuard(int capacity, Clock clock) {
        this.capacity = capacity;
        this.clock = clock;
    }

    /** A guard for {@value #DEFAULT_CAPACITY} values by the system's clock. */
    public static MemoryReplayGuard create() {
        return withCapacity(DEFAULT_CAPACITY, Clock.systemUTC());
    }

    /**
     * A guard for a number of values by a clock.
     *
     * @param capacity from 1
     */
    public static MemoryReplayGuard withCapacity(int capacity, Clock clock) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a guard remembers at least 1 value, not " + capacity);
        }
        return new MemoryReplayGuard(capacity, clock);
    }

    @Override
    public Use use(String scope, String value, Instant until) {
        long now = clock.millis();
        long end = until.toEpochMilli();
        if (end <= now) {
            // Good by the caller's clock and over by this one: it would be forgotten at once.
            return Use.UNKNOWN;
        }
        OneTimeValue key = OneTimeValue.of(scope, value);
        while (true) {
            Long known = untilMillis.get(key);
            if (known != null) {
                if (known > now) {
                    return Use.AGAIN;
                }
                if (untilMillis.replace(key, known, end)) {
                    return Use.FIRST;
                }
                continue;
            }
            if (!reserve(now)) {
                return Use.UNKNOWN;
            }
            if (untilMillis.putIfAbsent(key, end) == null) {
                return Use.FIRST;
            }
            size.decrementAndGet();
        }
    }

    private boolean reserve(long now) {
        if (size.incrementAndGet() <= capacity) {
            return true;
        }
        size.decrementAndGet();
        sweep(now);
        if (size.incrementAndGet() <= capacity) {
            return true;
        }
        size.decrementAndGet();
        return false;
    }

    /** Drops what is over, at most once a second: a flood must not make every request walk the whole map. */
    private void sweep(long now) {
        long next = nextSweepMillis.get();
        if (now < next || !nextSweepMillis.compareAndSet(next, now + 1000)) {
            return;
        }
        untilMillis.forEach((key, end) -> {
            if (end <= now && untilMillis.remove(key, end)) {
                size.decrementAndGet();
            }
        });
    }

    /** How many values it holds now, those included whose time is over and that were not dropped yet. */
    public int size() {
        return size.get();
    }
}
