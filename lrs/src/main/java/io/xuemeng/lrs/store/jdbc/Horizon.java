package io.xuemeng.lrs.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Up to when everything stored can be read. When this process alone writes, that is now, or while it writes, and while nobody
 * knows whether a transaction was committed, the last commit. When others may write too, it is the last commit of anybody, or, when that is long ago, a time {@link #GRACE} ago: no writer
 * commits a transaction older than {@link #LONGEST_WRITE}.
 */
final class Horizon {

    static final Duration GRACE = Duration.ofSeconds(30);
    static final Duration LONGEST_WRITE = Duration.ofSeconds(20);
    private static final Duration ASK_EVERY = Duration.ofMillis(50);

    private final Database database;
    private final Clock clock;
    private final boolean shared;
    /** What readers may be about to be told; writers take later times only. */
    private final AtomicLong claimed = new AtomicLong();

    private final AtomicLong told = new AtomicLong();
    private final AtomicLong committed = new AtomicLong();
    private volatile long lastAsked;
    private volatile boolean writing;
    private volatile boolean inDoubt;

    Horizon(Database database, Clock clock, boolean shared) {
        this.database = database;
        this.clock = clock;
        this.shared = shared;
    }

    long now() {
        return MicroTime.of(clock.instant());
    }

    void writeStarts() {
        writing = true;
    }

    void writeEnds() {
        writing = false;
    }

    /** Whether a transaction failed at its end, and nobody has found out yet whether it was committed. */
    boolean inDoubt() {
        return inDoubt;
    }

    /** Says so, or that it is known by now. */
    void inDoubt(boolean value) {
        inDoubt = value;
    }

    /** The earliest time a writer may use: later than what readers were told, should the clock have been set back. */
    long earliest() {
        return Math.max(now(), claimed.get() + 1);
    }

    /** Everything up to this time is committed, and every writer of any process takes later times. */
    void committed(long last) {
        committed.accumulateAndGet(last, Math::max);
    }

    /** Fails a transaction that took so long that {@link #GRACE} would not cover it. */
    void checkDuration(long startedMicros) throws SQLException {
        if (shared && now() - startedMicros > LONGEST_WRITE.toNanos() / 1000) {
            throw new SQLException(
                    "storing took longer than " + LONGEST_WRITE.toSeconds() + " s, so it was given up", "40000");
        }
    }

    Instant consistentThrough() {
        long now = now();
        if (shared) {
            if (Math.abs(now - lastAsked) > ASK_EVERY.toNanos() / 1000) {
                // What was committed then still is, so an answer a little old is only too modest.
                lastAsked = now;
                committed(database.read(Horizon::lastCommitted));
            }
            return MicroTime.toInstant(Math.max(committed.get(), now - GRACE.toNanos() / 1000));
        }
        // First the claim and then the flag: who starts to write later sees the claim.
        long claim = claimed.accumulateAndGet(now, Math::max);
        if (!writing && !inDoubt) {
            told.accumulateAndGet(claim, Math::max);
        }
        return MicroTime.toInstant(Math.max(committed.get(), told.get()));
    }

    /** The last time that any process committed. */
    static long lastCommitted(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT last_stored FROM xm_clock WHERE id = 1");
                ResultSet rows = select.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }
}
