package io.xuemeng.lrs.client;

import io.xuemeng.lrs.client.TestServer.Fault;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** How servers misbehave. */
final class Faults {

    private Faults() {}

    /** The connection breaks before the request is looked at. */
    static Fault drop() {
        return (exchange, server) -> {};
    }

    /** The request is done, and the connection breaks before the response is sent. */
    static Fault dropWhenDone() {
        return (exchange, server) -> server.answer(exchange);
    }

    /** A status, perhaps with {@code Retry-After}. */
    static Fault status(int status, String retryAfter, String body) {
        return (exchange, server) -> {
            exchange.getRequestBody().readAllBytes();
            if (!retryAfter.isEmpty()) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** The request is done, and its repetition is taken for a contradiction. */
    static Fault conflict() {
        return status(409, "", "that id is taken");
    }

    /** A good status with a body that is something else. */
    static Fault body(String type, String body) {
        return (exchange, server) -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", type);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** A response that breaks off. */
    static Fault cutOff() {
        return (exchange, server) -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("{\"statements\":[".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        };
    }

    /** A refusal whose text breaks off, as of a server that does not wait for the end of a request that is too large. */
    static Fault cutOffRefusal(int status) {
        return (exchange, server) -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, 1000);
            exchange.getResponseBody().write("too lar".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        };
    }

    /** The head of a response, and then a byte now and then, for longer than anybody waits. */
    static Fault drip(long everyMillis) {
        return (exchange, server) -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 200; i++) {
                    out.write(' ');
                    out.flush();
                    Thread.sleep(everyMillis);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** No response for a while. */
    static Fault hang(long millis) {
        return (exchange, server) -> {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }
}
