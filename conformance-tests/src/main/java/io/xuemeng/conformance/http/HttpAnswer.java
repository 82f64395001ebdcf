package io.xuemeng.conformance.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a platform answered. Immutable. */
public final class HttpAnswer {

    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    /**
     * An answer.
     *
     * @param headers by name, in whatever case
     */
    public HttpAnswer(int status, Map<String, List<String>> headers, byte[] body) {
        this.status = status;
        this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> this.headers.put(name, List.copyOf(values)));
        this.body = body.clone();
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The header fields; the names are found in whatever case. */
    public Map<String, List<String>> headers() {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        return copy;
    }

    /** The first value of a header field. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The body; empty when there is none. */
    public byte[] body() {
        return body.clone();
    }

    /** The body as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The media type without its parameters, in lower case; empty when there is none. */
    public String mediaType() {
        return header("Content-Type")
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(java.util.Locale.ROOT))
                .orElse("");
    }

    /** The same with another status. */
    public HttpAnswer status(int other) {
        return new HttpAnswer(other, headers, body);
    }

    /** The same with another body. */
    public HttpAnswer body(byte[] other) {
        return new HttpAnswer(status, headers, other);
    }

    /** The same with a header field, which takes the place of one with that name. */
    public HttpAnswer header(String name, String value) {
        Map<String, List<String>> fields = headers();
        fields.put(name, List.of(value));
        return new HttpAnswer(status, fields, body);
    }

    /** The same without a header field. */
    public HttpAnswer withoutHeader(String name) {
        Map<String, List<String>> fields = headers();
        fields.remove(name);
        return new HttpAnswer(status, fields, body);
    }

    /** The status only. */
    @Override
    public String toString() {
        return "HttpAnswer[" + status + ']';
    }
}
