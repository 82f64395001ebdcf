package io.xuemeng.core.crypto.timestamp;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * A timestamp authority over HTTP (RFC 3161, 3.4), at an address that its user states. No redirect is followed and no address that
 * an answer or a certificate names. Plain {@code http} is allowed, because what it carries is signed and says nothing of what is
 * timestamped but a digest. Thread-safe.
 */
public final class HttpTimestampAuthority implements TimestampAuthority {

    /** An answer may have this many bytes: 1 MiB. */
    private static final int MAX_BYTES = 1 << 20;

    private static final int OK = 200;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final URI address;
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(TIMEOUT)
            .build();

    private HttpTimestampAuthority(URI address) {
        this.address = address;
    }

    /**
     * The authority at an address.
     *
     * @throws IllegalArgumentException when it is neither {@code http} nor {@code https}
     */
    public static HttpTimestampAuthority at(URI address) {
        if (!"http".equals(address.getScheme()) && !"https".equals(address.getScheme())) {
            throw new IllegalArgumentException("the address of a timestamp authority is http or https, not " + address);
        }
        return new HttpTimestampAuthority(address);
    }

    @Override
    public byte[] respond(byte[] request) throws IOException {
        HttpRequest post = HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/timestamp-query")
                .header("Accept", "application/timestamp-reply")
                .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                .build();
        try {
            HttpResponse<InputStream> response = client.send(post, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != OK) {
                    throw new IOException("the timestamp authority at " + address + " answered with status "
                            + response.statusCode() + "; check the address");
                }
                byte[] answer = body.readNBytes(MAX_BYTES + 1);
                if (answer.length > MAX_BYTES) {
                    throw new IOException("the timestamp authority at " + address + " answered with more than "
                            + MAX_BYTES + " bytes");
                }
                return answer;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted =
                    new InterruptedIOException("waiting for the timestamp authority was interrupted");
            interrupted.initCause(e);
            throw interrupted;
        }
    }
}
