package io.xuemeng.conformance.lrs;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpPlatform;
import io.xuemeng.conformance.http.HttpQuestion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A platform behind sockets, with one client: the name {@code kit} and a secret. */
final class LrsServer implements AutoCloseable {

    static final String SECRET = "s3cr3t-of-the-kit";

    private static final String CREDENTIALS =
            "Basic " + Base64.getEncoder().encodeToString(("kit:" + SECRET).getBytes(StandardCharsets.UTF_8));

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // or each answer waits 40 ms for an acknowledgement
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);

    private LrsServer(HttpServer server) {
        this.server = server;
    }

    static LrsServer over(HttpPlatform platform) throws IOException {
        LrsServer server =
                new LrsServer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        server.server.setExecutor(server.threads);
        server.server.createContext("/", exchange -> answer(exchange, platform));
        server.server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, HttpPlatform platform) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath().replaceFirst("^/xapi", "");
            HttpQuestion question = HttpQuestion.of(exchange.getRequestMethod(), path)
                    .query(exchange.getRequestURI().getRawQuery())
                    .body(exchange.getRequestBody().readAllBytes());
            for (String name : exchange.getRequestHeaders().keySet()) {
                question = question.header(name, exchange.getRequestHeaders().getFirst(name));
            }
            boolean known =
                    question.header("Authorization").filter(CREDENTIALS::equals).isPresent();
            question = question.withoutHeader("Authorization");
            HttpAnswer answer = platform.ask(known ? question : question.anonymous());
            answer.headers().forEach((name, values) -> {
                if (!name.equalsIgnoreCase("Content-Length")) {
                    values.forEach(value -> exchange.getResponseHeaders().add(name, value));
                }
            });
            byte[] body = answer.body();
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/xapi";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
