package io.xuemeng.conformance.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.xuemeng.conformance.http.HttpQuestion;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A store on this machine that takes whatever comes and remembers it. It answers as an LRS does, but first with the statuses it was told
 * to answer. What it takes is judged by the tests, afterwards.
 */
final class Receiver implements Closeable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BASE_PATH = "/xapi";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final List<Received> received = new ArrayList<>();
    private final Deque<Integer> refusals;

    private Receiver(HttpServer server, List<Integer> refusals) {
        this.server = server;
        this.refusals = new ArrayDeque<>(refusals);
    }

    /** One that answers with these statuses first. */
    static Receiver open(List<Integer> refusals) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Receiver receiver = new Receiver(server, refusals);
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
            HttpQuestion question = question(exchange);
            boolean statements = question.path().equals("/statements");
            int status;
            synchronized (received) {
                Integer refusal = statements && !question.method().equals("GET") ? refusals.poll() : null;
                status = refusal == null ? status(question, statements) : refusal;
                received.add(new Received(question, status));
            }
            byte[] body = body(question, status);
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

    private static int status(HttpQuestion question, boolean statements) {
        if (question.path().equals("/about")) {
            return 200;
        }
        if (!statements) {
            return 404;
        }
        return question.method().equals("PUT") ? 204 : 200;
    }

    private static byte[] body(HttpQuestion question, int status) {
        if (status != 200) {
            return new byte[0];
        }
        if (question.path().equals("/about")) {
            return "{\"version\":[\"1.0.3\",\"2.0.0\"]}".getBytes(StandardCharsets.UTF_8);
        }
        if (!question.method().equals("POST")) {
            return "{\"statements\":[],\"more\":\"\"}".getBytes(StandardCharsets.UTF_8);
        }
        ArrayNode ids = JSON.createArrayNode();
        for (JsonNode statement : statements(question)) {
            ids.add(statement.path("id").asText(UUID.randomUUID().toString()));
        }
        return ids.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The statements of a request; none when it holds no JSON. */
    static List<JsonNode> statements(HttpQuestion question) {
        List<JsonNode> statements = new ArrayList<>();
        try {
            JsonNode sent = JSON.readTree(question.body());
            if (sent != null && sent.isArray()) {
                sent.forEach(statements::add);
            } else if (sent != null && sent.isObject()) {
                statements.add(sent);
            }
        } catch (IOException e) {
            return List.of(); // what is no JSON is found by the tests, which read the bytes themselves
        }
        return statements;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
