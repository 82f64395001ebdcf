package io.xuemeng.lrs.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The writers' clock within one transaction: times that only grow, over restarts, processes and steps of the system's clock. Not
 * thread-safe.
 */
final class WriterClock {

    /** Statements in one bucket: few enough that their index pages are few, and many enough that buckets are few. */
    static final int BUCKET = 16_384;

    private final Connection connection;
    private long last;
    private long saved;
    private long counter;
    private long deletions;

    private WriterClock(Connection connection, long last, long counter, long deletions) {
        this.connection = connection;
        this.last = last;
        this.saved = last;
        this.counter = counter;
        this.deletions = deletions;
    }

    /** Waits until no other writer is at work, and takes the clock until the transaction ends. */
    static WriterClock lock(Connection connection) throws SQLException {
        return select(connection, " FOR UPDATE");
    }

    /** Looks at the clock where nobody can write. */
    static WriterClock look(Connection connection) throws SQLException {
        return select(connection, "");
    }

    private static WriterClock select(Connection connection, String mode) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT last_stored, counter, deletions FROM xm_clock WHERE id = 1" + mode);
                ResultSet rows = select.executeQuery()) {
            if (!rows.next()) {
                throw new SQLException("the table xm_clock has lost its row; restore it from a backup");
            }
            return new WriterClock(connection, rows.getLong(1), rows.getLong(2), rows.getLong(3));
        }
    }

    /** No time before this is given out from now on. */
    void notBefore(long micros) {
        last = Math.max(last, micros - 1);
    }

    /** The next time. */
    long next() {
        return ++last;
    }

    /** The next time, for a statement, which falls into {@link #bucket()}. */
    long nextStatement() {
        counter++;
        return ++last;
    }

    /** The bucket of the statement whose time was given out last. */
    int bucket() {
        return (int) ((counter - 1) / BUCKET);
    }

    /** Whether the statement whose time was given out last is the first of its bucket. */
    boolean startsBucket() {
        return (counter - 1) % BUCKET == 0;
    }

    /** Tells everybody that statements were deleted. */
    void deleted() {
        last++;
        deletions++;
    }

    /** How often statements were deleted. */
    long deletions() {
        return deletions;
    }

    /** The last time that was given out. */
    long last() {
        return last;
    }

    /** Keeps what was given out. */
    void save() throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE xm_clock SET last_stored = ?, counter = ?, deletions = ? WHERE id = 1")) {
            update.setLong(1, last);
            update.setLong(2, counter);
            update.setLong(3, deletions);
            update.executeUpdate();
        }
        saved = last;
    }

    /** The last time as the database has it, should the transaction be committed. Whoever changes statements changes it. */
    long saved() {
        return saved;
    }
}
