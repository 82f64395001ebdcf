package io.xuemeng.lrs.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.xuemeng.lrs.statement.Agent;
import io.xuemeng.lrs.store.DeletionRecord;
import io.xuemeng.lrs.store.DeletionReport;
import io.xuemeng.lrs.store.RecordKey;
import io.xuemeng.lrs.store.jdbc.JdbcRecordStore;
import io.xuemeng.lrs.store.jdbc.TestDatabases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After a person's erasure nothing returns the person's data, and after compaction no file holds it. */
class ErasureTest {

    /** What would give the person away wherever it is found. */
    private static final String SECRET = "wang-xiaoming-7731";

    private static final String PERSON = "{\"name\":\"" + SECRET
            + "\",\"account\":{\"homePage\":\"https://hub.example.cn\",\"name\":\"" + SECRET + "\"}}";
    private static final String OTHER = "{\"mbox\":\"mailto:other@example.cn\"}";
    private static final UUID KEY = RecordKey.agent("account https://hub.example.cn " + SECRET);
    private static final byte[] AUDIT_KEY = "a key of thirty-two bytes, kept ".getBytes(StandardCharsets.US_ASCII);

    private static String statement(String actor, String rest) {
        return "{\"actor\":" + actor + ",\"verb\":{\"id\":\"http://example.cn/verbs/did\"},"
                + (rest.contains("\"object\"") ? "" : "\"object\":{\"id\":\"http://example.cn/activities/1\"},") + rest
                + "\"timestamp\":\"2026-09-01T08:00:00Z\"}";
    }

    private static String group(String member) {
        return "{\"objectType\":\"Group\",\"member\":[" + OTHER + "," + member + "]}";
    }

    /** Statements in which the person stands in every place where an agent can stand. */
    private static List<String> aboutThePerson() {
        return List.of(
                statement(PERSON, ""),
                statement(group(PERSON), ""),
                statement(
                        OTHER, "\"object\":" + PERSON.replace("{\"name\"", "{\"objectType\":\"Agent\",\"name\"") + ","),
                statement(OTHER, "\"context\":{\"instructor\":" + PERSON + "},"),
                statement(OTHER, "\"context\":{\"team\":" + group(PERSON) + "},"),
                statement(
                        OTHER,
                        "\"context\":{\"contextAgents\":[{\"objectType\":\"contextAgent\",\"agent\":" + PERSON
                                + "}]},"),
                statement(
                        OTHER,
                        "\"context\":{\"contextGroups\":[{\"objectType\":\"contextGroup\",\"group\":" + group(PERSON)
                                + "}]},"),
                statement(
                        OTHER,
                        "\"object\":{\"objectType\":\"SubStatement\",\"actor\":" + PERSON
                                + ",\"verb\":{\"id\":\"http://example.cn/verbs/will\"},\"object\":{\"id\":"
                                + "\"http://example.cn/activities/1\"}},"),
                statement(
                        PERSON,
                        "\"object\":{\"id\":\"http://example.cn/activities/of-one\",\"definition\":{\"name\":{\"zh\":\""
                                + SECRET + "\"}}},"));
    }

