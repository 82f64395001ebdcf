package io.xuemeng.lrs.client;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** One request as the client means it, before it is sent, perhaps more than once. Immutable. */
final class Call {

    private final String method;
    private final String path;
    private final String query;
    private final Map<String, String> headers;
    private final BodyPublisher body;
    private final boolean repeatable;

    private Call(
            String method,
            String path,
            String query,
            Map<String, String> headers,
            BodyPublisher body,
            boolean repeatable) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = headers;
        this.body = body;
        this.repeatable = repeatable;
    }

    static Call of(String method, String path, Map<String, String> parameters) {
        StringJoiner query = new StringJoiner("&");
        // As RFC 3986 has it: a plus sign for a blank is an invention of forms.
        parameters.forEach((name, value) -> query.add(
                name + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20")));
        return new Call(method, path, query.toString(), Map.of(), BodyPublishers.noBody(), true);
    }

    Call header(String name, @Nullable String value) {
        if (value == null) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Call(method, path, query, more, body, repeatable);
    }

    Call body(BodyPublisher content, String contentType) {
        return new Call(method, path, query, headers, content, repeatable).header("Content-Type", contentType);
    }

    /** Not to be repeated when it may have been done. */
    Call once() {
        return new Call(method, path, query, headers, body, false);
    }

    String method() {
        return method;
    }

    /** Path and query below the store's address. */
    String target() {
        return query.isEmpty() ? path : path + '?' + query;
    }

    Map<String, String> headers() {
        return headers;
    }

    BodyPublisher body() {
        return body;
    }

    boolean isRepeatable() {
        return repeatable;
    }

    /** Method and path: a query can name a person. */
    @Override
    public String toString() {
        return method + ' ' + path;
    }
}
