package io.xuemeng.conformance.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request to a platform. Immutable: each change makes another.
 *
 * <p>Whoever sends it adds the platform's credentials, unless it is {@linkplain #anonymous() anonymous} or brings its own header
 * {@code Authorization}.
 */
public final class HttpQuestion {

    /** A header field. */
    public record Field(String name, String value) {}

    private final String method;
    private final String path;
    private final boolean fromRoot;
    private final boolean anonymous;
    private final @Nullable String query;
    private final List<Field> headers;
    private final byte[] body;

    private HttpQuestion(
            String method,
            String path,
            boolean fromRoot,
            boolean anonymous,
            @Nullable String query,
            List<Field> headers,
            byte[] body) {
        this.method = method;
        this.path = path;
        this.fromRoot = fromRoot;
        this.anonymous = anonymous;
        this.query = query;
        this.headers = List.copyOf(headers);
        this.body = body;
    }

    /**
     * A request without parameters, headers and body.
     *
     * @param path below the address of the platform, beginning with a slash
     */
    public static HttpQuestion of(String method, String path) {
        return new HttpQuestion(method, path, false, false, null, List.of(), new byte[0]);
    }

    /**
     * A request for what an answer pointed to.
     *
     * @param address from the root of the platform's host: path and perhaps query, percent-encoded
     */
    public static HttpQuestion ofAddress(String method, String address) {
        int question = address.indexOf('?');
        return new HttpQuestion(
                method,
                question < 0 ? address : address.substring(0, question),
                true,
                false,
                question < 0 ? null : address.substring(question + 1),
                List.of(),
                new byte[0]);
    }

    /** The same with one more parameter, which is percent-encoded here. */
    public HttpQuestion parameter(String name, String value) {
        String pair = encoded(name) + '=' + encoded(value);
        return query(query == null ? pair : query + '&' + pair);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The same with another query, percent-encoded; null for none. */
    public HttpQuestion query(@Nullable String other) {
        return new HttpQuestion(method, path, fromRoot, anonymous, other, headers, body);
    }

    /** The same with a header field, which takes the place of one with that name. */
    public HttpQuestion header(String name, String value) {
        List<Field> fields = new ArrayList<>(withoutHeader(name).headers);
        fields.add(new Field(name, value));
        return new HttpQuestion(method, path, fromRoot, anonymous, query, fields, body);
    }

    /** The same without a header field. */
    public HttpQuestion withoutHeader(String name) {
        List<Field> fields = new ArrayList<>(headers);
        fields.removeIf(field -> field.name().equalsIgnoreCase(name));
        return new HttpQuestion(method, path, fromRoot, anonymous, query, fields, body);
    }

    /** The same without credentials. */
    public HttpQuestion anonymous() {
        return new HttpQuestion(method, path, fromRoot, true, query, headers, body);
    }

    /** The same with the platform's credentials. */
    public HttpQuestion withCredentials() {
        return new HttpQuestion(method, path, fromRoot, false, query, headers, body);
    }

    /** The same with another body. */
    public HttpQuestion body(byte[] other) {
        return new HttpQuestion(method, path, fromRoot, anonymous, query, headers, other.clone());
    }

    /** The same with a text in UTF-8 for its body. */
    public HttpQuestion body(String other) {
        return body(other.getBytes(StandardCharsets.UTF_8));
    }

    /** The HTTP method. */
    public String method() {
        return method;
    }

    /** Where it goes: below the platform's address, or from the root of its host. */
    public String path() {
        return path;
    }

    /** Whether {@link #path()} begins at the root of the host. */
    public boolean isFromRoot() {
        return fromRoot;
    }

    /** Whether no credentials go along. */
    public boolean isAnonymous() {
        return anonymous;
    }

    /** The query, percent-encoded and without question mark; null when there is none. */
    public @Nullable String query() {
        return query;
    }

    /** The header fields. */
    public List<Field> headers() {
        return headers;
    }

    /** The value of a header field. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .findFirst();
    }

    /** The body; empty when there is none. */
    public byte[] body() {
        return body.clone();
    }

    /** Method, path and query. */
    @Override
    public String toString() {
        return method + ' ' + path + (query == null ? "" : '?' + query);
    }
}
