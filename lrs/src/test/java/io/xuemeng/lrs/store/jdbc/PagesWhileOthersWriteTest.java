package io.xuemeng.lrs.store.jdbc;

import static io.xuemeng.lrs.store.jdbc.StoreFixture.SAME;
import static io.xuemeng.lrs.store.jdbc.StoreFixture.entry;
import static io.xuemeng.lrs.store.jdbc.StoreFixture.id;
import static io.xuemeng.lrs.store.jdbc.StoreFixture.words;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.xuemeng.lrs.store.RecordKey;
import io.xuemeng.lrs.store.StatementEntry;
import io.xuemeng.lrs.store.StatementQuery;
import io.xuemeng.lrs.store.StatementStore;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page that several SQL statements put together, while somebody stores in between. */
class PagesWhileOthersWriteTest {

    private static final UUID ANN = RecordKey.agent("ann");

    private final HikariDataSource source = TestDatabases.h2();

    @AfterEach
    void close() {
        source.close();
    }

    @ParameterizedTest
    @CsvSource({"true,1", "true,2", "true,3", "true,4", "false,1", "false,2", "false,3", "false,4"})
    void showsNothingWithoutWhatWasStoredBefore(boolean ascending, int selects) throws SQLException {
        StatementStore writer =
                JdbcRecordStore.builder(source).shared(true).open().statements();
        append(writer, entry(id(1), "first").actor(ANN));
        AtomicInteger left = new AtomicInteger(-1);
        StatementStore reader = JdbcRecordStore.builder(WatchedSource.of(source, new WatchedSource.Watcher() {
                    @Override
                    public void after(String call) {
                        if (call != null && call.startsWith("SELECT") && left.getAndDecrement() == 1) {
                            append(writer, entry(id(2), "second").actor(ANN));
                            append(writer, entry(id(3), "third").authority(ANN));
                            append(writer, entry(id(4), "fourth").agent(ANN));
                        }
                    }
                }))
                .shared(true)
                .open()
                .statements();
        left.set(selects);
        StatementQuery query =
                new StatementQuery(null, ANN, true, null, false, null, null, null, null, ascending, 10, null);

        List<String> page = words(reader.query(query).statements());

        assertThat(left).as("it was stored in between").hasValueLessThan(1);
        List<String> all = ascending
                ? List.of("first", "second", "third", "fourth")
                : List.of("fourth", "third", "second", "first");
        int size = page.size();
        assertThat(page).isEqualTo(ascending ? all.subList(0, size) : all.subList(4 - size, 4));
        assertThat(words(reader.query(query).statements())).isEqualTo(all);
    }

    private static void append(StatementStore store, StatementEntry.Builder entry) {
        store.append(List.of(entry.build()), List.of(), SAME);
    }
}
