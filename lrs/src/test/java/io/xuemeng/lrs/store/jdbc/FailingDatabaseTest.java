package io.xuemeng.lrs.store.jdbc;

import static io.xuemeng.lrs.store.jdbc.StoreFixture.SAME;
import static io.xuemeng.lrs.store.jdbc.StoreFixture.entry;
import static io.xuemeng.lrs.store.jdbc.StoreFixture.id;
import static io.xuemeng.lrs.store.jdbc.StoreFixture.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.lrs.store.ActivityDefinition;
import io.xuemeng.lrs.store.AppendResult;
import io.xuemeng.lrs.store.RecordKey;
import io.xuemeng.lrs.store.StatementEntry;
import io.xuemeng.lrs.store.StatementQuery;
import io.xuemeng.lrs.store.StatementStore;
import io.xuemeng.lrs.store.StoreException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database, a disk or a thread that fails in the midst of work: nobody is told anything untrue, and the others go on. */
class FailingDatabaseTest {

    private static final UUID ACTIVITY = RecordKey.activity("http://example.cn/a");

    private final AtomicReference<WatchedSource.Watcher> watcher =
            new AtomicReference<>(new WatchedSource.Watcher() {});
    private final AtomicInteger syncs = new AtomicInteger();
    private HikariDataSource source;
    private JdbcRecordStore records;
    private StatementStore store;

    @BeforeEach
    void open(@TempDir Path folder) throws SQLException {
        open(TestDatabases.h2(folder));
    }

    private void open(HikariDataSource database) throws SQLException {
        source = database;
        WatchedSource.Watcher current = new WatchedSource.Watcher() {
            @Override
            public void before(String call) throws SQLException {
                watcher.get().before(call);
            }

            @Override
            public void after(String call) throws SQLException {
                watcher.get().after(call);
            }
        };
        records = JdbcRecordStore.builder(WatchedSource.of(source, current))
                .syncToDisk()
                .open();
        store = records.statements();
        append(store, entry(id(1), "one"));
    }

    @AfterEach
    void close() {
        source.close();
    }

    private static AppendResult append(StatementStore store, StatementEntry.Builder entry) {
        return store.append(List.of(entry.build()), List.of(), SAME);
    }

    private List<String> all() {
        return words(store.query(StatementQuery.all(10)).statements());
    }

    /** Lets calls fail, from one of these on. */
    private void failing(String from, String... calls) {
        List<String> all = List.of(calls);
        boolean[] begun = {false};
        watcher.set(new WatchedSource.Watcher() {
            @Override
            public void before(String call) throws SQLException {
                if (begun[0] && all.contains(call)) {
                    throw new SQLException("made to fail", "58000");
                }
            }

            @Override
            public void after(String call) throws SQLException {
                if (from.equals(call)) {
                    begun[0] = true;
                    if (all.contains("after " + call)) {
                        throw new SQLException("made to fail", "08007");
                    }
                }
            }
        });
    }

    private void failNoMore() {
        watcher.set(new WatchedSource.Watcher() {});
    }

    @Test
    void showsWhatIsCommittedThoughTheDiskWouldNotSayThatItKeepsIt() {
        for (String failing : List.of("CHECKPOINT SYNC", "getConnection")) {
            failing("commit", failing);
            assertThatThrownBy(() -> append(store, entry(UUID.randomUUID(), failing)))
                    .isInstanceOf(StoreException.class);
            failNoMore();
        }

        assertThat(all()).containsExactly("getConnection", "CHECKPOINT SYNC", "one");
    }

    @Test
    void showsWhatWasCommittedThoughNobodyWasTold() {
        failing("commit", "after commit", "getConnection");
        assertThatThrownBy(() -> append(store, entry(id(2), "two"))).isInstanceOf(StoreException.class);
        failNoMore();

        assertThat(store.find(id(2), false, null)).isPresent();
        assertThat(all()).containsExactly("two", "one");
    }

    @Test
    void showsNothingThatWasDeletedThoughNobodyWasTold() {
        failing("commit", "after commit", "getConnection");
        assertThatThrownBy(() -> records.deletion().deleteStatement(id(1))).isInstanceOf(StoreException.class);
        failNoMore();

        assertThat(all()).isEmpty();
    }

