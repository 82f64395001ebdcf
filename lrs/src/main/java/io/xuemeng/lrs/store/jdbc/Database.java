package io.xuemeng.lrs.store.jdbc;

import io.xuemeng.lrs.store.StoreException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import javax.sql.DataSource;

/** Connections from the user's data source, and transactions on them. */
final class Database {

    /** Work on a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** There is no connection to be had. The data source has waited for one already; to ask again would only make others wait. */
    static final class NoConnectionException extends SQLException {

        private static final long serialVersionUID = 1L;

        NoConnectionException(SQLException cause) {
            super("no connection to the database", cause.getSQLState(), cause.getErrorCode(), cause);
        }
    }

    private interface Call<T> {
        T run() throws SQLException;
    }

    private final DataSource source;
    private final Dialect dialect;

    Database(DataSource source, Dialect dialect) {
        this.source = source;
        this.dialect = dialect;
    }

    Dialect dialect() {
        return dialect;
    }

    private Connection connect() throws NoConnectionException {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw new NoConnectionException(e);
        }
    }

    /** Reads, each statement by itself. */
    <T> T read(Work<T> work) {
        try {
            return each(work);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Work of which each statement is a transaction. */
    <T> T each(Work<T> work) throws SQLException {
        return uninterrupted(() -> {
            try (Connection connection = connect()) {
                if (!connection.getAutoCommit()) {
                    connection.setAutoCommit(true);
                }
                return work.on(connection);
            }
        });
    }

    /** One transaction, tried once. When it fails after its work was done, nobody knows whether it was committed. */
    <T> T once(Work<T> work) throws SQLException {
        return uninterrupted(() -> transaction(work));
    }

    private <T> T transaction(Work<T> work) throws SQLException {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                T result = work.on(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    rollback(connection);
                } else {
                    connection.setAutoCommit(true);
                }
            }
        }
    }

    /**
     * What is done here is done for others too: a batch is written along with those of other threads, and H2 closes its file,
     * for everybody, when a thread is interrupted that reads or writes it. An interrupt that came before waits until afterwards.
     */
    private static <T> T uninterrupted(Call<T> call) throws SQLException {
        boolean interrupted = Thread.interrupted();
        try {
            return call.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // The connection is broken; the database rolls back by itself, and the first exception is the one to tell.
            org.slf4j.LoggerFactory.getLogger(Database.class)
                    .debug("a transaction could not be rolled back: {}", e.getSQLState());
        }
    }

    /** Whether a repetition may succeed: serialization, deadlock, lock timeout, lost connection. */
    static boolean isTransient(SQLException e) {
        String state = e.getSQLState();
        return state != null
                && !(e instanceof NoConnectionException)
                && (state.startsWith("40")
                        || state.startsWith("08")
                        || state.startsWith("57P")
                        || state.equals("HYT00")
                        || state.equals("90067"));
    }

    /** Whether nothing can be written: PostgreSQL's state, and H2's. */
    static boolean isReadOnly(SQLException e) {
        return "25006".equals(e.getSQLState()) || "90097".equals(e.getSQLState());
    }

    /** Whether a unique index already has the key. */
    static boolean isDuplicate(SQLException e) {
        return "23505".equals(e.getSQLState());
    }

    static StoreException failed(SQLException e) {
        return new StoreException(
                "the record store's database failed (SQL state " + e.getSQLState()
                        + "); see the cause, mend the database or its connection, and send again",
                e);
    }

    Array uuids(Connection connection, Collection<UUID> values) throws SQLException {
        return connection.createArrayOf("uuid", values.toArray());
    }

    Array longs(Connection connection, Collection<Long> values) throws SQLException {
        return connection.createArrayOf("bigint", values.toArray());
    }
}
