package io.xuemeng.lrs.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Supplier;

/** What a client proves itself with to a store (xAPI 1.0.3 Communication 4; IEEE 9274.1.1-2023, 4.1.8). Immutable. */
public final class Credentials {

    private final Supplier<String> header;

    private Credentials(Supplier<String> header) {
        this.header = header;
    }

    /**
     * A name and a secret (HTTP Basic, RFC 7617), in UTF-8.
     *
     * @param name without a colon, which would end it
     * @throws IllegalArgumentException when the name has a colon
     */
    public static Credentials basic(String name, String secret) {
        if (name.indexOf(':') >= 0) {
            throw new IllegalArgumentException(
                    "the name of Basic credentials has no colon (RFC 7617, 2); choose another");
        }
        byte[] pair = (name + ':' + secret).getBytes(StandardCharsets.UTF_8);
        String value = "Basic " + Base64.getEncoder().encodeToString(pair);
        return new Credentials(() -> value);
    }

    /** A bearer token (RFC 6750). */
    public static Credentials bearer(String token) {
        return bearer(() -> token);
    }

    /**
     * A bearer token that is renewed.
     *
     * @param token asked before each request, from whichever thread makes it, for the token that is valid now; it is to keep it
     */
    public static Credentials bearer(Supplier<String> token) {
        return new Credentials(() -> "Bearer " + token.get());
    }

    /** The value of {@code Authorization}. */
    String header() {
        return header.get();
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "Credentials";
    }
}
