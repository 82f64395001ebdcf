package io.xuemeng.examples.platform;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** What {@code /health} says. */
final class Health {

    private Health() {}

    static int of(URI lrs) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) lrs.resolve("/health").toURL().openConnection();
            return connection.getResponseCode();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
