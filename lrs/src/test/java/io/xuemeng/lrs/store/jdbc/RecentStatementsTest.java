package io.xuemeng.lrs.store.jdbc;

import static io.xuemeng.lrs.store.jdbc.StoreFixture.SAME;
import static io.xuemeng.lrs.store.jdbc.StoreFixture.entry;
import static io.xuemeng.lrs.store.jdbc.StoreFixture.id;
import static io.xuemeng.lrs.store.jdbc.StoreFixture.words;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.xuemeng.lrs.store.AppendResult;
import io.xuemeng.lrs.store.RecordKey;
import io.xuemeng.lrs.store.StatementEntry;
import io.xuemeng.lrs.store.StatementQuery;
import io.xuemeng.lrs.store.StatementStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The latest statements of an H2 store stand elsewhere than the others, and nobody can tell. */
class RecentStatementsTest {

    private final HikariDataSource source = TestDatabases.h2();

    @AfterEach
    void close() {
        source.close();
    }

    private StatementStore open() throws SQLException {
        return JdbcRecordStore.open(source).statements();
    }

    private static AppendResult store(StatementStore store, int... numbers) {
        return store.append(
                IntStream.of(numbers)
                        .mapToObj(i -> entry(id(i), "w" + i).build())
                        .toList(),
                List.of(),
                SAME);
    }

    private long count(String table) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static List<String> all(StatementStore store) {
        List<String> found = new ArrayList<>();
        StatementQuery query = new StatementQuery(
                RecordKey.verb("verb"), null, false, null, false, null, null, null, null, true, 700, null);
        var page = store.query(query);
        found.addAll(words(page.statements()));
        while (page.next() != null) {
            page = store.query(query.from(page.next()));
            found.addAll(words(page.statements()));
        }
        return found;
    }

    @Test
    void areFoundAtOnceAndMoveOnWhenTheyAreMany() throws SQLException {
        StatementStore store = open();
        List<String> expected = new ArrayList<>();
        int batch = 100;
        for (int from = 0; from < 6_000; from += batch) {
            store(store, IntStream.range(from, from + batch).toArray());
            IntStream.range(from, from + batch).forEach(i -> expected.add("w" + i));
        }

        assertThat(count("xm_recent")).isBetween(1L, 4096L);
        assertThat(count("xm_statement") + count("xm_recent")).isEqualTo(6_000);
        assertThat(all(store)).isEqualTo(expected);
        assertThat(all(open())).as("after a restart").isEqualTo(expected);
        assertThat(store(store, 5, 5_995)).isEqualTo(new AppendResult.Stored(0));
        assertThat(store.append(List.of(entry(id(5_995), "other").build()), List.of(), SAME))
                .isInstanceOf(AppendResult.Conflict.class);
    }

    @Test
    void areNoneWhereManyComeTogether() throws SQLException {
        StatementStore store = open();
        store(store, 1, 2);
        assertThat(count("xm_recent")).isEqualTo(2);

        store(store, IntStream.range(10, 400).toArray());

        assertThat(count("xm_recent")).isZero();
        assertThat(all(store)).hasSize(392).startsWith("w1", "w2", "w10");
    }

    @Test
    void areNoneWhereMuchComesTogether() throws SQLException {
        StatementStore store = open();
        store(store, 1, 2);
        String long900k = "x".repeat(900_000);

        store.append(
                IntStream.range(10, 20)
                        .mapToObj(i -> entry(id(i), long900k + i).build())
                        .toList(),
                List.of(),
                SAME);

        assertThat(count("xm_recent")).isZero();
        assertThat(all(store)).hasSize(12).startsWith("w1", "w2", long900k + 10);
    }

