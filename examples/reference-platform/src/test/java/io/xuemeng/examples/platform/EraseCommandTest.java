package io.xuemeng.examples.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.lrs.server.Caller;
import io.xuemeng.lrs.server.EngineLimits;
import io.xuemeng.lrs.server.Headers;
import io.xuemeng.lrs.server.LrsEngine;
import io.xuemeng.lrs.server.LrsRequest;
import io.xuemeng.lrs.server.LrsResponse;
import io.xuemeng.lrs.statement.Agent;
import io.xuemeng.lrs.store.DeletionRecord;
import io.xuemeng.lrs.store.DeletionStore;
import io.xuemeng.lrs.store.RecordKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody erases at the command line is gone, and written down. */
class EraseCommandTest {

    private static final String ID = "fd41c918-b88b-4b20-a0a5-a4c32391aaa0";
    private static final String SECRET = "pupil-no-4711";
    private static final String ACCOUNT =
            "{\"account\":{\"homePage\":\"https://hub.example.cn\",\"name\":\"" + SECRET + "\"}}";
    private static final String MAIL = "{\"mbox\":\"mailto:" + SECRET + "@Example.cn\"}";
    private static final String OTHER = "{\"mbox\":\"mailto:other@example.cn\"}";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String store = "";
    private Path auditKey = Path.of("");

    @BeforeEach
    void fill() throws Exception {
        store = "h2:" + folder.resolve("db");
        auditKey = Files.writeString(folder.resolve("key"), "00112233445566778899aabbccddeeff");
        try (Records records = open()) {
            String hash = "{\"mbox_sha1sum\":\"" + sha1("mailto:" + SECRET + "@example.cn") + "\"}";
            for (String actor : List.of(ACCOUNT, MAIL, hash, OTHER)) {
                send(
                        records,
                        "POST",
                        "statements",
                        null,
                        statement(UUID.randomUUID().toString(), actor));
            }
            send(records, "POST", "statements", null, statement(ID, OTHER));
            send(records, "PUT", "agents/profile", "profileId=p&agent=" + encode(ACCOUNT), "{}");
        }
    }

    private Records open() throws Exception {
        return Records.open(
                new Records.Settings(
                        store, 2, false, AuditKey.read(auditKey), null, List.of(), EngineLimits.defaults()),
                new Observation());
    }