    @Test
    void asksTheDiskToKeepDeletionsToo() {
        List<String> calls = new ArrayList<>();
        watcher.set(new WatchedSource.Watcher() {
            @Override
            public void after(String call) {
                calls.add(call);
            }
        });

        records.deletion().deleteStatement(id(1));

        assertThat(calls).contains("commit");
        assertThat(calls.subList(calls.lastIndexOf("commit"), calls.size())).contains("CHECKPOINT SYNC");
        failing("commit", "CHECKPOINT SYNC");
        assertThatThrownBy(() -> records.deletion().deleteStatement(id(1))).isInstanceOf(StoreException.class);
    }

    @Test
    void forgetsWhatARolledBackTransactionLearntOfActivities() {
        ActivityDefinition definition = new ActivityDefinition(ACTIVITY, RawJson.of("{\"name\":{\"zh\":\"课\"}}"));
        failing("getConnection", "commit");
        assertThatThrownBy(() -> append(store, entry(id(2), "two").definition(definition)))
                .isInstanceOf(StoreException.class);
        failNoMore();
        append(store, entry(id(1), "one"));

        append(store, entry(id(3), "three").definition(definition));

        assertThat(store.definition(ACTIVITY)).isPresent();
    }

    @Test
    void learnsAgainWhatAnotherStoreMadeTheDatabaseForget() throws SQLException {
        ActivityDefinition definition = new ActivityDefinition(ACTIVITY, RawJson.of("{\"name\":{\"zh\":\"课\"}}"));
        StatementStore one = JdbcRecordStore.builder(source).shared(true).open().statements();
        JdbcRecordStore other = JdbcRecordStore.builder(source).shared(true).open();
        append(one, entry(id(2), "two").definition(definition));
        other.deletion().deleteStatement(id(2));
        assertThat(one.definition(ACTIVITY)).isEmpty();

        append(one, entry(id(3), "three").definition(definition));

        assertThat(one.definition(ACTIVITY)).isPresent();
    }

    @Test
    void learnsOnceWhatIsSaidAgainWhileOthersWriteToo() throws SQLException {
        ActivityDefinition definition = new ActivityDefinition(ACTIVITY, RawJson.of("{\"name\":{\"zh\":\"课\"}}"));
        AtomicInteger lookups = new AtomicInteger();
        WatchedSource.Watcher counting = new WatchedSource.Watcher() {
            @Override
            public void before(String call) {
                if (String.valueOf(call).contains("FROM xm_activity ")) {
                    lookups.incrementAndGet();
                }
            }
        };
        StatementStore one = JdbcRecordStore.builder(WatchedSource.of(source, counting))
                .shared(true)
                .open()
                .statements();
        StatementStore other =
                JdbcRecordStore.builder(source).shared(true).open().statements();
        for (int i = 10; i < 20; i += 2) {
            append(one, entry(id(i), "mine").definition(definition));
            append(other, entry(id(i + 1), "theirs").definition(definition));
        }

        assertThat(lookups).hasValue(1);
    }

    @Test
    void writesWhatAnInterruptedThreadBringsAndGoesOn() {
        Thread.currentThread().interrupt();
        AppendResult result = append(store, entry(id(2), "two"));
        boolean interrupted = Thread.interrupted();

        assertThat(result).isEqualTo(new AppendResult.Stored(1));
        assertThat(interrupted).as("the thread stays interrupted").isTrue();
        assertThat(append(store, entry(id(3), "three"))).isEqualTo(new AppendResult.Stored(1));
        Thread.currentThread().interrupt();
        List<String> all = all();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(all).containsExactly("three", "two", "one");
    }

    @Test
    void survivesAnInterruptInTheMidstOfAWriteWhereH2OpensItsFileAsAsync(@TempDir Path folder) throws SQLException {
        source.close();
        open(TestDatabases.h2Async(folder));
        watcher.set(new WatchedSource.Watcher() {
            @Override
            public void before(String call) {
                if ("commit".equals(call)) {
                    Thread.currentThread().interrupt();
                }
            }
        });

        AppendResult result = append(store, entry(id(2), "two"));
        boolean interrupted = Thread.interrupted();
        failNoMore();

        assertThat(result).isEqualTo(new AppendResult.Stored(1));
        assertThat(interrupted).isTrue();
        assertThat(append(store, entry(id(3), "three"))).isEqualTo(new AppendResult.Stored(1));
        assertThat(all()).containsExactly("three", "two", "one");
    }

