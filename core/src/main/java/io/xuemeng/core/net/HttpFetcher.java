package io.xuemeng.core.net;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Fetches over HTTP what a {@link FetchPolicy} allows, and posts to where it allows. No redirect is followed, no cookie kept, no proxy used: behind a proxy the
 * address that is really connected to cannot be judged. Thread-safe.
 */
public final class HttpFetcher implements Fetcher {

    private static final int BUFFER = 8 << 10;
    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[\\s,])max-age\\s*=\\s*\"?(\\d{1,9})(?!\\d)");

    private final FetchPolicy policy;
    private final SSLSocketFactory tls;

    private HttpFetcher(FetchPolicy policy, SSLSocketFactory tls) {
        this.policy = policy;
        this.tls = tls;
    }

    /** A fetcher that trusts the certificate authorities of the Java platform. */
    public static HttpFetcher under(FetchPolicy policy) {
        return new HttpFetcher(policy, HttpsURLConnection.getDefaultSSLSocketFactory());
    }

    /** A fetcher that trusts what a socket factory trusts. */
    public static HttpFetcher under(FetchPolicy policy, SSLSocketFactory tls) {
        return new HttpFetcher(policy, tls);
    }

    @Override
    public Fetched fetch(URI address, String accept) throws IOException {
        return send(address, Map.of("Accept", accept), null);
    }

    /**
     * Sends a document with POST, once: what was sent may have arrived, so no attempt is repeated.
     *
     * @param address absolute; whoever named it is not trusted
     * @param headers header fields, {@code Content-Type} among them; what is secret in them goes to this address and no further
     * @param body the content; not copied
     * @return the answer, whatever its status; without content when the status is 401
     * @throws FetchRefusedException when the policy forbids the address
     * @throws IOException when there is no answer within the policy's bounds
     */
    public Fetched post(URI address, Map<String, String> headers, byte[] body) throws IOException {
        return send(address, headers, body);
    }

    private Fetched send(URI address, Map<String, String> headers, byte @Nullable [] content) throws IOException {
        policy.check(address);
        GuardedSocketFactory sockets = new GuardedSocketFactory(tls, policy.isAllowedOrigin(address) ? null : policy);
        // Time-outs of reads alone let a host that sends a byte now and then hold the thread for ever.
        CompletableFuture<Void> end = CompletableFuture.runAsync(
                sockets::endFetch,
                CompletableFuture.delayedExecutor(policy.timeLimit().toMillis(), TimeUnit.MILLISECONDS));
        try {
            return send(address, headers, content, sockets);
        } catch (IOException e) {
            if (!sockets.isOver()) {
                throw e;
            }
            SocketTimeoutException late = new SocketTimeoutException("no whole answer within " + policy.timeLimit());
            late.initCause(e);
            throw late;
        } finally {
            end.cancel(false);
        }
    }

    private Fetched send(
            URI address, Map<String, String> headers, byte @Nullable [] content, GuardedSocketFactory sockets)
            throws IOException {
        long deadline = System.nanoTime() + policy.timeLimit().toNanos();
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
        try {
            if (connection instanceof HttpsURLConnection https) {
                https.setSSLSocketFactory(sockets);
            }
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            connection.setConnectTimeout(millisLeft(deadline));
            connection.setReadTimeout(millisLeft(deadline));
            headers.forEach(connection::setRequestProperty);
            connection.setRequestProperty("Accept-Encoding", "identity");
            if (content != null) {
                connection.setDoOutput(true);
                // Else the Java platform keeps the content and may send it again by itself.
                connection.setFixedLengthStreamingMode(content.length);
                try (OutputStream out = connection.getOutputStream()) {
                    out.write(content);
                }
            }
            int status = connection.getResponseCode();
            if (status < 0) {
                throw new IOException("the host did not answer with HTTP");
            }
            return new Fetched(
                    status,
                    mediaType(connection.getContentType()),
                    maxAge(connection.getHeaderField("Cache-Control")),
                    body(connection, status, deadline));
        } finally {
            connection.disconnect();
        }
    }

    private byte[] body(HttpURLConnection connection, int status, long deadline) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream(BUFFER);
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            if (in == null) {
                return new byte[0];
            }
            byte[] buffer = new byte[BUFFER];
            while (true) {
                millisLeft(deadline);
                int count = in.read(buffer);
                if (count < 0) {
                    return body.toByteArray();
                }
                if (body.size() + count > policy.maxBytes()) {
                    throw new IOException(
                            "the answer is larger than the " + policy.maxBytes() + " bytes that are read");
                }
                body.write(buffer, 0, count);
            }
        }
    }

    private int millisLeft(long deadline) throws SocketTimeoutException {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException("no whole answer within " + policy.timeLimit());
        }
        return (int) Math.min(left, Integer.MAX_VALUE);
    }

    private static @Nullable String mediaType(@Nullable String contentType) {
        if (contentType == null) {
            return null;
        }
        int semicolon = contentType.indexOf(';');
        return (semicolon < 0 ? contentType : contentType.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static long maxAge(@Nullable String cacheControl) {
        if (cacheControl == null) {
            return -1;
        }
        String lower = cacheControl.toLowerCase(Locale.ROOT);
        if (lower.contains("no-store") || lower.contains("no-cache")) {
            return 0;
        }
        Matcher matcher = MAX_AGE.matcher(lower);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : -1;
    }
}
