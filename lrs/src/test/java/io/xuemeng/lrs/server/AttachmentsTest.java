package io.xuemeng.lrs.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.xuemeng.lrs.store.jdbc.JdbcRecordStore;
import io.xuemeng.lrs.store.jdbc.TestDatabases;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attachments, in and out. */
class AttachmentsTest {

    private static final String BOUNDARY = "abcABC0123'()+_,-./:=?";

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hash(String algorithm, byte[] data) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(data));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String statement(String hash, int length) {
        return TestClient.statement("http://example.cn/v")
                .replaceFirst(
                        "}$",
                        ",\"attachments\":[{\"usageType\":\"http://example.cn/usage\",\"display\":{\"en\":\"work\"},"
                                + "\"contentType\":\"application/pdf\",\"length\":" + length + ",\"sha2\":\"" + hash
                                + "\"}]}");
    }

    private static byte[] body(String statements, List<byte[]> attachments, List<String> hashes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(ascii("--" + BOUNDARY + "\r\nContent-Type: application/json\r\n\r\n" + statements));
        for (int i = 0; i < attachments.size(); i++) {
            out.write(ascii(
                    "\r\n--" + BOUNDARY + "\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: binary\r\n"
                            + "X-Experience-API-Hash: " + hashes.get(i) + "\r\n\r\n"));
            out.write(attachments.get(i));
        }
        out.write(ascii("\r\n--" + BOUNDARY + "--\r\n"));
        return out.toByteArray();
    }

    /** The parts of a multipart response, read by the engine's own reader, whose opposite the requests above are not. */
    private static List<byte[]> parts(TestClient.Answer answer) throws IOException {
        MultipartReader reader = new MultipartReader(
                new ByteArrayInputStream(answer.body()), MultipartReader.boundary(answer.header("Content-Type")));
        List<byte[]> parts = new ArrayList<>();
        for (MultipartReader.Part part = reader.next(); part != null; part = reader.next()) {
            parts.add(part.data().readAllBytes());
        }
        return parts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA-224", "SHA-256", "SHA-384", "SHA-512"})
    void comeBackAsTheyWereSent(String algorithm) throws Exception {
        byte[] small = ascii("here is\r\n--not the boundary\r\n a simple attachment\r\n");
        byte[] large = new byte[1_500_000];
        new Random(1).nextBytes(large);
        try (HikariDataSource source = TestDatabases.h2()) {
            TestClient client = new TestClient(LrsEngine.over(JdbcRecordStore.open(source)));
            String statements = "[" + statement(hash(algorithm, small), small.length) + ","
                    + statement(hash(algorithm, large), large.length) + ","
                    + statement(hash(algorithm, small).toUpperCase(java.util.Locale.ROOT), small.length) + "]";
            TestClient parts = client.with("Content-Type", "multipart/mixed; boundary=\"" + BOUNDARY + "\"");

            TestClient.Answer stored = parts.send(
                    "POST",
                    "statements",
                    "",
                    body(statements, List.of(small, large), List.of(hash(algorithm, small), hash(algorithm, large))));
            assertThat(stored.status()).as(stored.text()).isEqualTo(200);

            TestClient.Answer answer = client.get("statements", "attachments=true&ascending=true");
            List<byte[]> received = parts(answer);
            assertThat(received).hasSize(3);
            assertThat(received.get(1)).isEqualTo(small);
            assertThat(received.get(2)).isEqualTo(large);
            assertThat(client.get("statements", "attachments=false").header("Content-Type"))
                    .isEqualTo("application/json");
            String id = stored.text().substring(2, 38);
            assertThat(parts(client.get("statements", "attachments=true&statementId=" + id)))
                    .hasSize(2);
        }
    }

    @Test
    void arriveInPiecesAndLeaveNoFilesBehind() throws Exception {
        byte[] large = new byte[300_000];
        byte[] whole =
                body(statement(hash("SHA-256", large), large.length), List.of(large), List.of(hash("SHA-256", large)));
        InputStream trickle = new ByteArrayInputStream(whole) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 7));
            }
        };
        long before = temporaryFiles();
        try (HikariDataSource source = TestDatabases.h2()) {
            LrsEngine engine = LrsEngine.over(JdbcRecordStore.open(source));
            LrsRequest request = LrsRequest.of("POST", "/statements")
                    .headers(Headers.builder()
                            .set("X-Experience-API-Version", "1.0.3")
                            .set("Content-Type", "multipart/mixed; boundary=\"" + BOUNDARY + "\"")
                            .build())
                    .body(trickle)
                    .build();

            assertThat(engine.handle(request, TestClient.CALLER).status()).isEqualTo(200);
        }
        assertThat(temporaryFiles()).isEqualTo(before);
    }

    private static long temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("xuemeng-attachment-"))
                    .count();
        }
    }

    @Test
    void areRefusedBeyondTheLimit() throws Exception {
        byte[] data = new byte[100_001];
        try (HikariDataSource source = TestDatabases.h2()) {
            LrsEngine engine = LrsEngine.builder(JdbcRecordStore.open(source))
                    .limits(EngineLimits.defaults().withAttachmentBytes(100_000, 1_000_000))
                    .build();
            TestClient client =
                    new TestClient(engine).with("Content-Type", "multipart/mixed; boundary=\"" + BOUNDARY + "\"");
            TestClient.Answer answer = client.send(
                    "POST",
                    "statements",
                    "",
                    body(statement(hash("SHA-256", data), data.length), List.of(data), List.of(hash("SHA-256", data))));

            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.text()).contains("LRS-008").contains("attachment");
        }
    }

    @Test
    void streamOutWithoutBeingHeldInMemory() throws Exception {
        byte[] data = new byte[2_000_000];
        try (HikariDataSource source = TestDatabases.h2()) {
            LrsEngine engine = LrsEngine.over(JdbcRecordStore.open(source));
            TestClient client =
                    new TestClient(engine).with("Content-Type", "multipart/mixed; boundary=\"" + BOUNDARY + "\"");
            client.send(
                    "POST",
                    "statements",
                    "",
                    body(statement(hash("SHA-256", data), data.length), List.of(data), List.of(hash("SHA-256", data))));
            LrsResponse response = engine.handle(
                    LrsRequest.of("GET", "/statements")
                            .query("attachments=true")
                            .headers(Headers.builder()
                                    .set("X-Experience-API-Version", "2.0.0")
                                    .build())
                            .build(),
                    TestClient.CALLER);
            int[] largest = {0};
            response.body().writeTo(new OutputStream() {
                @Override
                public void write(int b) {
                    largest[0] = Math.max(largest[0], 1);
                }

                @Override
                public void write(byte[] bytes, int offset, int length) {
                    largest[0] = Math.max(largest[0], length);
                }
            });

            assertThat(largest[0]).isBetween(1, 256 << 10);
        }
    }

    @Property(tries = 300)
    void partsEndAtDelimitersOnlyHoweverTheirBytesFallIntoReads(
            @ForAll @Size(max = 4) List<byte[]> contents, @ForAll @IntRange(min = 1, max = 9) int pieces)
            throws IOException, SQLException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(ascii("preamble\r\n"));
        List<byte[]> expected = new ArrayList<>();
        for (byte[] content : contents) {
            // What looks like a delimiter at first makes the reader look twice.
            ByteArrayOutputStream data = new ByteArrayOutputStream();
            data.write(content);
            data.write(ascii("\r\n--b\r\r\n--"));
            data.write(content);
            expected.add(data.toByteArray());
            out.write(ascii("\r\n--bound\r\nX: y\r\n\r\n"));
            data.writeTo(out);
        }
        out.write(ascii("\r\n--bound--"));
        byte[] whole = out.toByteArray();
        InputStream in = new ByteArrayInputStream(whole) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, pieces));
            }
        };
        MultipartReader reader = new MultipartReader(in, "bound");
        if (contents.isEmpty()) {
            return;
        }
        for (byte[] one : expected) {
            MultipartReader.Part part = reader.next();
            assertThat(part).isNotNull();
            assertThat(part.data().readAllBytes()).isEqualTo(one);
        }
        assertThat(reader.next()).isNull();
    }
}