    @Test
    void letsTheBatchesOfAGroupPassWhenOneOfThemFails() throws Exception {
        BiPredicate<byte[], byte[]> failing = (a, b) -> {
            throw new IllegalArgumentException("cannot compare");
        };
        List<Future<?>> results = together(
                () -> append(store, entry(id(2), "two")),
                () -> store.append(List.of(entry(id(1), "one").build()), List.of(), failing),
                () -> append(store, entry(id(3), "three")));

        assertThat(results.get(0).get()).isEqualTo(new AppendResult.Stored(1));
        assertThatThrownBy(() -> results.get(1).get()).hasRootCauseInstanceOf(IllegalArgumentException.class);
        assertThat(results.get(2).get()).isEqualTo(new AppendResult.Stored(1));
    }

    @Test
    void asksTheDiskOnceForAllThatAreWrittenTogether() throws Exception {
        List<Future<?>> results = together(
                () -> append(store, entry(id(2), "two")),
                () -> append(store, entry(id(3), "three")),
                () -> append(store, entry(id(4), "four")));
        for (Future<?> result : results) {
            assertThat(result.get()).isEqualTo(new AppendResult.Stored(1));
        }

        assertThat(syncs)
                .as("for the one that kept the others waiting, and for the others")
                .hasValue(2);
    }

    @Test
    void letsNobodyWaitForALeaderThatIsInterrupted() throws Exception {
        List<Future<?>> results = together(
                () -> interrupted(() -> append(store, entry(id(2), "two"))),
                () -> interrupted(() -> append(store, entry(id(3), "three"))),
                () -> append(store, entry(id(4), "four")));

        for (Future<?> result : results) {
            assertThat(result.get()).isEqualTo(new AppendResult.Stored(1));
        }
        assertThat(append(store, entry(id(5), "five"))).isEqualTo(new AppendResult.Stored(1));
    }

    @Test
    void letsNobodyWaitForALeaderThatFailsItself() throws Exception {
        BiPredicate<byte[], byte[]> failing = (a, b) -> {
            throw new StackOverflowError();
        };
        List<Future<?>> results = together(
                () -> store.append(List.of(entry(id(1), "one").build()), List.of(), failing),
                () -> store.append(List.of(entry(id(1), "one").build()), List.of(), failing),
                () -> append(store, entry(id(4), "four")));

        for (Future<?> result : results) {
            assertThatThrownBy(result::get).hasRootCauseInstanceOf(StackOverflowError.class);
        }
        assertThat(append(store, entry(id(5), "five"))).isEqualTo(new AppendResult.Stored(1));
    }

    private static AppendResult interrupted(Callable<AppendResult> call) throws Exception {
        Thread.currentThread().interrupt();
        return call.call();
    }

    /** Brings batches while another is written, so that they are written as one group. */
    @SafeVarargs
    private List<Future<?>> together(Callable<AppendResult>... calls) throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        watcher.set(new WatchedSource.Watcher() {
            @Override
            public void before(String call) {
                if (call.equals("commit") && writing.getCount() > 0) {
                    writing.countDown();
                    Waiting.until(goOn);
                } else if (call.equals("CHECKPOINT SYNC")) {
                    syncs.incrementAndGet();
                }
            }
        });
        Waiting first = Waiting.start(() -> append(store, entry(id(0), "zero")));
        writing.await();
        List<Waiting> others = new ArrayList<>();
        for (Callable<AppendResult> call : calls) {
            others.add(Waiting.start(call));
        }
        for (Waiting other : others) {
            other.untilItWaits();
        }
        goOn.countDown();
        assertThat(first.result().get()).isEqualTo(new AppendResult.Stored(1));
        return others.stream().map(Waiting::result).toList();
    }
}
