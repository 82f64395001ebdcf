package io.xuemeng.lrs.store.jdbc;

import static io.xuemeng.lrs.store.jdbc.StoreFixture.SAME;
import static io.xuemeng.lrs.store.jdbc.StoreFixture.entry;
import static io.xuemeng.lrs.store.jdbc.StoreFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.xuemeng.lrs.store.AppendResult;
import io.xuemeng.lrs.store.StatementStore;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Up to when a store says that everything can be found, and what others store meanwhile. */
class ConsistentThroughTest {

    private final HikariDataSource source = TestDatabases.h2();
    private final SteppedClock clock = new SteppedClock();
    private final SteppedClock othersClock = new SteppedClock();

    @AfterEach
    void close() {
        source.close();
    }

    private StatementStore shared(SteppedClock itsClock) throws SQLException {
        return JdbcRecordStore.builder(source)
                .shared(true)
                .clock(itsClock)
                .open()
                .statements();
    }

    private static Instant store(StatementStore store, int number) {
        assertThat(store.append(List.of(entry(id(number), "w" + number).build()), List.of(), SAME))
                .isInstanceOf(AppendResult.Stored.class);
        return store.find(id(number), false, null).orElseThrow().stored();
    }

    @Test
    void reachesWhatAnotherStoreOfASharedDatabaseStored() throws SQLException {
        StatementStore one = shared(clock);
        StatementStore other = shared(othersClock);
        Instant first = store(other, 1);

        assertThat(one.consistentThrough()).isEqualTo(first);

        clock.step(Duration.ofSeconds(1));
        othersClock.step(Duration.ofSeconds(1));
        Instant second = store(other, 2);

        assertThat(one.consistentThrough()).isEqualTo(second);
    }

    @Test
    void reachesWhatAnotherStoredAlsoAfterTheClockWasSetBack() throws SQLException {
        StatementStore one = shared(clock);
        StatementStore other = shared(othersClock);
        one.consistentThrough();
        clock.step(Duration.ofMinutes(-1));

        Instant stored = store(other, 1);

        assertThat(one.consistentThrough()).isEqualTo(stored);
    }

    @Test
    void doesNotReachWhatAWriterWithASlowerClockIsStillToStore() throws SQLException {
        StatementStore fast = shared(clock);
        StatementStore slow = shared(othersClock);
        store(slow, 1);
        clock.step(Duration.ofSeconds(5));
        assertThat(store(fast, 1)).as("a repetition, which stores nothing").isBefore(clock.instant());
        Instant promised = fast.consistentThrough();

        Instant stored = store(slow, 2);

        assertThat(promised).isBefore(stored);
    }

    @Test
    void isNeverTakenBackByAStoreThatWritesAloneWhenItsClockIsSetBack() throws SQLException {
        StatementStore store =
                JdbcRecordStore.builder(source).clock(clock).open().statements();
        store(store, 1);
        clock.step(Duration.ofSeconds(5));
        store(store, 1);
        Instant promised = store.consistentThrough();
        clock.step(Duration.ofMinutes(-1));

        assertThat(store.consistentThrough()).isEqualTo(promised);
        assertThat(store(store, 2)).isAfter(promised);
    }
}
