package io.xuemeng.lrs.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** Databases for tests: H2 in memory or in a file, and one PostgreSQL server for all tests, with a database for each that asks. */
public final class TestDatabases {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private TestDatabases() {}

    /** Loaded when a test wants PostgreSQL; it ends with the Java machine, by a hook of its own. */
    private static final class Server {

        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        // The embedded server runs without it by default; what is tested here is the database people
                        // use.
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("wal_recycle", "off")
                        .setServerConfig("max_connections", "100")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A pool over an H2 database in memory that lives as long as the pool. */
    public static HikariDataSource h2() {
        return pool("jdbc:h2:mem:test" + COUNTER.incrementAndGet() + ";WRITE_DELAY=0", 8);
    }

    /** A pool over an H2 database in a folder. */
    public static HikariDataSource h2(Path folder) {
        return pool("jdbc:h2:file:" + folder.resolve("records").toAbsolutePath() + ";WRITE_DELAY=0", 8);
    }

    /** A pool over an H2 database in a folder, whose file stays open when a thread that uses it is interrupted. */
    public static HikariDataSource h2Async(Path folder) {
        return pool("jdbc:h2:async:" + folder.resolve("records").toAbsolutePath() + ";WRITE_DELAY=0", 8);
    }

    /** A pool over a new PostgreSQL database. */
    public static HikariDataSource postgres() {
        String name = "test" + COUNTER.incrementAndGet();
        try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return pool(Server.POSTGRES.getJdbcUrl("postgres", name), 8);
    }

    /** The folder where the PostgreSQL server keeps its files. */
    public static Path postgresFolder() {
        try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SHOW data_directory")) {
            rows.next();
            return Path.of(rows.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HikariDataSource pool(String address, int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address);
        config.setMaximumPoolSize(size);
        return new HikariDataSource(config);
    }
}
