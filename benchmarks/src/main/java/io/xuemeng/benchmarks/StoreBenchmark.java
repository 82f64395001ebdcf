package io.xuemeng.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.xuemeng.lrs.store.AppendResult;
import io.xuemeng.lrs.store.RecordKey;
import io.xuemeng.lrs.store.RecordStore;
import io.xuemeng.lrs.store.StatementEntry;
import io.xuemeng.lrs.store.jdbc.JdbcRecordStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Durable batches of 100 statements of 752 bytes into PostgreSQL with {@code fsync}, {@code synchronous_commit} and {@code
 * full_page_writes} on. The floor inserts the same bytes into the same columns and indexes with a JDBC batch and a commit, and asks
 * nothing: no id looked up, no time given, no order kept.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class StoreBenchmark {

    private static final int BATCH = 100;
    private static final int STATEMENT_BYTES = 752;

    /** A PostgreSQL server, and a store on it. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // JMH calls the set-up first.
    public static class Postgres {

        private final AtomicLong clock = new AtomicLong(1_000_000_000_000L);

        private EmbeddedPostgres server;
        private HikariDataSource source;
        private RecordStore store;

        /** Starts the server; its data is new for each trial, so that both begin with empty tables. */
        @Setup(Level.Trial)
        public void start() throws IOException, SQLException {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .start();
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
            config.setMaximumPoolSize(10);
            source = new HikariDataSource(config);
            store = JdbcRecordStore.open(source);
        }

        /** Stops the server and deletes its data. */
        @TearDown(Level.Trial)
        public void stop() throws IOException {
            source.close();
            server.close();
        }
    }

    /** The keys of statements, of as many learners, activities and courses as a school has. */
    @State(Scope.Thread)
    public static class Statements {

        private final Random random = new Random();
        private final byte[] json = new byte[STATEMENT_BYTES];

        private UUID verb() {
            return RecordKey.verb("verb" + random.nextInt(20));
        }

        private UUID actor() {
            return RecordKey.agent("actor" + random.nextInt(10_000));
        }

        private UUID activity() {
            return RecordKey.activity("activity" + random.nextInt(2_000));
        }

        private UUID course() {
            return RecordKey.activity("course" + random.nextInt(20));
        }

        private UUID registration() {
            return new UUID(7, random.nextInt(5_000));
        }

        List<StatementEntry> batch() {
            List<StatementEntry> batch = new ArrayList<>(BATCH);
            for (int i = 0; i < BATCH; i++) {
                batch.add(StatementEntry.of(UUID.randomUUID(), true, json.clone())
                        .timeAt(0)
                        .verb(verb())
                        .actor(actor())
                        .activity(activity())
                        .registration(registration())
                        .authority(RecordKey.agent("authority"))
                        .related(course())
                        .related(activity())
                        .build());
            }
            return batch;
        }
    }

    /** Six clients, as many as the aims speak of. */
    @Benchmark
    @Threads(6)
    @OperationsPerInvocation(BATCH)
    public AppendResult oursStore100(Postgres postgres, Statements statements) {
        return postgres.store.statements().append(statements.batch(), List.of(), (a, b) -> false);
    }

    /** Six connections, each with its own transactions. */
    @Benchmark
    @Threads(6)
    @OperationsPerInvocation(BATCH)
    public int floorStore100(Postgres postgres, Statements statements) throws SQLException {
        try (Connection connection = postgres.source.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement rows = connection.prepareStatement(
                            "INSERT INTO xm_statement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)");
                    PreparedStatement links =
                            connection.prepareStatement("INSERT INTO xm_link VALUES (?, ?, ?, ?, ?)")) {
                for (int i = 0; i < BATCH; i++) {
                    long time = postgres.clock.incrementAndGet();
                    rows.setLong(1, time);
                    rows.setLong(2, time);
                    rows.setInt(3, 0);
                    rows.setObject(4, UUID.randomUUID());
                    rows.setObject(5, statements.verb());
                    rows.setObject(6, statements.actor());
                    rows.setObject(7, statements.activity());
                    rows.setObject(8, statements.registration());
                    rows.setObject(9, RecordKey.agent("authority"));
                    rows.setBoolean(10, false);
                    rows.setBytes(11, new byte[34]);
                    rows.setBytes(12, statements.json);
                    rows.addBatch();
                    link(links, statements.course(), time);
                    link(links, statements.activity(), time);
                }
                rows.executeBatch();
                links.executeBatch();
            }
            connection.commit();
            connection.setAutoCommit(true);
            return BATCH;
        }
    }

    private static void link(PreparedStatement links, UUID key, long time) throws SQLException {
        links.setInt(1, 0);
        links.setObject(2, key);
        links.setLong(3, time);
        links.setLong(4, time);
        links.setBoolean(5, false);
        links.addBatch();
    }
}
