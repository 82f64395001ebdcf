package io.xuemeng.examples.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.xuemeng.lrs.store.jdbc.JdbcRecordStore;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A store says in the log when its database would lose what it acknowledged. */
class StoreWarningsTest {

    @TempDir
    private Path folder;

    private static List<String> warnings(HikariDataSource source) throws SQLException {
        Logger log = (Logger) LoggerFactory.getLogger(JdbcRecordStore.class);
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        log.setLevel(Level.WARN);
        log.addAppender(appender);
        try (source) {
            JdbcRecordStore.open(source).close();
        } finally {
            log.detachAppender(appender);
            log.setLevel(null);
        }
        return appender.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static HikariDataSource source(String address) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address);
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }

    @Test
    void whenH2WritesLaterThanItCommits() throws SQLException {
        assertThat(warnings(source("jdbc:h2:async:" + folder.resolve("late"))))
                .singleElement()
                .asString()
                .contains("WRITE_DELAY=500", "WRITE_DELAY=0");
        assertThat(warnings(source("jdbc:h2:async:" + folder.resolve("now") + ";WRITE_DELAY=0")))
                .isEmpty();
        assertThat(warnings(Stores.open("h2:" + folder.resolve("platform"), 2, new SimpleMeterRegistry())))
                .as("the platform's own")
                .isEmpty();
    }

    @Test
    void whenPostgresAcknowledgesBeforeItWrites() throws Exception {
        try (PostgresServer server = new PostgresServer(folder.resolve("data"))) {
            String off = server.address() + "&options=-c%20synchronous_commit%3Doff";
            assertThat(warnings(source(off))).singleElement().asString().contains("synchronous_commit=off");
            assertThat(warnings(source(server.address()))).isEmpty();
        }
    }
}
