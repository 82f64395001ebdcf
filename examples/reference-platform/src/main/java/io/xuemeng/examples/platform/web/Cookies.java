package io.xuemeng.examples.platform.web;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cookies of this platform: for this host alone ({@code __Host-}), over TLS only (browsers let {@code http://localhost} pass for
 * it), out of reach of scripts, and not sent along when another site posts to this one or embeds it. They end with the browser; how
 * long they are good is the server's business. Immutable.
 */
public final class Cookies {

    private final String suffix;

    /**
     * The cookies of a platform.
     *
     * @param platform its address. Cookies know no ports: the platforms of a demonstration on one machine need names of their own
     */
    public Cookies(URI platform) {
        this.suffix = platform.getPort() < 0 ? "" : "-" + platform.getPort();
    }

    /** What a cookie says; empty when there is none. */
    public Optional<String> read(Context context, String name) {
        @Nullable String value = context.cookie(fullName(name));
        return value == null || value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    /** Sets one. */
    public void set(Context context, String name, String value) {
        write(context, name, value, "");
    }

    /** Takes one away. */
    public void remove(Context context, String name) {
        write(context, name, "", "; Max-Age=0");
    }

    private void write(Context context, String name, String value, String more) {
        context.res()
                .addHeader(
                        "Set-Cookie", fullName(name) + '=' + value + "; Path=/; Secure; HttpOnly; SameSite=Lax" + more);
    }

    private String fullName(String name) {
        return "__Host-" + name + suffix;
    }
}
