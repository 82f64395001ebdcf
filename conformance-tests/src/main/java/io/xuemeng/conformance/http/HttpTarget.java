package io.xuemeng.conformance.http;

import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.role.Settings;
import io.xuemeng.conformance.role.SettingsException;
import io.xuemeng.conformance.role.Workspace;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A platform at an address, asked over HTTP/1.1 with a limit of time and of size. No redirect is followed: it would carry credentials
 * to where they were not meant to go. Thread-safe.
 */
public final class HttpTarget implements HttpPlatform {

    private static final int MAX_BODY = 32 << 20;
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(10);

    private final URI endpoint;
    private final @Nullable String authorization;
    private final Duration timeout;
    private final Workspace workspace;
    private final HttpClient client;

    private HttpTarget(
            URI endpoint, @Nullable String authorization, Duration timeout, Workspace workspace, HttpClient client) {
        this.endpoint = endpoint;
        this.authorization = authorization;
        this.timeout = timeout;
        this.workspace = workspace;
        this.client = client;
    }

    private static HttpClient client(Duration timeout) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Reads {@code endpoint}, {@code credentials} and {@code timeout} of a section. */
    public static HttpTarget of(Settings settings, Workspace workspace) {
        String text = settings.requiredText("endpoint");
        URI endpoint;
        try {
            endpoint = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        } catch (URISyntaxException e) {
            throw SettingsException.of("settings.address", settings.path() + ".endpoint", text);
        }
        boolean http = "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme());
        if (!http || endpoint.getHost() == null || endpoint.getQuery() != null || endpoint.getUserInfo() != null) {
            throw SettingsException.of("settings.address", settings.path() + ".endpoint", text);
        }
        Optional<Settings> credentials = settings.section("credentials");
        String authorization = credentials.map(HttpTarget::authorization).orElse(null);
        Duration timeout = settings.duration("timeout", USUAL_TIMEOUT);
        return new HttpTarget(endpoint, authorization, timeout, workspace, client(timeout));
    }

    /**
     * The same client at another address, which the platform named. Credentials go along only within the same origin.
     *
     * @param other absolute, under http or https, without query and fragment
     */
    public HttpTarget at(URI other) {
        boolean same = String.valueOf(other.getScheme()).equals(endpoint.getScheme())
                && String.valueOf(other.getRawAuthority()).equals(endpoint.getRawAuthority());
        return new HttpTarget(other, same ? authorization : null, timeout, workspace, client);
    }

    private static String authorization(Settings credentials) {
        Optional<String> basic = credentials.text("basic");
        Optional<String> bearer = credentials.text("bearer");
        credentials.finish();
        if (basic.isPresent() == bearer.isPresent()) {
            throw SettingsException.of("settings.credentials", credentials.path());
        }
        return basic.map(pair -> "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> "Bearer " + bearer.orElseThrow());
    }

    @Override
    public HttpAnswer ask(HttpQuestion question) {
        URI address = address(question);
        byte[] body = question.body();
        if (question.method().equals("HEAD") && body.length == 0 && HeadExchange.isDirect(address)) {
            return head(question, address);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        request.method(
                question.method(),
                body.length == 0 ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
        question.headers().forEach(field -> request.header(field.name(), field.value()));
        if (sendsCredentials(question)) {
            request.header("Authorization", String.valueOf(authorization));
        }
        HttpResponse<byte[]> response = send(request.build());
        return new HttpAnswer(response.statusCode(), response.headers().map(), response.body());
    }

    private HttpAnswer head(HttpQuestion question, URI address) {
        List<HttpQuestion.Field> headers = new ArrayList<>(question.headers());
        if (sendsCredentials(question)) {
            headers.add(new HttpQuestion.Field("Authorization", String.valueOf(authorization)));
        }
        try {
            return HeadExchange.ask(address, headers, timeout);
        } catch (IOException e) {
            throw failure(e, endpoint.toString());
        }
    }

    private boolean sendsCredentials(HttpQuestion question) {
        return authorization != null
                && !question.isAnonymous()
                && question.header("Authorization").isEmpty();
    }

    private URI address(HttpQuestion question) {
        String root = endpoint.getScheme() + "://" + endpoint.getRawAuthority();
        String query = question.query() == null ? "" : '?' + question.query();
        String address = (question.isFromRoot() ? root : endpoint.toString()) + question.path() + query;
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            throw NoAnswerException.of("http.address", address);
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> response = client.sendAsync(request, info -> new LimitedBody(MAX_BODY));
        String where = endpoint.toString();
        try {
            return response.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            response.cancel(true);
            throw NoAnswerException.of("http.timeout", where, timeout.toMillis() / 1000.0);
        } catch (InterruptedException e) {
            response.cancel(true);
            Thread.currentThread().interrupt();
            throw NoAnswerException.of("command.interrupted");
        } catch (ExecutionException e) {
            throw failure(e.getCause() == null ? e : e.getCause(), where);
        }
    }

    private NoAnswerException failure(Throwable cause, String where) {
        if (cause instanceof HttpConnectTimeoutException || cause instanceof SocketTimeoutException) {
            return NoAnswerException.of("http.timeout", where, timeout.toMillis() / 1000.0);
        }
        if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
            return NoAnswerException.of("http.unreachable", where);
        }
        if (cause instanceof LimitedBody.TooLarge) {
            return NoAnswerException.of("http.large", where, MAX_BODY >> 20);
        }
        if (cause instanceof javax.net.ssl.SSLException) {
            return NoAnswerException.of("http.tls", where, String.valueOf(cause.getMessage()));
        }
        if (cause instanceof IOException) {
            return NoAnswerException.of("http.broken", where, String.valueOf(cause.getMessage()));
        }
        throw new IllegalStateException("the HTTP client failed", cause);
    }

    @Override
    public String replay(HttpQuestion question) {
        return CurlCommand.of(
                question, address(question), sendsCredentials(question) ? authorization : null, workspace);
    }
}
