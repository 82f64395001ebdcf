package io.xuemeng.lrs.client;

import io.xuemeng.lrs.statement.XapiVersion;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends calls, and again those that a network or a busy server let down. Thread-safe. */
final class Transport {

    /** Makes something of what came back; may be called again when the connection broke while it read. */
    @FunctionalInterface
    interface Reading<T> {
        T read(Received received) throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Transport.class);

    private final HttpClient http;
    private final String base;
    private final Credentials credentials;
    private final Duration timeout;
    private final String languages;
    private final int maxResponseBytes;
    private final Pace pace;

    Transport(LrsClient.Builder settings) {
        this.http = settings.http();
        this.base = settings.base;
        this.credentials = settings.credentials;
        this.timeout = settings.timeout;
        this.languages = settings.languages;
        this.maxResponseBytes = settings.maxResponseBytes;
        this.pace = new Pace(settings.retries, settings.concurrentRequests);
    }

    /**
     * Sends a call.
     *
     * @param version the version to speak; null for a call that is the same in all
     */
    <T> T send(Call call, @Nullable XapiVersion version, Reading<T> reading) {
        return send(call, URI.create(base + '/' + call.target()), version, reading);
    }

    /** Sends a call to an address that the store gave, which must be on the same server: it gets the credentials. */
    <T> T send(Call call, URI address, @Nullable XapiVersion version, Reading<T> reading) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(timeout).method(call.method(), call.body());
        if (version != null) {
            request.header("X-Experience-API-Version", version.header());
        }
        if (!languages.isEmpty()) {
            request.header("Accept-Language", languages);
        }
        call.headers().forEach(request::header);
        try {
            return repeat(call, request, reading);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LrsUnavailableException("unavailable.interrupted", call.toString(), 0, "", e);
        }
    }

    private <T> T repeat(Call call, HttpRequest.Builder request, Reading<T> reading) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            pace.enter();
            try {
                return once(call, request, reading, attempt);
            } catch (Busy busy) {
                LrsUnavailableException last = busy.exception;
                if (attempt >= pace.attempts() || !busy.repeatable) {
                    throw last;
                }
                LOG.debug("{} met status {}; it is sent again", call, last.status());
            } catch (IOException e) {
                boolean notSent = e instanceof ConnectException || e instanceof HttpConnectTimeoutException;
                if (!notSent && !call.isRepeatable()) {
                    throw new LrsUnavailableException("unavailable.condition", call.toString(), 0, "", e);
                }
                if (attempt >= pace.attempts()) {
                    throw new LrsUnavailableException("unavailable.connection", call.toString(), 0, "", e);
                }
                LOG.debug(
                        "{} failed with {}; it is sent again",
                        call,
                        e.getClass().getSimpleName());
            } finally {
                pace.leave();
            }
            pace.backOff(attempt);
        }
    }

    private <T> T once(Call call, HttpRequest.Builder request, Reading<T> reading, int attempt)
            throws IOException, InterruptedException, Busy {
        // Anew each time: a token may have been renewed.
        request.setHeader("Authorization", credentials.header());
        HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
        AtomicBoolean late = new AtomicBoolean();
        InputStream body = response.body();
        // The request's own time-out ends with the head of the response.
        CompletableFuture<Void> end = CompletableFuture.runAsync(
                () -> {
                    late.set(true);
                    close(body);
                },
                CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS));
        try {
            Received received =
                    new Received(call, attempt, response.statusCode(), response.headers(), body, maxResponseBytes);
            checkBusy(received);
            return reading.read(received);
        } catch (IOException e) {
            if (!late.get()) {
                throw e;
            }
            HttpTimeoutException tooLate = new HttpTimeoutException("no whole response within " + timeout);
            tooLate.initCause(e);
            throw tooLate;
        } finally {
            end.cancel(false);
            close(body);
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            LOG.debug("a response could not be closed: {}", e.toString());
        }
    }

    private void checkBusy(Received received) throws IOException, Busy {
        int status = received.status();
        boolean busy = status == 408 || status == 429 || (status >= 500 && status != 501 && status != 505);
        if (!busy) {
            return;
        }
        String request = received.call().toString();
        if (!pace.askedToWait(received.header("Retry-After"))) {
            throw new Busy(
                    new LrsUnavailableException("unavailable.wait", request, status, received.errorText(), null),
                    false);
        }
        // With these nothing was done; with others that is not known.
        boolean notDone = status == 429 || status == 503 || status == 408;
        throw new Busy(
                new LrsUnavailableException("unavailable.status", request, status, received.errorText(), null),
                notDone || received.call().isRepeatable());
    }

    /** The server is busy or failing. */
    private static final class Busy extends Exception {

        private static final long serialVersionUID = 1;

        private final LrsUnavailableException exception;
        private final boolean repeatable;

        Busy(LrsUnavailableException exception, boolean repeatable) {
            super(null, exception, false, false);
            this.exception = exception;
            this.repeatable = repeatable;
        }
    }
}
