package io.xuemeng.conformance.provider;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.lrs.statement.XapiVersion;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A store on this machine that remembers whatever comes, and takes it unless its temper is another. It answers as an LRS does. What it
 * takes is judged by the tests, afterwards.
 */
final class Receiver implements Closeable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BASE_PATH = "/xapi";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final List<Received> received = new ArrayList<>();
    private final Temper temper;
    private final XapiVersion version;
    private int sendings;

    private Receiver(HttpServer server, Temper temper, XapiVersion version) {
        this.server = server;
        this.temper = temper;
        this.version = version;
    }

    /** A store for senders that speak a version; those of 1.0.3 may use its alternate request syntax. */
    static Receiver open(Temper temper, XapiVersion version) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Receiver receiver = new Receiver(server, temper, version);
        server.setExecutor(receiver.threads);
        server.createContext("/", receiver::answer);
        server.start();
        return receiver;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + BASE_PATH);
    }

    /** What came until now, in its order. */
    List<Received> received() {
        synchronized (received) {
            return List.copyOf(received);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpQuestion asked = question(exchange);
            HttpQuestion question = version == XapiVersion.V1_0 ? AlternateSyntax.undone(asked) : asked;
            Received request;
            synchronized (received) {
                boolean refused = Received.isSending(question) && temper.refuses(sendings++);
                request = Received.of(question, refused ? temper.status() : status(question));
                received.add(request);
            }
            int status = request.status();
            byte[] body = body(request);
            exchange.getResponseHeaders()
                    .set(
                            "X-Experience-API-Version",
                            question.header("X-Experience-API-Version").orElse("2.0.0"));
            if (status == 503) {
                exchange.getResponseHeaders().set("Retry-After", "0");
            }
            if (body.length > 0) {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
            }
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static HttpQuestion question(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        HttpQuestion question = HttpQuestion.of(
                        exchange.getRequestMethod(),
                        path.startsWith(BASE_PATH) ? path.substring(BASE_PATH.length()) : path)
                .query(exchange.getRequestURI().getRawQuery())
                .body(exchange.getRequestBody().readAllBytes());
        for (String name : exchange.getRequestHeaders().keySet()) {
            question = question.header(
                    name, String.valueOf(exchange.getRequestHeaders().getFirst(name)));
        }
        return question;
    }

    private static int status(HttpQuestion question) {
        if (question.path().equals("/about")) {
            return 200;
        }
        if (!question.path().equals("/statements")) {
            return 404;
        }
        return question.method().equals("PUT") ? 204 : 200;
    }

    private static byte[] body(Received request) {
        HttpQuestion question = request.question();
        if (request.status() != 200) {
            return new byte[0];
        }
        if (question.path().equals("/about")) {
            return "{\"version\":[\"1.0.3\",\"2.0.0\"]}".getBytes(StandardCharsets.UTF_8);
        }
        if (!question.method().equals("POST")) {
            return "{\"statements\":[],\"more\":\"\"}".getBytes(StandardCharsets.UTF_8);
        }
        ArrayNode ids = JSON.createArrayNode();
        request.statements()
                .forEach(statement -> ids.add(
                        request.id(statement).orElseGet(() -> UUID.randomUUID().toString())));
        return ids.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
