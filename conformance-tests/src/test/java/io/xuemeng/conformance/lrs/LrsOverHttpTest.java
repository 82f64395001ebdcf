package io.xuemeng.conformance.lrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.conformance.cli.Main;
import io.xuemeng.conformance.http.HttpPlatform;
import io.xuemeng.conformance.http.WireServer;
import io.xuemeng.conformance.report.ResultFile;
import io.xuemeng.conformance.result.Conclusion;
import io.xuemeng.conformance.result.Exchange;
import io.xuemeng.conformance.result.RequirementResult;
import io.xuemeng.conformance.result.RunResult;
import io.xuemeng.conformance.result.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The role lrs over real sockets, by the command line: a right store, wrong ones, and those that give no answer. */
class LrsOverHttpTest {

    private static final String BOTH = "xapi-1.0.3, xapi-2.0";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private EnginePlatform engine;
    private String timeout = "30s";

    @BeforeEach
    void open() throws Exception {
        engine = EnginePlatform.open();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private int run(String endpoint, String secret, String features, String... options) throws IOException {
        Path target = folder.resolve("target.yaml");
        Files.writeString(
                target,
                "platform: 示例学习记录库\nroles:\n  lrs:\n    endpoint: " + endpoint
                        + "\n    credentials: { basic: \"kit:${SECRET}\" }\n    timeout: " + timeout
                        + "\n    parallel: 2\n    features: ["
                        + features + "]\n");
        List<String> args = new java.util.ArrayList<>(List.of(
                "run",
                "--lang",
                "en",
                "--target",
                target.toString(),
                "--report",
                folder.resolve("out").toString()));
        args.addAll(List.of(options));
        return Main.run(
                args.toArray(String[]::new),
                Map.of("SECRET", secret)::get,
                new PrintWriter(out, true),
                new PrintWriter(err, true));
    }

    private RunResult result() throws IOException {
        return ResultFile.read(folder.resolve("out").resolve("result.json"));
    }

    @Test
    void aRightStoreIsConformant() throws IOException {
        try (LrsServer server = LrsServer.over(engine)) {
            int code = run(server.address(), LrsServer.SECRET, BOTH + ", strict-requests");

            assertThat(result().roles().get(0).requirements())
                    .filteredOn(requirement -> requirement.verdict() != Verdict.PASSED)
                    .isEmpty();
            assertThat(code).isZero();
        }
    }

    @Test
    void whatIsNotDeclaredIsInapplicableAndToldWhenItShows() throws IOException {
        try (LrsServer server = LrsServer.over(engine)) {
            assertThat(run(server.address(), LrsServer.SECRET, "xapi-2.0")).isZero();
        }

        assertThat(result().roles().get(0).count(Verdict.INAPPLICABLE)).isPositive();
        assertThat(result().roles().get(0).contradictions())
                .extracting(contradiction -> contradiction.feature())
                .containsExactlyInAnyOrder("xapi-1.0.3", "strict-requests");
    }

    @Test
    void aFailureShowsTheExchangeAndHowToRepeatItAndNoSecret() throws IOException {
        HttpPlatform wrong = asked -> engine.ask(asked.withoutHeader("If-Match"));
        try (LrsServer server = LrsServer.over(wrong)) {
            assertThat(run(server.address(), LrsServer.SECRET, BOTH, "--only", "LRS-172"))
                    .isEqualTo(1);
        }

        RequirementResult failed = result().roles().get(0).requirements().get(0);
        Exchange exchange = failed.tests().get(0).exchanges().get(0);
        assertThat(exchange.sent().en()).startsWith("PUT /agents/profile?").contains("If-Match: \"0123", "{\"a\":2}");
        assertThat(exchange.expected().en()).isEqualTo("the status 412");
        assertThat(exchange.expected().zh()).isEqualTo("状态码 412");
        assertThat(exchange.received().en()).startsWith("409");
        assertThat(exchange.replay())
                .startsWith("curl -sS -i -X PUT ")
                .contains("-H \"$CREDENTIALS\"", "--data-binary '{\"a\":2}'", "/xapi/agents/profile?");
        assertThat(Files.readString(folder.resolve("out").resolve("result.json")))
                .doesNotContain(LrsServer.SECRET, "a2l0On");
    }

    @Test
    void aBodyAfterHeadIsAFailure() throws IOException {
        HttpPlatform wrong =
                asked -> engine.ask(asked.method().equals("HEAD") ? LrsMutant.as(asked, "GET", asked.path()) : asked);
        try (WireServer server = WireServer.over(wrong)) {
            assertThat(run(server.address(), LrsServer.SECRET, BOTH, "--only", "LRS-103"))
                    .isEqualTo(1);
        }

        Exchange exchange = result().roles()
                .get(0)
                .requirements()
                .get(0)
                .tests()
                .get(0)
                .exchanges()
                .get(0);
        assertThat(exchange.sent().en()).startsWith("HEAD ");
        assertThat(exchange.received().en()).startsWith("200").contains("{\"a\":1}");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the replay is for a POSIX shell")
    void theReplayIsTheSameRequestAgain() throws Exception {
        HttpPlatform wrong = asked -> engine.ask(asked).status(500);
        AtomicInteger asked = new AtomicInteger();
        try (LrsServer server =
                LrsServer.over(question -> asked.incrementAndGet() < 5 ? engine.ask(question) : wrong.ask(question))) {
            run(server.address(), LrsServer.SECRET, BOTH, "--only", "REC-007");
        }
        String replay = result().roles()
                .get(0)
                .requirements()
                .get(0)
                .tests()
                .get(0)
                .exchanges()
                .get(0)
                .replay();

        // The shell itself takes the line apart, in the place of curl.
        Process shell =
                new ProcessBuilder("sh", "-c", "curl() { printf '%s\\n' \"$@\"; }\nCREDENTIALS=x\n" + replay).start();
        List<String> words = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(words).contains("-X", "POST", "Content-Type: application/json", "x");
        String body = words.get(words.indexOf("--data-binary") + 1);
        assertThat(body).startsWith("@");
        assertThat(Files.readString(Path.of(body.substring(1)))).contains("\"verb\"");
        assertThat(words.get(words.size() - 1)).endsWith("/xapi/statements");
    }

    private void assertNoVerdict(int code, String reason) throws IOException {
        assertThat(code).isEqualTo(2);
        assertThat(result().conclusion()).isEqualTo(Conclusion.NO_VERDICT);
        assertThat(result().roles().get(0).count(Verdict.PASSED)).isZero();
        assertThat(out.toString()).contains("Preflight: ", reason).doesNotContain("\tat ", "Exception");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aStoreThatIsNotThereGivesNoVerdict() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertNoVerdict(run("http://127.0.0.1:" + port + "/xapi", "x", BOTH), "cannot be reached");
    }

    @Test
    void aWrongPasswordGivesNoVerdict() throws IOException {
        try (LrsServer server = LrsServer.over(engine)) {
            assertNoVerdict(run(server.address(), "wrong-password", BOTH), "refused the credentials");
        }
    }

    @Test
    void aWrongAddressGivesNoVerdict() throws IOException {
        try (LrsServer server = LrsServer.over(engine)) {
            assertNoVerdict(run(server.address() + "/elsewhere", LrsServer.SECRET, BOTH), "the address may be wrong");
        }
    }

    @Test
    void aStoreThatIsSlowGivesNoVerdict() throws Exception {
        timeout = "1s";
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            assertNoVerdict(
                    run("http://127.0.0.1:" + silent.getLocalPort() + "/xapi", "x", BOTH), "did not answer within 1.0");
        }
    }

    @Test
    void aStoreThatClosesConnectionsGivesNoVerdict() throws Exception {
        Thread hangingUp;
        try (ServerSocket rude = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            hangingUp = new Thread(() -> hangUp(rude));
            hangingUp.start();
            assertNoVerdict(
                    run("http://127.0.0.1:" + rude.getLocalPort() + "/xapi", "x", BOTH), "closed the connection");
        }
        hangingUp.join();
    }

    private static void hangUp(ServerSocket rude) {
        while (!rude.isClosed()) {
            try (Socket caller = rude.accept()) {
                caller.getInputStream().read();
            } catch (IOException e) {
                if (!rude.isClosed()) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        }
    }

    @Test
    void aStoreThatBreaksOffMidwayGivesNoVerdictForWhatWasNotAnswered() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpPlatform tired = question -> {
            if (asked.incrementAndGet() > 300) {
                throw new IOException("tired");
            }
            return engine.ask(question);
        };
        try (LrsServer server = LrsServer.over(tired)) {
            assertThat(run(server.address(), LrsServer.SECRET, BOTH)).isEqualTo(2);
        }

        assertThat(result().roles().get(0).count(Verdict.PASSED)).isPositive();
        assertThat(result().roles().get(0).count(Verdict.CANNOT_TELL)).isPositive();
        assertThat(result().roles().get(0).count(Verdict.FAILED)).isZero();
    }

    @Test
    void aTargetFileThatDeclaresNoVersionIsTold() throws IOException {
        try (LrsServer server = LrsServer.over(engine)) {
            assertNoVerdict(run(server.address(), LrsServer.SECRET, "strict-requests"), "declares no version");
        }
    }

    @Test
    void anAddressThatIsNoneIsAnErrorOfUsage() throws IOException {
        assertThat(run("lrs.example.cn/xapi", "x", BOTH)).isEqualTo(64);
        assertThat(err.toString()).contains("roles.lrs.endpoint must be an address");
    }
}
