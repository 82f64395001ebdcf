package io.xuemeng.identity.keys;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers one-time values in a database that several instances share: PostgreSQL and what speaks its dialect, and H2. It owns the
 * table {@value #TABLE}. A database that does not answer makes it say {@link ReplayGuard.Use#UNKNOWN}, which is logged. Call {@link
 * #purge()} now and then, every few minutes say. Thread-safe.
 */
public final class JdbcReplayGuard implements ReplayGuard {

    /** The table, created when it is not there. */
    public static final String TABLE = "xuemeng_replay_guard";

    private static final Logger LOG = LoggerFactory.getLogger(JdbcReplayGuard.class);

    private static final String UNIQUE_VIOLATION = "23505";

    private final DataSource database;
    private final Clock clock;
    private final boolean upsert;

    private JdbcReplayGuard(DataSource database, Clock clock, boolean upsert) {
        this.database = database;
        this.clock = clock;
        this.upsert = upsert;
    }

    /**
     * Opens the guard and makes its table if it is not there.
     *
     * @param database hands out connections; each is given back at once
     * @param clock what time it is for every instance; instances must agree to within the skew they allow
     * @throws SQLException when the database cannot be reached or the table cannot be made
     */
    public static JdbcReplayGuard open(DataSource database, Clock clock) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS " + TABLE
                    + " (digest CHAR(32) PRIMARY KEY, until_millis BIGINT NOT NULL)");
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            String product = connection.getMetaData().getDatabaseProductName();
            return new JdbcReplayGuard(database, clock, !"H2".equalsIgnoreCase(product));
        }
    }

    @Override
    public Use use(String scope, String value, Instant until) {
        String digest = OneTimeValue.of(scope, value).text();
        long now = clock.millis();
        if (until.toEpochMilli() <= now) {
            return Use.UNKNOWN;
        }
        try (Connection connection = database.getConnection()) {
            boolean first = upsert
                    ? insertOrRenew(connection, digest, until.toEpochMilli(), now)
                    : insert(connection, digest, until.toEpochMilli()) || renew(connection, digest, until, now);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            return first ? Use.FIRST : Use.AGAIN;
        } catch (SQLException e) {
            LOG.error("the database of the replay guard did not answer, so what came in is refused", e);
            return Use.UNKNOWN;
        }
    }

    /** One statement, so that two instances cannot both be first. */
    private static boolean insertOrRenew(Connection connection, String digest, long until, long now)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO " + TABLE
                + " (digest, until_millis) VALUES (?, ?) ON CONFLICT (digest) DO UPDATE SET until_millis ="
                + " EXCLUDED.until_millis WHERE " + TABLE + ".until_millis <= ?")) {
            statement.setString(1, digest);
            statement.setLong(2, until);
            statement.setLong(3, now);
            return statement.executeUpdate() == 1;
        }
    }

    private static boolean insert(Connection connection, String digest, long until) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO " + TABLE + " (digest, until_millis) VALUES (?, ?)")) {
            statement.setString(1, digest);
            statement.setLong(2, until);
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private static boolean renew(Connection connection, String digest, Instant until, long now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "UPDATE " + TABLE + " SET until_millis = ? WHERE digest = ? AND until_millis <= ?")) {
            statement.setLong(1, until.toEpochMilli());
            statement.setString(2, digest);
            statement.setLong(3, now);
            return statement.executeUpdate() == 1;
        }
    }

    /**
     * Drops the values whose time is over.
     *
     * @return how many there were
     * @throws SQLException when the database does not answer
     */
    public int purge() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("DELETE FROM " + TABLE + " WHERE until_millis <= ?")) {
            statement.setLong(1, clock.millis());
            int dropped = statement.executeUpdate();
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            return dropped;
        }
    }
}
