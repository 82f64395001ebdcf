package io.xuemeng.lrs.store.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.xuemeng.lrs.store.RecordKey;
import io.xuemeng.lrs.store.StatementEntry;
import io.xuemeng.lrs.store.StoredStatement;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;

/** A store on one of the databases, and statements that are told apart by what they say. */
final class StoreFixture implements AutoCloseable {

    /** The databases that the store is tested on. */
    enum Kind {
        H2,
        POSTGRESQL
    }

    /** Two say the same when the words behind the time do. */
    static final BiPredicate<byte[], byte[]> SAME = (a, b) -> word(a).equals(word(b));

    final HikariDataSource source;
    JdbcRecordStore store;

    StoreFixture(Kind kind) {
        this(kind == Kind.H2 ? TestDatabases.h2() : TestDatabases.postgres());
    }

    StoreFixture(HikariDataSource source) {
        this.source = source;
        this.store = open(source);
    }

    private static JdbcRecordStore open(HikariDataSource source) {
        try {
            return JdbcRecordStore.open(source);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens the store anew, as after a restart. */
    void reopen() {
        store.close();
        store = open(source);
    }

    /** An entry that says a word, with a verb and an actor. */
    static StatementEntry.Builder entry(UUID id, String word) {
        String time = "0".repeat(StatementEntry.TIME_LENGTH);
        byte[] json = ("{\"" + time + word + "\"}").getBytes(StandardCharsets.UTF_8);
        return StatementEntry.of(id, true, json)
                .timeAt(2)
                .verb(RecordKey.verb("verb"))
                .actor(RecordKey.agent("actor"))
                .authority(RecordKey.agent("authority"));
    }

    static UUID id(int number) {
        return new UUID(0x1234, number);
    }

    /** What a statement says. */
    static String word(byte[] json) {
        return new String(
                Arrays.copyOfRange(json, 2 + StatementEntry.TIME_LENGTH, json.length - 2), StandardCharsets.UTF_8);
    }

    static List<String> words(List<StoredStatement> statements) {
        return statements.stream().map(statement -> word(statement.json())).toList();
    }

    @Override
    public void close() {
        store.close();
        source.close();
    }
}