    private static String multipart(String statement, byte[] data) throws Exception {
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data));
        String attachment =
                "\"attachments\":[{\"usageType\":\"http://example.cn/usage/work\",\"display\":{\"zh\":\"作品\"},"
                        + "\"contentType\":\"text/plain\",\"length\":" + data.length + ",\"sha2\":\"" + hash + "\"}],";
        return "--b\r\nContent-Type: application/json\r\n\r\n"
                + statement.replace("\"timestamp\"", attachment + "\"timestamp\"")
                + "\r\n--b\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: binary\r\nX-Experience-API-Hash: "
                + hash
                + "\r\n\r\n" + new String(data, StandardCharsets.UTF_8) + "\r\n--b--\r\n";
    }

    private static void fill(TestClient client) throws Exception {
        for (String statement : aboutThePerson()) {
            assertThat(client.post("statements", "", statement).status()).isEqualTo(200);
        }
        Caller asThePerson = Caller.of("p", Agent.account("https://hub.example.cn", SECRET));
        assertThat(client.as(asThePerson)
                        .post("statements", "", statement(OTHER, ""))
                        .status())
                .isEqualTo(200);
        TestClient parts = client.with("Content-Type", "multipart/mixed; boundary=b");
        byte[] own = ("the work of " + SECRET).repeat(20_000).getBytes(StandardCharsets.UTF_8);
        byte[] shared = "a group photo".getBytes(StandardCharsets.UTF_8);
        assertThat(parts.post("statements", "", multipart(statement(PERSON, ""), own))
                        .status())
                .isEqualTo(200);
        assertThat(parts.post("statements", "", multipart(statement(PERSON, ""), shared))
                        .status())
                .isEqualTo(200);
        assertThat(parts.post("statements", "", multipart(statement(OTHER, ""), shared))
                        .status())
                .isEqualTo(200);
        String referring = "{\"objectType\":\"StatementRef\",\"id\":\"" + idOfFirst(client) + "\"}";
        assertThat(client.post("statements", "", statement(OTHER, "\"object\":" + referring + ","))
                        .status())
                .isEqualTo(200);
        String large = "\"result\":{\"extensions\":{\"http://example.cn/answers\":["
                + ("\"" + SECRET + "\",").repeat(50_000) + "1]}},";
        assertThat(client.post("statements", "", statement(PERSON, large)).status())
                .isEqualTo(200);
        String agent = "agent=" + TestClient.encode(PERSON);
        String activity = "activityId=" + TestClient.encode("http://example.cn/activities/1");
        String portfolio = "[" + ("\"" + SECRET + "\",").repeat(50_000) + "1]";
        assertThat(client.put("activities/state", agent + "&" + activity + "&stateId=portfolio", portfolio)
                        .status())
                .isEqualTo(204);
        assertThat(client.put("activities/state", agent + "&" + activity + "&stateId=s", "{\"who\":\"" + SECRET + "\"}")
                        .status())
                .isEqualTo(204);
        assertThat(client.put("agents/profile", agent + "&profileId=p", "{\"who\":\"" + SECRET + "\"}")
                        .status())
                .isEqualTo(204);
    }

    private static String idOfFirst(TestClient client) {
        return client.get("statements", "ascending=true&limit=1")
                .text()
                .replaceAll("(?s).*\"id\":\"([0-9a-f-]{36})\".*", "$1");
    }

    private static void assertNothingReturnsThePerson(TestClient client) {
        String agent = "agent=" + TestClient.encode(PERSON);
        String everything = client.get("statements", "attachments=true").text();
        assertThat(everything).doesNotContain(SECRET).contains("a group photo");
        assertThat(client.get("statements", agent).text()).isEqualTo("{\"statements\":[],\"more\":\"\"}");
        assertThat(client.get("statements", agent + "&related_agents=true").text())
                .isEqualTo("{\"statements\":[],\"more\":\"\"}");
        assertThat(client.get("activities", "activityId=" + TestClient.encode("http://example.cn/activities/of-one"))
                        .text())
                .doesNotContain(SECRET);
        assertThat(client.get("agents/profile", agent).text()).isEqualTo("[]");
        assertThat(client.get(
                                "activities/state",
                                agent + "&activityId=" + TestClient.encode("http://example.cn/activities/1"))
                        .text())
                .isEqualTo("[]");
    }

    private static void assertAudited(JdbcRecordStore store, DeletionReport report) {
        List<DeletionRecord> records = store.deletion().audit(Instant.EPOCH, 10);
        assertThat(records).hasSize(1);
        assertThat(records.get(0).kind()).isEqualTo(DeletionRecord.Kind.AGENT);
        assertThat(records.get(0).subject())
                .isEqualTo(store.deletion().auditSubject(KEY))
                .doesNotContain(SECRET);
        assertThat(records.get(0).statements()).isEqualTo(report.statements());
    }

    /** Whether any file below a folder has the bytes; a file that is deleted meanwhile has none. */
    private static boolean anyFileHolds(Path folder, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).anyMatch(file -> holds(file, wanted));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holds(Path file, byte[] wanted) {
        try {
            byte[] content = Files.readAllBytes(file);
            for (int i = 0; i + wanted.length <= content.length; i++) {
                if (content[i] == wanted[0]
                        && java.util.Arrays.equals(content, i, i + wanted.length, wanted, 0, wanted.length)) {
                    return true;
                }
            }
            return false;
        } catch (java.nio.file.NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void leavesNothingInH2(@TempDir Path folder) throws Exception {
        HikariDataSource source = TestDatabases.h2(folder);
        JdbcRecordStore store =
                JdbcRecordStore.builder(source).auditKey(AUDIT_KEY).open();
        TestClient client = new TestClient(LrsEngine.over(store));
        fill(client);
        assertThat(anyFileHolds(folder, SECRET)).isTrue();

        DeletionReport report = store.deletion().deleteAgent(Set.of(KEY));

        assertThat(report.statements()).isEqualTo(aboutThePerson().size() + 4L);
        assertThat(report.documents()).isEqualTo(3);
        assertThat(report.attachments()).isEqualTo(1);
        assertThat(report.sharedAttachments()).hasSize(1);
        assertNothingReturnsThePerson(client);
        assertAudited(store, report);

        store.deletion().compact();
        source.close();
        assertThat(anyFileHolds(folder, SECRET)).isFalse();
        try (HikariDataSource again = TestDatabases.h2(folder)) {
            TestClient later = new TestClient(LrsEngine.over(JdbcRecordStore.open(again)));
            assertNothingReturnsThePerson(later);
        }
    }

    @Test
    void leavesNothingInPostgres() throws Exception {
        try (HikariDataSource source = TestDatabases.postgres()) {
            JdbcRecordStore store =
                    JdbcRecordStore.builder(source).auditKey(AUDIT_KEY).open();
            TestClient client = new TestClient(LrsEngine.over(store));
            fill(client);
            assertThat(anyFileHolds(TestDatabases.postgresFolder(), SECRET)).isTrue();

            DeletionReport report = store.deletion().deleteAgent(Set.of(KEY));

            assertThat(report.statements()).isEqualTo(aboutThePerson().size() + 4L);
            assertNothingReturnsThePerson(client);
            assertAudited(store, report);

            store.deletion().compact();
            recycleTheLog(source);
            assertThat(anyFileHolds(TestDatabases.postgresFolder(), SECRET)).isFalse();
            assertNothingReturnsThePerson(client);
        }
    }

    /** What the documentation says an operator does for the write-ahead log. */
    private static void recycleTheLog(HikariDataSource source) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            for (int i = 0; i < 3; i++) {
                statement.execute("SELECT pg_switch_wal()");
                statement.execute("CHECKPOINT");
            }
        }
    }

    @Test
    void deletesByIdAndByTimeAndForgetsWhatWasReferredTo() throws Exception {
        try (HikariDataSource source = TestDatabases.h2()) {
            JdbcRecordStore store = JdbcRecordStore.open(source);
            TestClient client = new TestClient(LrsEngine.over(store));
            String id =
                    client.post("statements", "", statement(PERSON, "")).text().substring(2, 38);
            String referring = "{\"objectType\":\"StatementRef\",\"id\":\"" + id + "\"}";
            client.post("statements", "", statement(OTHER, "\"object\":" + referring + ","));
            String agent = "agent=" + TestClient.encode(PERSON);
            assertThat(client.get("statements", agent).text()).contains("StatementRef");

            assertThat(store.deletion().deleteStatement(UUID.fromString(id)).statements())
                    .isEqualTo(1);

            assertThat(client.get("statements", agent).text()).isEqualTo("{\"statements\":[],\"more\":\"\"}");
            assertThat(client.get("statements", "").text()).contains("StatementRef");
            assertThat(store.deletion()
                            .deleteBefore(Instant.now().plus(Duration.ofSeconds(1)))
                            .statements())
                    .isEqualTo(1);
            assertThat(client.get("statements", "").text()).isEqualTo("{\"statements\":[],\"more\":\"\"}");
        }
    }

    @Test
    void deletesTheDataOfOneAttachmentAndOldDocumentsAndWritesDownEachDeletion() throws Exception {
        try (HikariDataSource source = TestDatabases.h2()) {
            JdbcRecordStore store =
                    JdbcRecordStore.builder(source).auditKey(AUDIT_KEY).open();
            TestClient client = new TestClient(LrsEngine.over(store));
            byte[] data = "a drawing".getBytes(StandardCharsets.UTF_8);
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(data));
            client.with("Content-Type", "multipart/mixed; boundary=b")
                    .post("statements", "", multipart(statement(PERSON, ""), data));
            String id = idOfFirst(client);
            String profile = "profileId=p&agent=" + TestClient.encode(PERSON);
            client.put("agents/profile", profile, "{}");
            Instant start = Instant.now();

            assertThat(store.deletion().deleteAttachment(hash).attachments()).isEqualTo(1);
            assertThat(client.get("statements", "attachments=true&statementId=" + id)
                            .text())
                    .contains(hash)
                    .doesNotContain("a drawing");
            assertThat(store.deletion().deleteStatement(UUID.fromString(id)).statements())
                    .isEqualTo(1);
            assertThat(store.deletion().deleteBefore(start.minusSeconds(60)).documents())
                    .isZero();
            assertThat(client.get("agents/profile", profile).status()).isEqualTo(200);
            assertThat(store.deletion().deleteBefore(start.plusSeconds(60)).documents())
                    .isEqualTo(1);
            assertThat(client.get("agents/profile", profile).status()).isEqualTo(404);
            assertThat(store.deletion()
                            .because("the person asked for it")
                            .deleteAgent(Set.of(KEY))
                            .statements())
                    .isZero();

            List<DeletionRecord> records = store.deletion().audit(start.minusSeconds(1), 10);
            assertThat(records)
                    .extracting(DeletionRecord::kind)
                    .containsExactly(
                            DeletionRecord.Kind.ATTACHMENT,
                            DeletionRecord.Kind.STATEMENT,
                            DeletionRecord.Kind.BEFORE,
                            DeletionRecord.Kind.BEFORE,
                            DeletionRecord.Kind.AGENT);
            assertThat(records)
                    .extracting(DeletionRecord::reason)
                    .containsExactly(null, null, null, null, "the person asked for it");
            assertThatThrownBy(() -> store.deletion().because(" ")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> store.deletion().because("a\0b")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> store.deletion().because("two\nlines"))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> store.deletion().because("x".repeat(1001)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(records.get(1).subject()).isEqualTo(store.deletion().auditSubject(UUID.fromString(id)));
            assertThat(store.deletion().audit(start.minusSeconds(1), 2)).isEqualTo(records.subList(0, 2));
            assertThat(store.deletion().audit(Instant.now().plusSeconds(60), 10))
                    .isEmpty();
        }
    }
}
