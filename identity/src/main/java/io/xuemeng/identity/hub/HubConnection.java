package io.xuemeng.identity.hub;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Requests to the hub: JSON posted to a path below its address. Thread-safe. */
final class HubConnection {

    private static final int MAX_BYTES = 1 << 20;

    private final String base;
    private final HttpClient client;
    private final Duration timeLimit;

    HubConnection(URI base, HttpClient client, Duration timeLimit) {
        String text = base.toString();
        this.base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        this.client = client;
        this.timeLimit = timeLimit;
    }

    /** Posts to a path; the access token stands in the query, as the hub has it. */
    HubAnswer post(String path, @Nullable String accessToken, byte[] json) throws HubException {
        String query = accessToken == null ? "" : "?accessToken=" + encoded(accessToken);
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path + query))
                .timeout(timeLimit)
                .header("Content-Type", "application/json; charset=UTF-8")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json))
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    throw new HubException(
                            "the hub answered " + base + path + " with the status " + response.statusCode()
                                    + "; check its address",
                            null);
                }
                byte[] bytes = body.readNBytes(MAX_BYTES + 1);
                if (bytes.length > MAX_BYTES) {
                    throw new HubException(
                            "the answer of the hub to " + path + " is larger than " + MAX_BYTES + " bytes", null);
                }
                return HubAnswer.read(path, bytes);
            }
        } catch (HubException e) {
            throw e;
        } catch (IOException e) {
            throw new HubException("the hub could not be asked at " + base + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HubException("the thread was interrupted while it asked the hub at " + base + path, e);
        }
    }

    /** An address below the hub's own. */
    URI address(String pathAndQuery) {
        return URI.create(base + pathAndQuery);
    }

    static String encoded(String text) {
        // A plus sign for a space is the habit of forms; not every server reads it so in an address.
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return base;
    }
}
