package io.xuemeng.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.role.Settings;
import io.xuemeng.conformance.role.Workspace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a platform sends is seen as it is, also what it must not send. */
class HttpTargetTest {

    private static final HttpQuestion HEAD = HttpQuestion.of("HEAD", "/about").header("X-A", "b");

    @TempDir
    Path folder;

    private HttpTarget target(String endpoint) {
        Map<String, Object> section =
                Map.of("endpoint", endpoint, "timeout", "2s", "credentials", Map.of("basic", "kit:secret"));
        return HttpTarget.of(new Settings("lrs", section, folder), new Workspace("run", folder));
    }

    private static HttpAnswer answer(String body) {
        return new HttpAnswer(
                200, Map.of("ETag", List.of("\"1\""), "X-B", List.of("c")), body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aBodyAfterHeadIsSeen() throws IOException {
        try (WireServer server = WireServer.over(asked -> answer("{\"version\":[]}"))) {
            HttpAnswer answer = target(server.address()).ask(HEAD);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).isEqualTo("{\"version\":[]}");
        }
    }

    @Test
    void anAnswerToHeadHasItsFieldsAndNoBody() throws IOException {
        try (WireServer server = WireServer.over(asked -> answer("")
                .header(
                        "X-Asked",
                        asked.method() + asked.path() + asked.header("X-A").orElse("")))) {
            HttpAnswer answer = target(server.address()).ask(HEAD);

            assertThat(answer.body()).isEmpty();
            assertThat(answer.header("etag")).hasValue("\"1\"");
            assertThat(answer.header("X-Asked")).hasValue("HEAD/aboutb");
        }
    }

    @Test
    void credentialsGoAlongToAnotherAddressOfTheSameOriginOnly() throws IOException {
        HttpServer own = telling();
        HttpServer other = telling();
        try {
            HttpTarget target = target(address(own) + "/federation");
            HttpQuestion question = HttpQuestion.of("GET", "");

            assertThat(target.at(URI.create(address(own) + "/fetch"))
                            .ask(question)
                            .text())
                    .isEqualTo("/fetch Basic a2l0OnNlY3JldA==");
            assertThat(target.at(URI.create(address(other) + "/fetch"))
                            .ask(question)
                            .text())
                    .isEqualTo("/fetch null");
        } finally {
            own.stop(0);
            other.stop(0);
        }
    }

    @Test
    void theReplayOfAHeadReadsABodyThatMustNotFollow() {
        HttpQuestion question =
                HEAD.header("Accept-Language", "zh-CN, en;q=0.5").header("X-Empty", "");

        assertThat(target("http://127.0.0.1:1").replay(question))
                .startsWith("curl -sS -i -X HEAD --ignore-content-length -m 10 -H 'Connection: close' ")
                .contains(" -H 'Accept-Language: zh-CN, en;q=0.5' -H 'X-Empty;' -H \"$CREDENTIALS\" ")
                .endsWith(" http://127.0.0.1:1/about")
                .doesNotContain(" -I");
    }

    /** A server that tells where it was asked, and with which credentials. */
    private static HttpServer telling() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String told = exchange.getRequestURI().getPath()
                    + ' '
                    + exchange.getRequestHeaders().getFirst("Authorization");
            exchange.sendResponseHeaders(200, told.length());
            exchange.getResponseBody().write(told.getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String address(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What becomes of a connection after an answer. */
    private enum End {
        KEPT,
        CLOSED,
        RESET
    }

    /** Answers the bytes as they are. */
    private HttpAnswer answered(String bytes, End end) throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Socket> caller = CompletableFuture.supplyAsync(() -> {
                try {
                    Socket accepted = socket.accept();
                    accepted.getInputStream().read();
                    accepted.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
                    if (end == End.CLOSED) {
                        accepted.shutdownOutput();
                    } else if (end == End.RESET) {
                        accepted.setSoLinger(true, 0);
                        accepted.close();
                    }
                    return accepted;
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            try {
                return target("http://127.0.0.1:" + socket.getLocalPort()).ask(HEAD);
            } finally {
                caller.get().close();
            }
        }
    }

    @Test
    void aPlatformThatKeepsTheConnectionHasAnsweredToo() throws Exception {
        assertThat(answered("HTTP/1.1 204 No Content\r\nX-B: c\r\nX-B: d\r\n\r\n", End.KEPT)
                        .headers())
                .containsEntry("x-b", List.of("c", "d"));
    }

    @Test
    void aPlatformThatResetsTheConnectionAfterItsHeaderHasSentNoBody() throws Exception {
        HttpAnswer answer = answered("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", End.RESET);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void interimAnswersAreNotTheAnswer() throws Exception {
        assertThat(answered("HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\nHTTP/1.1 404 -\r\n\r\n", End.CLOSED)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatIsNoHttpIsNoAnswer() {
        for (String bytes : List.of("", "HTTP/1.1 200 OK\r\nX-B: c", "SSH-2.0-x\r\n\r\n", "HTTP/1.1 abc\r\n\r\n")) {
            assertThatThrownBy(() -> answered(bytes, End.CLOSED))
                    .as(bytes)
                    .isInstanceOf(NoAnswerException.class)
                    .hasMessageContaining("closed the connection before it had answered");
        }
    }

    @Test
    void nobodyIsNoAnswer() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThatThrownBy(() -> target("http://127.0.0.1:" + port).ask(HEAD))
                .isInstanceOf(NoAnswerException.class)
                .hasMessageContaining("cannot be reached");
    }

    @Test
    void silenceIsNoAnswer() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() ->
                            target("http://127.0.0.1:" + silent.getLocalPort()).ask(HEAD))
                    .isInstanceOf(NoAnswerException.class)
                    .hasMessageContaining("did not answer within 2.0");
        }
    }
}
