package io.xuemeng.lrs.store.jdbc;

import static io.xuemeng.lrs.store.jdbc.StoreFixture.SAME;
import static io.xuemeng.lrs.store.jdbc.StoreFixture.entry;
import static io.xuemeng.lrs.store.jdbc.StoreFixture.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.xuemeng.lrs.store.DeletionRecord;
import io.xuemeng.lrs.store.DeletionReport;
import io.xuemeng.lrs.store.Document;
import io.xuemeng.lrs.store.DocumentScope;
import io.xuemeng.lrs.store.RecordKey;
import io.xuemeng.lrs.store.StatementEntry;
import io.xuemeng.lrs.store.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was deleted is written down with what deletes it, so the record is right whichever of an operation's commits is not answered. */
class UnknownDeletionTest {

    private static final UUID PERSON = RecordKey.agent("person");
    private static final String PHOTO = "a".repeat(64);

    private final AtomicInteger commits = new AtomicInteger();
    /** The commit after which the connection breaks. */
    private int breaking;
    /** Whether there is a connection to be had after that. */
    private boolean forGood;

    private JdbcRecordStore open(HikariDataSource source) throws SQLException {
        breaking = 0;
        JdbcRecordStore store = JdbcRecordStore.open(WatchedSource.of(source, new WatchedSource.Watcher() {
            @Override
            public void before(String call) throws SQLException {
                if (forGood && commits.get() == breaking && "getConnection".equals(call)) {
                    throw new SQLException("made to fail", "08001");
                }
            }

            @Override
            public void after(String call) throws SQLException {
                if ("commit".equals(call) && commits.incrementAndGet() == breaking) {
                    throw new SQLException("made to fail", "08006");
                }
            }
        }));
        commits.set(0);
        return store;
    }

    private static HikariDataSource database(StoreFixture.Kind kind) {
        return kind == StoreFixture.Kind.H2 ? TestDatabases.h2() : TestDatabases.postgres();
    }

    /** Some statements of a person, the last of which shares an attachment with somebody else's, and a document. */
    private static void fill(JdbcRecordStore store, int statements) {
        List<StatementEntry> entries = new ArrayList<>();
        for (int i = 2; i <= statements; i++) {
            entries.add(entry(id(i), "w").actor(PERSON).build());
        }
        entries.add(entry(id(1), "w").actor(PERSON).attachment(PHOTO).build());
        entries.add(entry(id(0), "w").attachment(PHOTO).build());
        store.statements().append(entries, List.of(), SAME);
        store.documents()
                .replace(
                        new DocumentScope(DocumentScope.Kind.AGENT_PROFILE, null, PERSON, null),
                        "p",
                        null,
                        new Document(new byte[0], "text/plain", "e", Instant.now()));
    }

    @ParameterizedTest
    @EnumSource
    void isWrittenDownOnceAndInFullWhicheverCommitIsNotAnswered(StoreFixture.Kind kind) throws SQLException {
        int last = 1;
        for (int commit = 1; commit <= last; commit++) {
            try (HikariDataSource source = database(kind)) {
                JdbcRecordStore store = open(source);
                fill(store, 4);
                commits.set(0);
                breaking = commit;

                DeletionReport report = store.deletion().deleteAgent(Set.of(PERSON));

                last = Math.max(last, commits.get() - 1);
                assertThat(report).as("commit %s", commit).isEqualTo(new DeletionReport(4, 1, 0, List.of(PHOTO)));
                assertThat(store.deletion().audit(Instant.EPOCH, 10))
                        .as("commit %s", commit)
                        .singleElement()
                        .satisfies(record -> assertThat(record.statements()).isEqualTo(4))
                        .satisfies(record -> assertThat(record.documents()).isEqualTo(1));
            }
        }
        assertThat(last).isGreaterThan(1);
    }

    @ParameterizedTest
    @EnumSource
    void isWrittenDownAsFarAsItCameWhenTheDatabaseGoes(StoreFixture.Kind kind) throws SQLException {
        try (HikariDataSource source = database(kind)) {
            JdbcRecordStore store = open(source);
            fill(store, 600);
            commits.set(0);
            breaking = 1;
            forGood = true;
            assertThatThrownBy(() -> store.deletion().because("asked for").deleteAgent(Set.of(PERSON)))
                    .isInstanceOf(StoreException.class);
            forGood = false;

            List<DeletionRecord> records = store.deletion().audit(Instant.EPOCH, 10);
            long left = count(source, "xm_statement WHERE json IS NOT NULL") - 1;

            assertThat(left).isBetween(1L, 599L);
            assertThat(records).singleElement().satisfies(record -> {
                assertThat(record.statements()).isEqualTo(600 - left);
                assertThat(record.reason()).isEqualTo("asked for");
            });
        }
    }

    private static long count(HikariDataSource source, String what) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + what)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
