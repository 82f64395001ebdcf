package io.xuemeng.examples.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.lrs.client.Credentials;
import io.xuemeng.lrs.client.LrsClient;
import io.xuemeng.lrs.client.LrsQuery;
import io.xuemeng.lrs.client.LrsRefusedException;
import io.xuemeng.lrs.statement.Activity;
import io.xuemeng.lrs.statement.Agent;
import io.xuemeng.lrs.statement.Statement;
import io.xuemeng.lrs.statement.Verbs;
import io.xuemeng.lrs.statement.XapiVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The platform as a process, from outside. */
class PlatformTest {

    private static final String LEARNER = "pupil-no-4711";

    @TempDir
    private static Path folder;

    private static PlatformProcess platform;

    @BeforeAll
    static void start() throws IOException {
        Path clients = Files.writeString(
                folder.resolve("clients"),
                "# who\n\nreader " + SecretHash.of("读者的密钥").text() + " statements/read\n" + "own "
                        + SecretHash.of("mine").text() + " statements/write,statements/read/mine\n");
        platform = PlatformProcess.start(
                "h2:" + folder.resolve("db"),
                folder.resolve("log"),
                "--clients",
                clients.toString(),
                "--scope",
                "reader=statements/read,state",
                "--cors",
                "https://lms.example.cn",
                "--max-statements",
                "1",
                "--page",
                "3");
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static LrsClient client(String name, String secret) {
        return LrsClient.connect(platform.address(), Credentials.basic(name, secret));
    }

    private static Statement statement(String learner) {
        return Statement.builder()
                .actor(Agent.account("https://hub.example.cn", learner))
                .verb(Verbs.COMPLETED)
                .object(Activity.of("https://example.cn/lesson/1"))
                .build();
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(platform.address().resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static List<Statement> all(LrsClient client) {
        try (Stream<Statement> statements = client.statements(LrsQuery.query())) {
            return statements.toList();
        }
    }

    @Test
    void letsEachClientDoWhatItMay() {
        LrsClient everything = client(PlatformProcess.NAME, PlatformProcess.SECRET);
        LrsClient own = client("own", "mine");
        LrsClient reader = client("reader", "读者的密钥");
        everything.store(List.of(statement("a"), statement("b"), statement("c"), statement("d")));
        own.store(statement("e"));

        assertThat(all(everything)).hasSizeGreaterThanOrEqualTo(5);
        assertThat(all(own))
                .singleElement()
                .satisfies(one ->
                        assertThat(one.authority().identifier().key()).isEqualTo("account http://localhost own"));
        assertThat(all(reader)).hasSizeGreaterThanOrEqualTo(5);
        assertThatThrownBy(() -> reader.store(statement("f")))
                .isInstanceOf(LrsRefusedException.class)
                .hasMessageContaining("403");
        assertThat(reader.states("https://example.cn/lesson/1", Agent.account("https://hub.example.cn", "a"))
                        .ids())
                .isEmpty();
        for (LrsClient stranger : List.of(client("reader", "wrong"), client("nobody", "mine"), client("own", ""))) {
            assertThatThrownBy(() -> all(stranger)).hasMessageContaining("401");
        }
    }

    @Test
    void speaksTheVersionsThatItIsToldToAndNoOthers() throws Exception {
        try (PlatformProcess old =
                PlatformProcess.start("h2:" + folder.resolve("old"), folder.resolve("log-of-old"), "--xapi", "1.0")) {
            HttpRequest about =
                    HttpRequest.newBuilder(old.address().resolve("/xapi/about")).build();

            assertThat(HttpClient.newHttpClient()
                            .send(about, BodyHandlers.ofString())
                            .body())
                    .isEqualTo("{\"version\":[\"1.0.3\"]}");
        }
    }

    @Test
    void answersWithTheHeadersOfTheEngineAndNoOthers() throws Exception {
        HttpResponse<String> about = get("/xapi/about");

        assertThat(about.statusCode()).isEqualTo(200);
        assertThat(about.headers().allValues("Content-Type")).containsExactly("application/json");
        assertThat(about.headers().firstValue("Server")).isEmpty();
        HttpResponse<String> nothing = get("/xapi", "X-Experience-API-Version", "1.0.3");
        assertThat(nothing.statusCode()).isEqualTo(404);
        assertThat(nothing.headers().firstValue("X-Experience-API-Version")).contains("1.0.3");
        assertThat(get("/xapi/about", "Origin", "https://lms.example.cn")
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .contains("https://lms.example.cn");
        assertThat(get("/xapi/about", "Origin", "https://evil.example")
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void saysThatItsAnswerDependsOnTheOriginAlsoToOneWhoHasToWait() throws Exception {
        HttpResponse<String> answer = guess(0);
        // A slow machine may be slower than the first waits, but they double.
        for (int i = 1; i < 60 && answer.statusCode() == 401; i++) {
            answer = guess(i);
        }

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("https://lms.example.cn");
        assertThat(answer.headers().allValues("Vary")).contains("Origin");
        assertThat(answer.headers().firstValue("Content-Type")).isEmpty();
    }

    private static HttpResponse<String> guess(int number) throws Exception {
        String pair =
                Base64.getEncoder().encodeToString(("guesser:guess-" + number).getBytes(StandardCharsets.US_ASCII));
        return get(
                "/xapi/statements",
                "X-Experience-API-Version",
                "2.0.0",
                "Authorization",
                "Basic " + pair,
                "Origin",
                "https://lms.example.cn");
    }

    @Test
    void holdsTheLimitsItIsGiven() {
        LrsClient client = LrsClient.builder(
                        platform.address(), Credentials.basic(PlatformProcess.NAME, PlatformProcess.SECRET))
                .version(XapiVersion.V1_0)
                .build();
        Statement large = statement("x".repeat(1 << 20));

        assertThatThrownBy(() -> client.store(large))
                .isInstanceOf(LrsRefusedException.class)
                .hasMessageContaining("413");
    }

    @Test
    void saysHowItFares() throws Exception {
        client(PlatformProcess.NAME, PlatformProcess.SECRET).store(statement("g"));

        assertThat(get("/health").body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(get("/metrics").body())
                .contains("xapi_requests_seconds_count{method=\"POST\",resource=\"statements\",status=\"200\"}")
                .contains("hikaricp_connections_active")
                .contains("jvm_memory_used_bytes");
    }

    @Test
    void logsNothingAboutPersons() throws Exception {
        LrsClient client = client(PlatformProcess.NAME, PlatformProcess.SECRET);
        Agent learner = Agent.account("https://hub.example.cn", LEARNER);
        client.store(statement(LEARNER));
        client.states("https://example.cn/lesson/1", learner)
                .create(LEARNER, LEARNER.getBytes(StandardCharsets.UTF_8), "text/plain");
        try (Stream<Statement> statements = client.statements(LrsQuery.query().agent(learner))) {
            assertThat(statements).isNotEmpty();
        }
        get("/xapi/" + LEARNER + "?agent=" + LEARNER);

        List<String> lines = linesWith("\"resource\":\"other\",\"status\":404");

        assertThat(lines)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .startsWith("{\"time\":\"")
                        .doesNotContain(LEARNER)
                        .doesNotContain("127.0.0.1")
                        .doesNotContain(PlatformProcess.SECRET));
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .contains("\"method\":\"POST\",\"resource\":\"statements\",\"status\":200,\"micros\":")
                        .contains("\"client\":\"lms\""));
    }

    /** The log, once a line has come that is written after its response was sent. */
    private static List<String> linesWith(String text) throws Exception {
        for (int i = 0; i < 500; i++) {
            List<String> lines = Files.readAllLines(folder.resolve("log"));
            if (lines.stream().anyMatch(line -> line.contains(text))) {
                return lines;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("no line with " + text);
    }

    /** On a socket, because clients do not read what must not be there. */
    @Test
    void sendsNothingAfterTheHeadersOfHead() throws Exception {
        for (String path : List.of("/xapi/about", "/xapi/nothing")) {
            try (Socket socket = new Socket("localhost", platform.address().getPort())) {
                String request = "HEAD " + path + " HTTP/1.1\r\nHost: localhost\r\nX-Experience-API-Version: 2.0.0\r\n"
                        + "Connection: close\r\n\r\n";
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                String response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

                assertThat(response).startsWith("HTTP/1.1 ").containsIgnoringCase("X-Experience-API-Version: 2.0.0");
                assertThat(response.indexOf("\r\n\r\n")).as(response).isEqualTo(response.length() - 4);
            }
        }
    }

    @Test
    void finishesRunningRequestsBeforeItStops() throws Exception {
        try (PlatformProcess stopping =
                PlatformProcess.start("h2:" + folder.resolve("other"), folder.resolve("log2"))) {
            URI address = stopping.address();
            String body =
                    "[" + "{\"actor\":{\"mbox\":\"mailto:a@example.cn\"},\"verb\":{\"id\":\"http://example.cn/v\"},"
                            + "\"object\":{\"id\":\"http://example.cn/a\"}}" + "]";
            try (Socket socket = new Socket("localhost", address.getPort())) {
                OutputStream out = socket.getOutputStream();
                String pair = PlatformProcess.NAME + ':' + PlatformProcess.SECRET;
                String head = "POST /xapi/statements HTTP/1.1\r\nHost: localhost\r\nX-Experience-API-Version: 2.0.0\r\n"
                        + "Content-Type: application/json\r\nConnection: close\r\nContent-Length: " + body.length()
                        + "\r\nAuthorization: Basic "
                        + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)) + "\r\n\r\n";
                out.write((head + body.substring(0, 50)).getBytes(StandardCharsets.UTF_8));
                out.flush();
                Thread.sleep(300);
                CompletableFuture<Boolean> stopped = CompletableFuture.supplyAsync(() -> {
                    try {
                        return stopping.stop();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
                Thread.sleep(700);
                assertThat(stopped).isNotDone();
                out.write(body.substring(50).getBytes(StandardCharsets.UTF_8));
                out.flush();
                assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith("HTTP/1.1 200");
                assertThat(stopped.join()).isTrue();
            }
        }
        try (PlatformProcess again = PlatformProcess.start("h2:" + folder.resolve("other"), folder.resolve("log2"))) {
            assertThat(Load.stored(again.address())).hasSize(1);
        }
        assertThat(Files.readAllLines(folder.resolve("log2")))
                .anySatisfy(line -> assertThat(line).contains("\"message\":\"stopped\""));
    }
}
