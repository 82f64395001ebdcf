package io.xuemeng.lrs.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.xuemeng.lrs.store.StatementStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there after {@code kill -9}, of the process that stores and of the database server. */
@Timeout(value = 1, unit = TimeUnit.DAYS) // As many kills as are asked for.
class KilledProcessesTest {

    private static final int KILLS = Integer.getInteger("xuemeng.kills", 3);

    /** Starts a writer, and kills something when it has told of some batches; what it told of until the end. */
    private static List<UUID> acknowledgedUntil(String address, int batches, Killing killing) throws Exception {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WriterProcess.class.getName(),
                        address)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<UUID> acknowledged = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            int told = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                // A line without its full stop was cut off by the kill.
                if (line.endsWith(".")) {
                    for (String id : line.substring(0, line.length() - 2).split(" ")) {
                        acknowledged.add(UUID.fromString(id));
                    }
                    if (++told == batches) {
                        killing.kill(writer);
                    }
                }
            }
        }
        assertThat(writer.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return acknowledged;
    }

    interface Killing {
        void kill(Process writer);
    }

    private static void assertAllThere(HikariDataSource source, List<UUID> acknowledged) throws Exception {
        StatementStore store = JdbcRecordStore.open(source).statements();
        List<UUID> lost = acknowledged.stream()
                .filter(id -> store.find(id, false, null).isEmpty())
                .toList();
        assertThat(lost).as("lost of %d", acknowledged.size()).isEmpty();
    }

    @Test
    void inH2WithoutWriteDelay(@TempDir Path folder) throws Exception {
        List<UUID> acknowledged = new ArrayList<>();
        String address = "jdbc:h2:async:" + folder.resolve("records").toAbsolutePath() + ";WRITE_DELAY=0";
        Random random = new Random(7);
        for (int i = 0; i < KILLS; i++) {
            acknowledged.addAll(acknowledgedUntil(address, 20 + random.nextInt(80), writer -> kill(writer.pid())));
            try (HikariDataSource source = TestDatabases.h2(folder)) {
                assertAllThere(source, acknowledged);
                assertNoneTwice(source);
            }
        }
        assertThat(acknowledged).hasSizeGreaterThan(KILLS * 100);
    }

    /** A kill while statements move from table to table leaves each in one of them. */
    private static void assertNoneTwice(HikariDataSource source) throws Exception {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*), COUNT(DISTINCT id) FROM"
                        + " (SELECT id FROM xm_recent UNION ALL SELECT id FROM xm_statement)")) {
            rows.next();
            assertThat(rows.getLong(1)).isEqualTo(rows.getLong(2));
        }
    }

    @Test
    void inPostgresWhoseServerIsKilledToo(@TempDir Path folder) throws Exception {
        List<UUID> acknowledged = new ArrayList<>();
        Path data = folder.resolve("data");
        Random random = new Random(8);
        for (int i = 0; i < KILLS; i++) {
            try (EmbeddedPostgres server = start(data)) {
                long postmaster = Long.parseLong(
                        Files.readAllLines(data.resolve("postmaster.pid")).get(0));
                boolean killServer = i % 3 != 2;
                acknowledged.addAll(acknowledgedUntil(
                        server.getJdbcUrl("postgres", "postgres"),
                        20 + random.nextInt(80),
                        writer -> kill(killServer ? postmaster : writer.pid())));
            }
        }
        try (EmbeddedPostgres server = start(data);
                HikariDataSource source = new HikariDataSource()) {
            source.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
            assertAllThere(source, acknowledged);
        }
        assertThat(acknowledged).hasSizeGreaterThan(KILLS * 100);
    }

    private static void kill(long pid) {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        // The server's own processes first would let it recover by itself; the server first leaves them without a
        // parent.
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private static EmbeddedPostgres start(Path data) throws IOException {
        // A server that was killed leaves its lock behind.
        Files.deleteIfExists(data.resolve("epg-lock"));
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
    }
}
