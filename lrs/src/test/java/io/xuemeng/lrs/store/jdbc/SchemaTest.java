package io.xuemeng.lrs.store.jdbc;

import static io.xuemeng.lrs.store.jdbc.StoreFixture.SAME;
import static io.xuemeng.lrs.store.jdbc.StoreFixture.entry;
import static io.xuemeng.lrs.store.jdbc.StoreFixture.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.xuemeng.lrs.store.AppendResult;
import io.xuemeng.lrs.store.DeletionRecord;
import io.xuemeng.lrs.store.DeletionStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How a database comes to its tables, whatever comes in between. */
class SchemaTest {

    private static HikariDataSource database(StoreFixture.Kind kind) {
        return kind == StoreFixture.Kind.H2 ? TestDatabases.h2() : TestDatabases.postgres();
    }

    private static void assertWorks(DataSource source) throws SQLException {
        assertThat(JdbcRecordStore.open(source)
                        .statements()
                        .append(List.of(entry(id(1), "one").build()), List.of(), SAME))
                .isEqualTo(new AppendResult.Stored(1));
    }

    @ParameterizedTest
    @EnumSource
    void refusesADatabaseThatANewerLibraryUsed(StoreFixture.Kind kind) throws SQLException {
        try (HikariDataSource source = database(kind)) {
            JdbcRecordStore.open(source);
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("INSERT INTO xm_schema VALUES (99, 0)");
            }

            assertThatThrownBy(() -> JdbcRecordStore.open(source))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("99");
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsWhatAnEarlierVersionWrote(StoreFixture.Kind kind) throws Exception {
        try (HikariDataSource source = database(kind)) {
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE xm_schema (version INTEGER PRIMARY KEY, applied BIGINT NOT NULL)");
                for (String sql : firstVersion(kind).split(";\\R")) {
                    statement.execute(sql);
                }
                statement.execute("INSERT INTO xm_schema VALUES (1, 0)");
                statement.execute("INSERT INTO xm_audit VALUES (0, 2, 'AGENT', 'somebody', 3, 4, 5)");
            }

            DeletionStore deletion = JdbcRecordStore.open(source).deletion();
            deletion.because("the pupil left").deleteStatement(id(1));

            List<DeletionRecord> records = deletion.audit(Instant.EPOCH, 10);
            assertThat(records.get(0))
                    .isEqualTo(new DeletionRecord(
                            Instant.EPOCH.plusNanos(2000), DeletionRecord.Kind.AGENT, "somebody", 3, 4, 5, null));
            assertThat(records.get(1).reason()).isEqualTo("the pupil left");
            assertWorks(source);
        }
    }

    private static String firstVersion(StoreFixture.Kind kind) throws IOException {
        String name = kind == StoreFixture.Kind.H2 ? "schema-1-h2.sql" : "schema-1-postgresql.sql";
        try (InputStream in = SchemaTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @EnumSource
    void makesTheTablesOnceWhenManyOpenItTogether(StoreFixture.Kind kind) throws Exception {
        int threads = 6;
        try (HikariDataSource source = database(kind)) {
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            CyclicBarrier start = new CyclicBarrier(threads);
            List<Future<JdbcRecordStore>> opened = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                opened.add(pool.submit(() -> {
                    start.await();
                    return JdbcRecordStore.open(source);
                }));
            }
            for (Future<JdbcRecordStore> one : opened) {
                assertThat(one.get()).isNotNull();
            }
            pool.shutdown();
            assertWorks(source);
        }
    }

    /** In one process one thread does it after the other; what two processes meet is made here. */
    @ParameterizedTest
    @CsvSource({"H2,23505", "H2,42101", "H2,42111", "POSTGRESQL,23505", "POSTGRESQL,42P07", "POSTGRESQL,42710"})
    void goesOnWhenAnotherProcessHasJustMadeWhatItMakes(StoreFixture.Kind kind, String state) throws SQLException {
        AtomicInteger met = new AtomicInteger();
        WatchedSource.Watcher meeting = new WatchedSource.Watcher() {
            @Override
            public void before(String call) throws SQLException {
                if (String.valueOf(call).contains("TABLE IF NOT EXISTS xm_schema") && met.incrementAndGet() == 1) {
                    throw new SQLException("another process was faster", state);
                }
            }
        };
        try (HikariDataSource source = database(kind)) {
            assertWorks(WatchedSource.of(source, meeting));
        }
        assertThat(met).hasValue(2);
    }

    @ParameterizedTest
    @EnumSource
    void givesUpWhenItMeetsAnotherProcessAgainAndAgain(StoreFixture.Kind kind) {
        AtomicInteger met = new AtomicInteger();
        WatchedSource.Watcher meeting = new WatchedSource.Watcher() {
            @Override
            public void before(String call) throws SQLException {
                if (String.valueOf(call).startsWith("INSERT INTO xm_schema")) {
                    met.incrementAndGet();
                    throw new SQLException("another process was faster", "23505");
                }
            }
        };
        try (HikariDataSource source = database(kind)) {
            assertThatThrownBy(() -> JdbcRecordStore.open(WatchedSource.of(source, meeting)))
                    .isInstanceOf(SQLException.class)
                    .hasMessage("another process was faster");
        }
        assertThat(met).hasValue(4);
    }

    @ParameterizedTest
    @EnumSource
    void makesTheRestOfTheTablesWhenItWasInterruptedWhileItMadeThem(StoreFixture.Kind kind) throws SQLException {
        AtomicInteger statements = new AtomicInteger();
        try (HikariDataSource source = database(kind)) {
            JdbcRecordStore.open(WatchedSource.of(source, failingAfter(Integer.MAX_VALUE, statements)));
        }
        int all = statements.get();
        assertThat(all).isGreaterThan(20);
        for (int made = 1; made < all; made += kind == StoreFixture.Kind.H2 ? 1 : 9) {
            int failAfter = made;
            try (HikariDataSource source = database(kind)) {
                WatchedSource.Watcher failing = failingAfter(failAfter, new AtomicInteger());
                assertThatThrownBy(() -> JdbcRecordStore.open(WatchedSource.of(source, failing)))
                        .isInstanceOf(SQLException.class);

                assertWorks(source);
            }
        }
    }

    /** Fails after so many statements that make the tables. */
    private static WatchedSource.Watcher failingAfter(int most, AtomicInteger statements) {
        return new WatchedSource.Watcher() {
            @Override
            public void before(String call) throws SQLException {
                boolean makes = call != null && call.matches("(?s)(--.*\\R)*\\s*(CREATE|INSERT|ALTER) .*");
                if (makes && statements.incrementAndGet() > most) {
                    throw new SQLException("made to fail", "58000");
                }
            }
        };
    }
}
