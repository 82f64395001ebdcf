package io.xuemeng.lrs.client;

import static io.xuemeng.lrs.client.ClientFixture.statement;
import static io.xuemeng.lrs.client.LrsQuery.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.xuemeng.lrs.statement.Statement;
import io.xuemeng.lrs.statement.XapiVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The client against a server and a network that let it down. */
class MisbehavingServerTest {

    private final ClientFixture fixture = new ClientFixture();
    private final LrsClient lrs = fixture.client().version(XapiVersion.V2_0).build();

    @AfterEach
    void close() {
        fixture.close();
    }

    private List<Statement> stored() {
        try (Stream<Statement> all = lrs.statements(query())) {
            return all.toList();
        }
    }

    @Test
    void sendsAgainWhatABrokenConnectionOrABusyServerLetDown() {
        fixture.server.misbehave(Faults.drop(), Faults.status(503, "", ""), Faults.status(500, "0", ""));

        UUID id = lrs.store(statement(1));

        assertThat(stored())
                .singleElement()
                .satisfies(one -> assertThat(one.uuid()).contains(id));
    }

    @Test
    void makesNoSecondRecordWhenTheResponseIsLost() {
        fixture.server.misbehave(Faults.dropWhenDone(), Faults.dropWhenDone(), Faults.cutOff());

        List<UUID> ids = lrs.store(
                IntStream.range(0, 3).mapToObj(ClientFixture::statement).toList());

        assertThat(stored())
                .hasSize(3)
                .allSatisfy(one -> assertThat(ids).contains(one.uuid().orElseThrow()));
    }

    @Test
    void looksWhatIsStoredWhenAServerTakesTheRepetitionForAContradiction() {
        fixture.server.misbehave(Faults.dropWhenDone(), Faults.conflict());
        UUID id = lrs.store(statement(1));
        assertThat(lrs.statement(id)).isPresent();

        UUID taken = id;
        fixture.server.misbehave(Faults.drop(), Faults.conflict());
        assertThatThrownBy(() -> lrs.store(statement(2).toBuilder().id(taken).build()))
                .isInstanceOf(LrsRefusedException.class)
                .hasMessageContaining("409");
    }

