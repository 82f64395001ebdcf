package io.xuemeng.lrs.server;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A request as a web framework has it. Its body is read once, by the engine, which neither keeps nor closes the stream.
 */
public final class LrsRequest {

    private final String method;
    private final String path;
    private final @Nullable String query;
    private final Headers headers;
    private final InputStream body;

    private LrsRequest(Builder builder) {
        this.method = builder.method;
        this.path = builder.path;
        this.query = builder.query;
        this.headers = builder.headers;
        this.body = builder.body;
    }

    /**
     * Starts a request.
     *
     * @param method the HTTP method in capital letters
     * @param path the path below the address where the LRS lives, such as {@code /statements} or {@code /activities/state};
     *     percent-decoded or not, for no path of an LRS has anything to decode
     */
    public static Builder of(String method, String path) {
        return new Builder(method, path);
    }

    /** The HTTP method. */
    public String method() {
        return method;
    }

    /** The path below the LRS's address. */
    public String path() {
        return path;
    }

    /** The query as it was sent, percent-encoded and without question mark; null when there is none. */
    public @Nullable String query() {
        return query;
    }

    /** The header fields. */
    public Headers headers() {
        return headers;
    }

    /** The body. */
    public InputStream body() {
        return body;
    }

    /** Method and path only: a query can name a person. */
    @Override
    public String toString() {
        return "LrsRequest[" + method + ' ' + path + ']';
    }

    /** Builds a request. Not thread-safe. */
    public static final class Builder {

        private final String method;
        private final String path;
        private @Nullable String query;
        private Headers headers = Headers.NONE;
        private InputStream body = InputStream.nullInputStream();

        private Builder(String method, String path) {
            this.method = method;
            this.path = path;
        }

        /** See {@link LrsRequest#query()}. */
        public Builder query(@Nullable String value) {
            query = value;
            return this;
        }

        /** See {@link LrsRequest#headers()}. */
        public Builder headers(Headers value) {
            headers = value;
            return this;
        }

        /** See {@link LrsRequest#body()}. */
        public Builder body(InputStream value) {
            body = value;
            return this;
        }

        /** The request. */
        public LrsRequest build() {
            return new LrsRequest(this);
        }
    }
}
