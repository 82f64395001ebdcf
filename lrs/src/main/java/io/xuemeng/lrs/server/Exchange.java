package io.xuemeng.lrs.server;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.lrs.statement.XapiVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** One request as the resources see it: version and caller known, alternate syntax undone. */
final class Exchange {

    private final String method;
    private final Parameters parameters;
    private final Headers headers;
    private final InputStream body;
    private final XapiVersion version;
    private final Caller caller;

    Exchange(
            String method,
            Parameters parameters,
            Headers headers,
            InputStream body,
            XapiVersion version,
            Caller caller) {
        this.method = method;
        this.parameters = parameters;
        this.headers = headers;
        this.body = body;
        this.version = version;
        this.caller = caller;
    }

    String method() {
        return method;
    }

    Parameters parameters() {
        return parameters;
    }

    Headers headers() {
        return headers;
    }

    InputStream body() {
        return body;
    }

    XapiVersion version() {
        return version;
    }

    Caller caller() {
        return caller;
    }

    /** Refuses with 403 unless a scope permits. */
    void permit(boolean permitted, Scope... scopes) {
        if (!permitted) {
            throw Refusal.of(
                    LrsRequirement.PERMISSION,
                    Finding.of(LrsRequirement.PERMISSION)
                            .with(
                                    "scopes",
                                    Arrays.stream(scopes).map(Scope::text).toList()));
        }
    }

    /** The whole body, refused with 413 beyond a limit. */
    byte[] body(BodyPart what, long limit) {
        return read(body, what, limit);
    }

    /** The rest of a stream, refused with 413 beyond a limit. */
    static byte[] read(InputStream in, BodyPart what, long limit) {
        try {
            byte[] bytes = in.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
            if (bytes.length > limit) {
                throw what.tooLarge(limit);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("the request's body could not be read", e);
        }
    }

    /** The media type of a value of {@code Content-Type}, in small letters and without parameters. */
    static String mediaType(String contentType) {
        int semicolon = contentType.indexOf(';');
        return (semicolon < 0 ? contentType : contentType.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** Whether the method is one that reads. */
    boolean reads() {
        return Set.of("GET", "HEAD").contains(method);
    }
}