    private static String statement(String id, String actor) {
        return "{\"id\":\"" + id + "\",\"actor\":" + actor + ",\"verb\":{\"id\":\"http://example.cn/v\"},"
                + "\"object\":{\"id\":\"http://example.cn/a\"}}";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String sha1(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String send(Records records, String method, String path, String query, String body)
            throws Exception {
        LrsResponse response = LrsEngine.over(records.store())
                .handle(
                        LrsRequest.of(method, path)
                                .query(query)
                                .headers(Headers.builder()
                                        .set("X-Experience-API-Version", "2.0.0")
                                        .set("Content-Type", "application/json")
                                        .build())
                                .body(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))
                                .build(),
                        Caller.of("test", Agent.account("http://localhost", "test")));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        response.body().writeTo(bytes);
        assertThat(response.status()).as(bytes.toString(StandardCharsets.UTF_8)).isBetween(200, 299);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private int run(String... args) {
        List<String> all = new ArrayList<>(List.of("erase", "--lang=en", "--store", store));
        all.addAll(List.of(args));
        return Platform.run(all.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
    }

    @Test
    void erasesAPersonAndLeavesNothingInTheFiles() throws Exception {
        Path person = Files.writeString(folder.resolve("person"), "'" + ACCOUNT + "'\n'" + MAIL + "'\n");

        int code = run(
                "--reason=PIPL art. 47, letter of 1 September",
                "--audit-key=" + auditKey,
                "--compact",
                "--actor",
                "@" + person);

        assertThat(code).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("statements 3, documents 1, data of attachments 0")
                .contains("rewritten");
        assertThat(out.toString() + err).doesNotContain(SECRET);
        assertThat(new String(Files.readAllBytes(folder.resolve("db/records.mv.db")), StandardCharsets.ISO_8859_1))
                .doesNotContain(SECRET);
        try (Records records = open()) {
            assertThat(send(records, "GET", "statements", null, ""))
                    .contains("other@example.cn")
                    .doesNotContain(SECRET)
                    .doesNotContain("mbox_sha1sum");
            DeletionStore deletion = records.store().deletion();
            List<DeletionRecord> audit = deletion.audit(Instant.EPOCH, 10);
            assertThat(audit)
                    .allSatisfy(record -> assertThat(record.reason()).isEqualTo("PIPL art. 47, letter of 1 September"))
                    .anySatisfy(record -> assertThat(record.subject())
                            .isEqualTo(deletion.auditSubject(
                                    RecordKey.agent("account https://hub.example.cn " + SECRET))));
        }
    }

    @Test
    void erasesOneStatement() throws Exception {
        assertThat(run("--id", ID, "--reason=sent by mistake", "--audit-key", auditKey.toString()))
                .isZero();

        assertThat(out.toString()).contains("statements 1, documents 0");
        try (Records records = open()) {
            assertThat(send(records, "GET", "statements", null, "")).doesNotContain(ID);
            DeletionStore deletion = records.store().deletion();
            assertThat(deletion.audit(Instant.EPOCH, 10))
                    .extracting(DeletionRecord::subject)
                    .containsExactly(deletion.auditSubject(UUID.fromString(ID)));
        }
        assertThat(run("--id", ID, "--reason=again")).as("it is gone already").isZero();
        assertThat(out.toString()).contains("statements 0");
    }

    @Test
    void erasesWhatIsOlderThanADayOrAMoment() throws Exception {
        assertThat(run("--before", "2020-01-01", "--reason=retention")).isZero();
        assertThat(out.toString()).contains("statements 0, documents 0");

        assertThat(run("--before", Instant.now().toString(), "--reason=retention"))
                .isZero();

        assertThat(out.toString()).contains("statements 5, documents 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--reason=r | one of --actor",
                "--reason=r --id " + ID + " --before 2020-01-01 | one of --actor",
                "--id " + ID + " | --reason is missing",
                "--reason= --id " + ID + " | 1 to 1000 characters",
                "--reason=a\tb --id " + ID + " | without control characters",
                "--reason=r --id 4711 | --id cannot be 4711",
                "--reason=r --before yesterday | unlike yesterday",
                "--reason=r --before 2999-01-01 | lies in the past",
                "--reason=r --attachment xyz | --attachment cannot be xyz",
                "--reason=r --actor {} | in place 1",
                "--reason=r --actor {\"mbox\":\"mailto:a@example.cn\"} {\"name\":\"pupil-no-4711\"} | in place 2"
            })
    void saysWhatIsWrongAndErasesNothing(String line) throws Exception {
        String[] parts = line.split(" \\| ");

        int code = run(parts[0].split(" "));

        assertThat(code).as(err.toString()).isEqualTo(Platform.USAGE);

        assertThat(err.toString()).contains(parts[1]).doesNotContain(SECRET);
        try (Records records = open()) {
            assertThat(records.store().deletion().audit(Instant.EPOCH, 10)).isEmpty();
        }
    }

    @Test
    void makesNoStoreWhereThereIsNone() {
        store = "h2:" + folder.resolve("elsewhere");

        assertThat(run("--id", ID, "--reason=r")).isEqualTo(Platform.USAGE);

        assertThat(err.toString()).contains("no records at");
        assertThat(folder.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void saysThatThePlatformIsStillRunning() throws Exception {
        try (PlatformProcess running = PlatformProcess.start(store, folder.resolve("log"))) {
            assertThat(running.address()).isNotNull();

            assertThat(run("--id", ID, "--reason=r")).isEqualTo(Platform.NOT_STARTED);
            assertThat(running.stop()).isTrue();
        }
        assertThat(err.toString()).startsWith("Erasing failed").contains("locked");
        assertThat(run("--id", ID, "--reason=r")).isZero();
    }
}
