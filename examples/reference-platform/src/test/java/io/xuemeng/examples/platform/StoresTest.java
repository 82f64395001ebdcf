package io.xuemeng.examples.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pool of connections to where records are kept. */
class StoresTest {

    private static final int CONNECTIONS = 4;

    @TempDir
    private Path folder;

    @Test
    void opensAnH2DatabaseAgainThatWasClosedUnderIt() throws SQLException {
        try (HikariDataSource source = Stores.open("h2:" + folder, CONNECTIONS, new SimpleMeterRegistry())) {
            List<Connection> all = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                all.add(source.getConnection());
            }
            for (Connection connection : all) {
                connection.close();
            }
            shutDown(source);

            int failures = 0;
            while (!answers(source)) {
                failures++;
                assertThat(failures).as("one for each connection").isLessThanOrEqualTo(CONNECTIONS);
            }
            assertThat(answers(source)).isTrue();
        }
    }

    private static void shutDown(HikariDataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException e) {
            // There is nothing left to close.
            assertThat(e.getSQLState()).isEqualTo("90121");
        }
    }

    private static boolean answers(HikariDataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1")) {
            return rows.next();
        } catch (SQLException e) {
            return false;
        }
    }
}