    @Test
    void areStoredOnceByTwoStoresThatWereNotToldOfEachOther() throws SQLException {
        StatementStore one = open();
        StatementStore other = open();
        for (int i = 0; i < 20; i += 2) {
            store(one, i);
            assertThat(store(other, i)).as("the other store's own is known").isEqualTo(new AppendResult.Stored(0));
            store(other, i + 1);
            assertThat(store(one, i + 1)).isEqualTo(new AppendResult.Stored(0));
        }
        store(one, IntStream.range(100, 400).toArray());
        store(other, 20);

        assertThat(count("xm_statement") + count("xm_recent")).isEqualTo(321);
        assertThat(all(other)).hasSize(321).doesNotHaveDuplicates();
        assertThat(all(open())).hasSize(321).doesNotHaveDuplicates();
    }

    @Test
    void areFoundByEveryStoreOfASharedDatabase() throws SQLException {
        store(open(), 1);
        StatementStore one = JdbcRecordStore.builder(source).shared(true).open().statements();
        StatementStore other =
                JdbcRecordStore.builder(source).shared(true).open().statements();

        store(one, 2);
        store(other, 3);

        assertThat(count("xm_recent")).isZero();
        assertThat(all(one)).containsExactly("w1", "w2", "w3");
        assertThat(all(other)).containsExactly("w1", "w2", "w3");
    }

    @Test
    void areErasedForEveryStoreOfASharedDatabase() throws SQLException {
        JdbcRecordStore one = JdbcRecordStore.builder(source).shared(true).open();
        JdbcRecordStore other = JdbcRecordStore.builder(source).shared(true).open();
        UUID person = RecordKey.agent("person");
        StatementEntry statement = entry(id(1), "w1").actor(person).build();
        one.statements().append(List.of(statement), List.of(), SAME);
        store(one.statements(), 2);

        assertThat(other.deletion().deleteAgent(List.of(person)).statements()).isEqualTo(1);

        for (JdbcRecordStore store : List.of(one, other)) {
            assertThat(store.statements().find(id(1), false, null)).isEmpty();
            assertThat(all(store.statements())).containsExactly("w2");
        }
    }

    @Test
    void areStoredOnceWhenTheSuccessOfACommitCouldNotBeTold() throws SQLException {
        AtomicBoolean breaks = new AtomicBoolean();
        WatchedSource.Watcher breaking = new WatchedSource.Watcher() {
            @Override
            public void after(String call) throws SQLException {
                if ("commit".equals(call) && breaks.compareAndSet(true, false)) {
                    throw new SQLException("the connection broke", "08007");
                }
            }
        };
        StatementStore store =
                JdbcRecordStore.open(WatchedSource.of(source, breaking)).statements();
        store(store, 1);
        breaks.set(true);

        assertThat(store(store, 2)).isEqualTo(new AppendResult.Stored(0));

        assertThat(breaks).isFalse();
        store(store, 3);
        assertThat(all(store)).containsExactly("w1", "w2", "w3");
        store(store, IntStream.range(10, 400).toArray());
        assertThat(all(store)).hasSize(393).doesNotHaveDuplicates();
        assertThat(all(open())).hasSize(393);
    }

    @Test
    void areGoneWhenTheyAreDeleted() throws SQLException {
        JdbcRecordStore store = JdbcRecordStore.open(source);
        store(store.statements(), 1, 2, 3);

        assertThat(store.deletion().deleteStatement(id(2)).statements()).isEqualTo(1);

        assertThat(store.statements().find(id(2), false, null)).isEmpty();
        assertThat(all(store.statements())).containsExactly("w1", "w3");
        assertThat(store(store.statements(), 2)).isEqualTo(new AppendResult.Stored(1));
        assertThat(all(store.statements())).containsExactly("w1", "w3", "w2");
    }

    @Test
    void hideWhenTheyAreVoided() throws SQLException {
        StatementStore store = open();
        store(store, 1, 2);

        StatementEntry voiding = entry(id(3), "w3").target(id(1), true).build();
        store.append(List.of(voiding), List.of(), SAME);

        assertThat(all(store)).containsExactly("w2", "w3");
        assertThat(store.find(id(1), false, null)).isEmpty();
        assertThat(store.find(id(1), true, null)).isPresent();
    }
}