    @Test
    void waitsAsLongAsTheServerAsks() {
        fixture.server.misbehave(Faults.status(429, "1", "slow down"));
        long start = System.nanoTime();

        lrs.store(statement(1));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void doesNotWaitLongerThanItMay() {
        fixture.server.misbehave(Faults.status(429, "3600", "come back in an hour"));

        LrsUnavailableException e = catchThrowableOfType(LrsUnavailableException.class, () -> lrs.store(statement(1)));

        assertThat(e.status()).isEqualTo(429);
        assertThat(e.serverText()).isEqualTo("come back in an hour");
        assertThat(e).hasMessageContaining("longer than this client may");
        assertThat(fixture.server.requests()).hasSize(1);
    }

    @Test
    void understandsBothFormsOfRetryAfter() {
        assertThat(Pace.millis("120")).hasValue(120_000);
        assertThat(Pace.millis("Sun, 06 Nov 1994 08:49:37 GMT")).hasValue(0);
        assertThat(Pace.millis("")).isEqualTo(OptionalLong.empty());
        assertThat(Pace.millis("soon")).isEqualTo(OptionalLong.empty());
    }

    @Test
    void givesUpAfterAsManyAttemptsAsItHas() {
        TestServer.Fault failing = Faults.status(500, "", "<h1>out of order</h1>\u001b[2J 13800138000");
        fixture.server.misbehave(failing, failing, failing, failing);

        LrsUnavailableException e = catchThrowableOfType(LrsUnavailableException.class, () -> lrs.store(statement(1)));

        assertThat(fixture.server.requests()).hasSize(4);
        assertThat(e.status()).isEqualTo(500);
        assertThat(e.serverText())
                .startsWith("<h1>out of order</h1>")
                .doesNotContain("\u001b")
                .doesNotContain("13800138000");
        assertThat(e.message(Locale.CHINESE)).contains("稍后再次发起同一调用");
    }

    @Test
    void doesNotRepeatWhatIsRefused() {
        fixture.server.misbehave(Faults.status(400, "", "no"));

        assertThatThrownBy(() -> lrs.store(statement(1))).isInstanceOf(LrsRefusedException.class);
        assertThat(fixture.server.requests()).hasSize(1);
    }

    @Test
    void goesByTheStatusOfARefusalWhoseTextBreaksOff() {
        fixture.server.misbehave(Faults.cutOffRefusal(400));
        assertThatThrownBy(() -> lrs.store(statement(1)))
                .isInstanceOf(LrsRefusedException.class)
                .hasMessageContaining("too lar");
        assertThat(fixture.server.requests()).hasSize(1);

        fixture.server.misbehave(Faults.cutOffRefusal(413));
        assertThat(lrs.store(List.of(statement(1), statement(2)))).hasSize(2);
        assertThat(fixture.server.requests())
                .as("the batch, and each half of it")
                .hasSize(4);
    }

    @Test
    void takesNothingForStoredThatTheServerDidNotAcknowledge() {
        for (String body : List.of(
                "<html>log in to the hotel's network</html>", "{}", "[]", "[\"x\"]", "[" + "\"1\",".repeat(9))) {
            fixture.server.misbehave(Faults.body("text/html", body));
            assertThatThrownBy(() -> lrs.store(statement(1)))
                    .isInstanceOf(LrsAnswerException.class)
                    .hasMessageContaining("Check that the address is that of an LRS");
        }
    }

    @Test
    void tellsGarbageInThePlaceOfStatements() {
        for (String body : List.of(
                "",
                "null",
                "{}",
                "{\"statements\":{}}",
                "{\"statements\":[",
                "{\"statements\":[1],\"more\":\"\"}",
                "{\"statements\":[{\"id\":\"1\"}]}",
                "\u0000\u0001",
                "[".repeat(5000))) {
            fixture.server.misbehave(Faults.body("application/json", body));
            try (Stream<Statement> statements = lrs.statements(query())) {
                assertThatThrownBy(statements::toList).as(body).isInstanceOf(LrsAnswerException.class);
            }
        }
        for (String body : List.of(
                "",
                "--b\r\n\r\n",
                "--b\r\nContent-Type: application/json\r\n\r\n{\"statements\":[]}",
                "--b\r\n\r\n{\"statements\":[]}\r\n--b\r\nX-Experience-API-Hash: 12\r\n\r\nx\r\n--b--",
                "--b\r\n\r\n{\"statements\":[]}\r\n--b\r\nX-Experience-API-Hash: " + "0".repeat(64)
                        + "\r\n\r\nx\r\n--b--")) {
            fixture.server.misbehave(Faults.body("multipart/mixed; boundary=b", body));
            try (Stream<Statement> statements = lrs.statements(query(), (sha2, type, data) -> {})) {
                assertThatThrownBy(statements::toList).as(body).isInstanceOf(LrsAnswerException.class);
            }
        }
    }

    @Test
    void followsNoMoreLinkToAnotherServerOrInACircle() {
        for (String more : List.of(
                "https://elsewhere.example/xapi/statements?more=1",
                "//elsewhere.example/x",
                "http://[",
                "file:/etc/passwd")) {
            fixture.server.misbehave(Faults.body("application/json", "{\"statements\":[],\"more\":\"" + more + "\"}"));
            try (Stream<Statement> statements = lrs.statements(query())) {
                assertThatThrownBy(statements::toList).as(more).isInstanceOf(LrsAnswerException.class);
            }
        }
        TestServer.Fault circle =
                Faults.body("application/json", "{\"statements\":[],\"more\":\"/xapi/statements?more=1\"}");
        fixture.server.misbehave(circle, circle);
        try (Stream<Statement> statements = lrs.statements(query())) {
            assertThatThrownBy(statements::toList).hasMessageContaining("names itself");
        }
    }

    @Test
    void showsStatementsThatAreNotValidAsTheyAre() {
        fixture.server.misbehave(Faults.body("application/json", "{\"statements\":[{\"id\": \"1\"}],\"more\":\"\"}"));
        try (Stream<io.xuemeng.core.json.RawJson> statements = lrs.statementsAsJson(query())) {
            assertThat(statements.map(io.xuemeng.core.json.RawJson::text)).containsExactly("{\"id\":\"1\"}");
        }
    }

    @Test
    void givesASlowServerNoMoreThanItsTime() {
        LrsClient hasty = fixture.client()
                .version(XapiVersion.V2_0)
                .timeout(Duration.ofMillis(500))
                .build();
        fixture.server.misbehave(Faults.hang(1500), Faults.drip(50));
        hasty.store(statement(1));
        assertThat(stored()).hasSize(1);
    }

    @Test
    void takesNoMoreOfAResponseThanItMay() {
        LrsClient small = fixture.client()
                .version(XapiVersion.V2_0)
                .maxResponseBytes(1000)
                .build();
        fixture.server.misbehave(Faults.body("application/json", " ".repeat(1001)));

        assertThatThrownBy(() -> small.statements(query()).toList())
                .isInstanceOf(LrsAnswerException.class)
                .hasMessageContaining("more than 1000 bytes");
    }

    @Test
    void followsNoRedirection() {
        fixture.server.misbehave(Faults.status(302, "", ""));

        assertThatThrownBy(() -> lrs.store(statement(1)))
                .isInstanceOf(LrsRefusedException.class)
                .hasMessageContaining("the credentials would go elsewhere");
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        LrsClient client = LrsClient.builder(
                        URI.create("http://127.0.0.1:" + port + "/xapi"), ClientFixture.CREDENTIALS)
                .retries(new RetryPolicy(2, Duration.ZERO, Duration.ZERO))
                .build();

        assertThatThrownBy(() -> client.store(statement(1)))
                .isInstanceOf(LrsUnavailableException.class)
                .hasMessageContaining("Check the network and the store's address");
    }

    @Test
    void endsWhenItsThreadIsInterrupted() {
        fixture.server.misbehave(Faults.status(503, "2", ""));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> lrs.store(statement(1))).isInstanceOf(LrsUnavailableException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void tellsAFileThatCannotBeKeptFromABrokenConnection() {
        AttachedFile file = AttachedFile.of(new byte[] {1}, "text/plain");
        UUID id = lrs.store(
                statement(1).toBuilder()
                        .attachments(List.of(file.describe(
                                "https://example.cn/usage", io.xuemeng.lrs.statement.LanguageMap.zh("文件"))))
                        .build(),
                List.of(file));
        fixture.server.requests().clear();

        assertThatThrownBy(() -> lrs.statement(id, (sha2, type, data) -> {
                    throw new IOException("disk full");
                }))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(fixture.server.requests()).hasSize(1);
    }
}
