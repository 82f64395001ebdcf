package io.xuemeng.identity.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.identity.TestKeys;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcReplayGuardTest {

    private static final Instant SOON = TestKeys.NOW.plusSeconds(60);

    private static EmbeddedPostgres postgres;

    private final MutableClock clock = new MutableClock();

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    private static DataSource database(String kind, String name) {
        if (kind.equals("PostgreSQL")) {
            return postgres.getPostgresDatabase();
        }
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        return h2;
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void instancesShareWhatCame(String kind) throws SQLException {
        DataSource database = database(kind, "shared");
        ReplayGuard here = JdbcReplayGuard.open(database, clock);
        ReplayGuard there = JdbcReplayGuard.open(database, clock);

        assertThat(here.use("s", "1", SOON)).isEqualTo(ReplayGuard.Use.FIRST);
        assertThat(there.use("s", "1", SOON)).isEqualTo(ReplayGuard.Use.AGAIN);
        assertThat(there.use("t", "1", SOON)).isEqualTo(ReplayGuard.Use.FIRST);
        assertThat(there.use("s", "x".repeat(100_000) + "'; --", SOON)).isEqualTo(ReplayGuard.Use.FIRST);
        assertThat(here.use("s", "late", TestKeys.NOW)).isEqualTo(ReplayGuard.Use.UNKNOWN);
        clock.advance(Duration.ofSeconds(60));
        assertThat(there.use("s", "1", SOON.plusSeconds(60))).isEqualTo(ReplayGuard.Use.FIRST);
        assertThat(here.use("s", "1", SOON.plusSeconds(60))).isEqualTo(ReplayGuard.Use.AGAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void ofManyThreadsOneIsFirst(String kind) throws SQLException {
        JdbcReplayGuard guard = JdbcReplayGuard.open(database(kind, "threads"), clock);

        List<ReplayGuard.Use> uses = IntStream.range(0, 60)
                .parallel()
                .mapToObj(i -> guard.use("threads", "v" + i % 3, SOON))
                .toList();

        assertThat(uses).filteredOn(ReplayGuard.Use.FIRST::equals).hasSize(3);
        assertThat(uses).doesNotContain(ReplayGuard.Use.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void dropsWhatIsOver(String kind) throws SQLException {
        JdbcReplayGuard guard = JdbcReplayGuard.open(database(kind, "purged"), clock);
        guard.purge();
        guard.use("purge", "short", SOON);
        guard.use("purge", "long", SOON.plusSeconds(600));
        clock.advance(Duration.ofSeconds(61));

        assertThat(guard.purge()).isPositive();
        assertThat(guard.use("purge", "long", SOON.plusSeconds(600))).isEqualTo(ReplayGuard.Use.AGAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void aDatabaseThatIsGoneMakesNobodyFirst(String kind) throws SQLException {
        DataSource database = database(kind, "gone");
        boolean[] gone = {false};
        DataSource failing = FailingDataSource.over(database, () -> gone[0]);
        ReplayGuard guard = JdbcReplayGuard.open(failing, clock);
        gone[0] = true;

        assertThat(guard.use("gone", "1", SOON)).isEqualTo(ReplayGuard.Use.UNKNOWN);
    }
}
