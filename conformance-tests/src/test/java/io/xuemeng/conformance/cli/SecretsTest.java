package io.xuemeng.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a platform says back of the secrets that it was sent stands in nothing that a run leaves. */
class SecretsTest {

    private static final String TOLD = "wrong secret for kit: ";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", SecretsTest::tell);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    /** Answers with the password and the header field, in all the ways in which servers write them down. */
    private static void tell(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String field = exchange.getRequestHeaders().getFirst("Authorization");
        String raw = field.substring(field.indexOf(' ') + 1);
        String pair = new String(Base64.getDecoder().decode(raw), StandardCharsets.UTF_8);
        String password = pair.substring(pair.indexOf(':') + 1);
        byte[] answer = new ObjectMapper()
                .writeValueAsBytes(Map.of(
                        "message",
                        TOLD + password + "; raw " + raw + "; form " + form(password) + "; url "
                                + form(password).replace("+", "%20") + "; pair " + form(pair),
                        "log",
                        "x".repeat(80) + ' ' + pair));
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(400, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static String form(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cr3t-word", "p\"w/s & 100%+\\x", "correct horse", "\u5bc6\u7801\u5bc6\u7801"})
    void thatAPlatformSaysBackStandInNoReport(String password) throws IOException {
        Files.writeString(
                folder.resolve("target.yaml"), """
                platform: 测试平台 1.0
                roles:
                  lrs:
                    endpoint: http://localhost:%d/xapi
                    credentials: { basic: "${LRS_CREDENTIALS}" }
                    features: [xapi-1.0.3]
                """.formatted(server.getAddress().getPort()));
        Path report = folder.resolve("out");
        PrintWriter console = new PrintWriter(out, true);

        Main.run(
                new String[] {
                    "run",
                    "--lang",
                    "en",
                    "--target",
                    folder.resolve("target.yaml").toString(),
                    "--report",
                    report.toString(),
                    "--only",
                    "LRS-001"
                },
                Map.of("LRS_CREDENTIALS", "kit:" + password)::get,
                console,
                console);

        assertThat(out.toString()).contains(TOLD + "***");
        String json = new ObjectMapper().writeValueAsString(password);
        String raw = Base64.getEncoder().encodeToString(("kit:" + password).getBytes(StandardCharsets.UTF_8));
        List<String> secrets = List.of(
                password,
                raw,
                form(password),
                form(password).replace("+", "%20"),
                json.substring(1, json.length() - 1));
        assertThat(out.toString()).doesNotContain(secrets);
        try (Stream<Path> files = Files.walk(report)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain(secrets);
            }
        }
    }
}
