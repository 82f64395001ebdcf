package io.xuemeng.lrs.server;

import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalLong;

/**
 * A response for a web framework to send. Its header fields include {@code Content-Type} and, where its length is known, {@code
 * Content-Length}. Immutable; the body can be written once.
 */
public final class LrsResponse {

    /** A body that writes itself, a piece at a time. */
    @FunctionalInterface
    public interface Body {

        /**
         * Writes the body; the stream stays open.
         *
         * @throws IOException when the stream fails
         */
        void writeTo(OutputStream out) throws IOException;
    }

    private final int status;
    private final Headers headers;
    private final Body body;

    LrsResponse(int status, Headers headers, Body body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    static LrsResponse of(int status, Headers.Builder headers) {
        return new LrsResponse(status, headers.build(), out -> {});
    }

    static LrsResponse of(int status, Headers.Builder headers, byte[] content) {
        headers.set("Content-Length", Integer.toString(content.length));
        return new LrsResponse(status, headers.build(), out -> out.write(content));
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The header fields. */
    public Headers headers() {
        return headers;
    }

    /** The body; it writes nothing when the response has none, as that to HEAD. */
    public Body body() {
        return body;
    }

    /** How many bytes the body has; empty when that is not known before. */
    public OptionalLong contentLength() {
        return headers.first("Content-Length")
                .map(length -> OptionalLong.of(Long.parseLong(length)))
                .orElse(OptionalLong.empty());
    }

    LrsResponse with(Headers.Builder more) {
        return new LrsResponse(status, more.build(), body);
    }

    LrsResponse withoutBody() {
        return new LrsResponse(status, headers, out -> {});
    }

    /** The status only. */
    @Override
    public String toString() {
        return "LrsResponse[" + status + ']';
    }
}
