package io.xuemeng.lrs.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.xuemeng.lrs.server.Caller;
import io.xuemeng.lrs.server.Headers;
import io.xuemeng.lrs.server.LrsEngine;
import io.xuemeng.lrs.server.LrsRequest;
import io.xuemeng.lrs.server.LrsResponse;
import io.xuemeng.lrs.statement.Agent;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An engine behind the web server of the JDK, which misbehaves when it is told to. */
final class TestServer implements AutoCloseable {

    /** What the server does to a request in the place of answering it well. */
    @FunctionalInterface
    interface Fault {
        void on(HttpExchange exchange, TestServer server) throws IOException;
    }

    private static final String SECRET =
            "Basic " + Base64.getEncoder().encodeToString("vendor:密码".getBytes(StandardCharsets.UTF_8));
    private static final Caller CALLER = Caller.of("vendor", Agent.account("https://lms.example.cn", "vendor"));

    private final LrsEngine engine;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    TestServer(LrsEngine engine) {
        this.engine = engine;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/xapi/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/xapi");
    }

    /** Lets the next requests meet these faults, one each. */
    void misbehave(Fault... next) {
        faults.addAll(List.of(next));
    }

    /** Method and path of each request that came. */
    List<String> requests() {
        return requests;
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.add(
                exchange.getRequestMethod() + ' ' + exchange.getRequestURI().getPath());
        Fault fault = faults.poll();
        try (exchange) {
            if (fault != null) {
                fault.on(exchange, this);
                return;
            }
            LrsResponse response = answer(exchange);
            // As web servers do; otherwise the client, which still sends, may lose the response together with the
            // connection.
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            response.headers().forEach((name, value) -> {
                if (!name.equals("Content-Length")) {
                    exchange.getResponseHeaders().add(name, value);
                }
            });
            exchange.sendResponseHeaders(response.status(), response.status() == 204 ? -1 : 0);
            response.body().writeTo(exchange.getResponseBody());
        }
    }

    /** What the engine answers. */
    LrsResponse answer(HttpExchange exchange) {
        Headers.Builder headers = Headers.builder();
        exchange.getRequestHeaders().forEach((name, values) -> values.forEach(value -> headers.add(name, value)));
        LrsRequest request = LrsRequest.of(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getPath().substring("/xapi".length()))
                .query(exchange.getRequestURI().getRawQuery())
                .headers(headers.build())
                .body(exchange.getRequestBody())
                .build();
        return engine.handle(
                request,
                sent -> sent.first("Authorization").filter(SECRET::equals).isPresent() ? CALLER : Caller.anonymous());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
