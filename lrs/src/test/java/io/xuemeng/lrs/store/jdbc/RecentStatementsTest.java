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
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.sql.DataSource;
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
    void areStoredOnceWhenTheSuccessOfACommitCouldNotBeTold() throws SQLException {
        AtomicBoolean breaks = new AtomicBoolean();
        StatementStore store =
                JdbcRecordStore.open(breakingAfterCommit(source, breaks)).statements();
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

    /** A source whose connections break right after a commit came through, once. */
    private static DataSource breakingAfterCommit(DataSource source, AtomicBoolean breaks) {
        return proxy(DataSource.class, source, (method, result) -> {
            if (!method.equals("getConnection")) {
                return result;
            }
            return proxy(Connection.class, (Connection) result, (called, value) -> {
                if (called.equals("commit") && breaks.compareAndSet(true, false)) {
                    throw new SQLException("the connection broke", "08007");
                }
                return value;
            });
        });
    }

    private interface After {
        Object with(String method, Object result) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, T target, After after) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return after.with(method.getName(), method.invoke(target, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
