package io.xuemeng.lrs.server;

import io.xuemeng.lrs.statement.Agent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Sends requests to an engine, without a network. Immutable: each change makes another. */
public final class TestClient {

    /** Who the tests' requests come from, unless they say otherwise. */
    public static final Caller CALLER = Caller.of("test", Agent.account("https://lms.example.cn", "test-client"));

    private final LrsEngine engine;
    private final Caller caller;
    private final Headers headers;

    /** A client that speaks xAPI 2.0 and JSON. */
    public TestClient(LrsEngine engine) {
        this(
                engine,
                CALLER,
                Headers.builder()
                        .set("X-Experience-API-Version", "2.0.0")
                        .set("Content-Type", "application/json")
                        .build());
    }

    private TestClient(LrsEngine engine, Caller caller, Headers headers) {
        this.engine = engine;
        this.caller = caller;
        this.headers = headers;
    }

    public TestClient as(Caller other) {
        return new TestClient(engine, other, headers);
    }

    public TestClient with(String name, String value) {
        return new TestClient(
                engine, caller, headers.toBuilder().set(name, value).build());
    }

    public TestClient without(String name) {
        return new TestClient(engine, caller, headers.toBuilder().remove(name).build());
    }

    public TestClient version(String version) {
        return with("X-Experience-API-Version", version);
    }

    public Answer get(String path, String query) {
        return send("GET", path, query, new byte[0]);
    }

    public Answer delete(String path, String query) {
        return send("DELETE", path, query, new byte[0]);
    }

    public Answer put(String path, String query, String body) {
        return send("PUT", path, query, body.getBytes(StandardCharsets.UTF_8));
    }

    public Answer post(String path, String query, String body) {
        return send("POST", path, query, body.getBytes(StandardCharsets.UTF_8));
    }

    public Answer send(String method, String path, String query, byte[] body) {
        LrsResponse response = engine.handle(
                LrsRequest.of(method, path)
                        .query(query.isEmpty() ? null : query)
                        .headers(headers)
                        .body(new ByteArrayInputStream(body))
                        .build(),
                caller);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            response.body().writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Answer(response.status(), response.headers(), out.toByteArray());
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A statement with a verb. */
    public static String statement(String verb) {
        return "{\"actor\":{\"mbox\":\"mailto:a@example.cn\"},\"verb\":{\"id\":\"" + verb
                + "\"},\"object\":{\"id\":\"http://example.cn/activities/1\"}}";
    }

    /** What came back. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Answer(int status, Headers headers, byte[] body) {

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public String header(String name) {
            return headers.first(name).orElse("");
        }
    }
}
