package io.xuemeng.lrs.store.jdbc;

import static io.xuemeng.lrs.store.jdbc.StoreFixture.SAME;
import static io.xuemeng.lrs.store.jdbc.StoreFixture.entry;
import static io.xuemeng.lrs.store.jdbc.StoreFixture.id;
import static io.xuemeng.lrs.store.jdbc.StoreFixture.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.xuemeng.lrs.store.StatementQuery;
import io.xuemeng.lrs.store.StatementStore;
import io.xuemeng.lrs.store.StoreException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A commit came through and nobody was told: who reads next finds that out, and no more is needed for it than there must be. */
class UnknownOutcomeTest {

    private static final WatchedSource.Watcher QUIET = new WatchedSource.Watcher() {};

    private final AtomicReference<WatchedSource.Watcher> watcher = new AtomicReference<>(QUIET);
    private final SteppedClock clock = new SteppedClock();
    private HikariDataSource source = TestDatabases.h2();

    @AfterEach
    void close() {
        source.close();
    }

    private JdbcRecordStore.Builder builder() {
        return JdbcRecordStore.builder(WatchedSource.of(source, new WatchedSource.Watcher() {
                    @Override
                    public void before(String call) throws SQLException {
                        watcher.get().before(call);
                    }

                    @Override
                    public void after(String call) throws SQLException {
                        watcher.get().after(call);
                    }
                }))
                .clock(clock);
    }

    private static void append(StatementStore store, int number, String word) {
        store.append(List.of(entry(id(number), word).build()), List.of(), SAME);
    }

    private static List<String> all(StatementStore store) {
        return words(store.query(StatementQuery.all(10)).statements());
    }

    /** Stores "one", and commits "two" while the connection breaks and there is no other. */
    private void storeOneAndMaybeTwo(StatementStore store) {
        append(store, 1, "one");
        clock.step(Duration.ofSeconds(1));
        boolean[] broken = {false};
        watcher.set(new WatchedSource.Watcher() {
            @Override
            public void before(String call) throws SQLException {
                if (broken[0] && "getConnection".equals(call)) {
                    throw new SQLException("made to fail", "08001");
                }
            }

            @Override
            public void after(String call) throws SQLException {
                if ("commit".equals(call)) {
                    broken[0] = true;
                    throw new SQLException("made to fail", "08006");
                }
            }
        });
        assertThatThrownBy(() -> append(store, 2, "two")).isInstanceOf(StoreException.class);
    }

    @Test
    void isAskedForOnceByAllWhoWaitWhileTheDatabaseIsDown() throws Exception {
        StatementStore store = builder().open().statements();
        storeOneAndMaybeTwo(store);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch refused = new CountDownLatch(1);
        AtomicInteger times = new AtomicInteger();
        watcher.set(new WatchedSource.Watcher() {
            @Override
            public void before(String call) throws SQLException {
                if ("getConnection".equals(call)) {
                    times.incrementAndGet();
                    asked.countDown();
                    Waiting.until(refused);
                    throw new SQLException("connection refused", "08001");
                }
            }
        });
        List<Waiting> readers = new ArrayList<>();
        readers.add(Waiting.start(() -> all(store)));
        Waiting.until(asked);
        for (int i = 0; i < 7; i++) {
            readers.add(Waiting.start(() -> all(store)));
        }
        for (Waiting reader : readers) {
            reader.untilItWaits();
        }
        refused.countDown();

        for (Waiting reader : readers) {
            Future<?> result = reader.result();
            assertThatThrownBy(result::get).hasCauseInstanceOf(StoreException.class);
        }
        assertThat(times).hasValue(1);
        watcher.set(QUIET);
        assertThat(all(store)).containsExactly("two", "one");
    }

    private static WatchedSource.Watcher readOnly() {
        return new WatchedSource.Watcher() {
            @Override
            public void before(String call) throws SQLException {
                if (call != null && call.matches("(?s).*FOR UPDATE|(INSERT|UPDATE|DELETE|CHECKPOINT) .*")) {
                    throw new SQLException("cannot execute it in a read-only transaction", "25006");
                }
            }
        };
    }

    @Test
    void isFoundOutInADatabaseThatCameBackReadOnly() throws SQLException {
        StatementStore store = builder().syncToDisk().open().statements();
        storeOneAndMaybeTwo(store);
        watcher.set(readOnly());

        assertThat(all(store)).containsExactly("two", "one");
        assertThat(store.find(id(2), false, null)).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void needsNoFindingOutWhereOthersWriteToo(StoreFixture.Kind kind) throws SQLException {
        if (kind == StoreFixture.Kind.POSTGRESQL) {
            source.close();
            source = TestDatabases.postgres();
        }
        StatementStore store = builder().shared(true).open().statements();
        storeOneAndMaybeTwo(store);
        List<String> calls = new ArrayList<>();
        watcher.set(new WatchedSource.Watcher() {
            @Override
            public void before(String call) {
                calls.add(String.valueOf(call));
            }
        });

        assertThat(all(store)).containsExactly("two", "one");
        assertThat(calls).doesNotContain("commit").noneMatch(call -> call.endsWith("FOR UPDATE"));
    }

    @Test
    void isWaitedForByThePromiseThatEverythingIsShown() throws SQLException {
        StatementStore store = builder().open().statements();
        storeOneAndMaybeTwo(store);
        clock.step(Duration.ofSeconds(1));
        Instant before = store.consistentThrough();
        watcher.set(QUIET);
        Instant one = store.find(id(1), false, null).orElseThrow().stored();
        Instant two = store.find(id(2), false, null).orElseThrow().stored();

        assertThat(before).isEqualTo(one);
        assertThat(store.consistentThrough()).isAfter(two);
    }

    @Test
    void isFoundOutAlsoWhenTheDriverFailsInAWayOfItsOwn() throws SQLException {
        StatementStore store = builder().open().statements();
        append(store, 1, "one");
        watcher.set(new WatchedSource.Watcher() {
            @Override
            public void after(String call) {
                if ("commit".equals(call)) {
                    throw new LinkageError("made to fail");
                }
            }
        });
        assertThatThrownBy(() -> append(store, 2, "two")).isInstanceOf(LinkageError.class);
        watcher.set(QUIET);

        assertThat(all(store)).containsExactly("two", "one");
    }
}
