package io.xuemeng.lrs.store.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Set;

/** The versions of the tables, and how a database comes to the newest. */
final class Schema {

    /** The version that this library works with. */
    static final int VERSION = 3;

    private static final int ATTEMPTS = 4;

    /** States that say that somebody else has just made a table, an index or a row: PostgreSQL's and H2's. */
    private static final Set<String> ALREADY_THERE = Set.of("23505", "42P07", "42710", "42101", "42111");

    private Schema() {}

    /**
     * Brings a database to {@link #VERSION}, whoever else does the same meanwhile. In PostgreSQL each version is one transaction; H2
     * commits each statement that makes a table, so there the statements of a version can be run again, by whoever comes next, and
     * the threads of this process do it one after the other.
     *
     * @throws SQLException also when a newer library has been here
     */
    static void migrate(Connection connection, Dialect dialect) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                bringToVersion(connection, dialect);
                return;
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !ALREADY_THERE.contains(String.valueOf(e.getSQLState()))) {
                    throw e;
                }
            }
        }
    }

    private static synchronized void bringToVersion(Connection connection, Dialect dialect) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS xm_schema (version INTEGER PRIMARY KEY, applied BIGINT NOT NULL)");
        }
        connection.setAutoCommit(false);
        try {
            lock(connection, dialect);
            int version = version(connection);
            if (version > VERSION) {
                throw new SQLException("the database has version " + version
                        + " of the record store's tables, and this library" + " knows them up to version " + VERSION
                        + "; use the library that made them, or a newer one");
            }
            while (version < VERSION) {
                version++;
                apply(connection, dialect, version);
                connection.commit();
                lock(connection, dialect);
            }
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static void lock(Connection connection, Dialect dialect) throws SQLException {
        if (dialect == Dialect.POSTGRESQL) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("LOCK TABLE xm_schema IN EXCLUSIVE MODE");
            }
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT MAX(version) FROM xm_schema")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void apply(Connection connection, Dialect dialect, int version) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : script(dialect, version).split(";\\R")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
            statement.execute("INSERT INTO xm_schema VALUES (" + version + ", " + MicroTime.of(Instant.now()) + ")");
        }
    }

    private static String script(Dialect dialect, int version) {
        String name = "schema-" + version + "-" + dialect.schemaName() + ".sql";
        try (InputStream in = Schema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the file " + name + " is missing from its artifact");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + name + " could not be read", e);
        }
    }
}
