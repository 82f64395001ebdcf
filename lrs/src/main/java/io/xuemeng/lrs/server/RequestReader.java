package io.xuemeng.lrs.server;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.lrs.statement.XapiVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/** Makes of a request what the resources see: the alternate syntax undone, the version and the caller known. */
final class RequestReader {

    static final String VERSION_HEADER = "X-Experience-API-Version";

    private static final Set<String> FORM_HEADERS = caseInsensitive(
            "Authorization", VERSION_HEADER, "Content-Type", "Content-Length", "If-Match", "If-None-Match");
    private static final String FORM = "application/x-www-form-urlencoded";

    private final EngineLimits limits;
    private final RateLimiter rates;
    private final SpokenVersions versions;

    RequestReader(EngineLimits limits, RateLimiter rates, SpokenVersions versions) {
        this.versions = versions;
        this.limits = limits;
        this.rates = rates;
    }

    private static Set<String> caseInsensitive(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(List.of(names));
        return set;
    }

    Exchange read(LrsRequest request, String path, Resource resource, Authenticator authenticator) {
        Map<String, List<String>> query = QueryString.parse(request.query(), LrsRequirement.QUERY);
        Headers headers = request.headers();
        checkLength(headers);
        InputStream body = decoded(request);
        String method = request.method();
        boolean alternateSyntax = query.containsKey("method");
        if (alternateSyntax) {
            Alternate alternate = alternate(request, path, resource, query, body);
            method = alternate.method();
            query = alternate.parameters();
            headers = alternate.headers();
            body = new ByteArrayInputStream(alternate.content());
        }
        XapiVersion version = versions.of(headers, resource);
        if (alternateSyntax && version == XapiVersion.V2_0) {
            throw Refusal.of(LrsRequirement.ALTERNATE_VERSION);
        }
        Caller caller = authenticator.authenticate(headers);
        if (!resource.isOpen() && caller.authority() == null) {
            throw Refusal.of(LrsRequirement.CREDENTIALS)
                    .with("WWW-Authenticate", "Basic realm=\"xAPI\", charset=\"UTF-8\"");
        }
        rates.count(caller);
        return new Exchange(method, Parameters.of(query, version), headers, body, version, caller);
    }

    private void checkLength(Headers headers) {
        String length = headers.first("Content-Length").orElse("");
        if (length.length() > 18 || (length.matches("\\d{1,18}") && Long.parseLong(length) > limits.requestBytes())) {
            throw BodyPart.REQUEST.tooLarge(limits.requestBytes());
        }
    }

    private static InputStream decoded(LrsRequest request) {
        String coding = String.join(",", request.headers().all("Content-Encoding"))
                .strip()
                .toLowerCase(Locale.ROOT);
        switch (coding) {
            case "", "identity" -> {
                return request.body();
            }
            case "gzip", "x-gzip" -> {
                try {
                    // Whoever reads it counts what comes out, so a small body cannot become a large one.
                    return new GZIPInputStream(request.body());
                } catch (IOException e) {
                    throw encoding(coding);
                }
            }
            default -> throw encoding(coding);
        }
    }

    private static Refusal encoding(String coding) {
        return Refusal.of(
                LrsRequirement.CONTENT_ENCODING,
                Finding.of(LrsRequirement.CONTENT_ENCODING).with("encoding", coding));
    }

    /** A request in the alternate syntax, as it would have been without. */
    @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
    private record Alternate(String method, Map<String, List<String>> parameters, Headers headers, byte[] content) {}

    private Alternate alternate(
            LrsRequest request, String path, Resource resource, Map<String, List<String>> query, InputStream body) {
        String declared = request.headers().first(VERSION_HEADER).orElse("");
        if (XapiVersion.ofHeader(declared).filter(v -> v == XapiVersion.V2_0).isPresent()) {
            throw Refusal.of(LrsRequirement.ALTERNATE_VERSION);
        }
        String method = query.getOrDefault("method", List.of()).get(0);
        if (!request.method().equals("POST") || !resource.methods().contains(method)) {
            throw Refusal.of(
                    LrsRequirement.ALTERNATE_METHOD,
                    Finding.of(LrsRequirement.ALTERNATE_METHOD)
                            .with("path", path)
                            .with("method", request.method())
                            .with("value", method)
                            .with("allowed", resource.methods()));
        }
        if (query.size() > 1) {
            throw Refusal.of(
                    LrsRequirement.ALTERNATE_QUERY,
                    Finding.of(LrsRequirement.ALTERNATE_QUERY)
                            .with(
                                    "names",
                                    query.keySet().stream()
                                            .filter(name -> !name.equals("method"))
                                            .toList()));
        }
        return fromForm(method, request.headers(), form(request.headers(), body));
    }

    private Map<String, List<String>> form(Headers headers, InputStream body) {
        long limit = 3L * Math.max(limits.statementBytes(), limits.documentBytes());
        byte[] bytes = Exchange.read(body, BodyPart.REQUEST, limit);
        String type = headers.first("Content-Type").map(Exchange::mediaType).orElse(FORM);
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!type.equals(FORM) && !(bytes.length == 0)) {
            throw Refusal.of(LrsRequirement.ALTERNATE_FORM);
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            // JSON would be one field without a value.
            throw Refusal.of(LrsRequirement.ALTERNATE_FORM);
        }
        return QueryString.parse(text, LrsRequirement.ALTERNATE_FORM);
    }

    private static Alternate fromForm(String method, Headers sent, Map<String, List<String>> form) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        Headers.Builder headers = sent.toBuilder().remove("Content-Type").remove("Content-Length");
        byte[] content = null;
        for (Map.Entry<String, List<String>> field : form.entrySet()) {
            String value = field.getValue().get(0);
            if (field.getKey().equals("content")) {
                content = value.getBytes(StandardCharsets.UTF_8);
            } else if (FORM_HEADERS.contains(field.getKey())) {
                headers.set(field.getKey(), value);
            } else {
                parameters.put(field.getKey(), new ArrayList<>(field.getValue()));
            }
        }
        boolean sends = method.equals("PUT") || method.equals("POST");
        if (sends && content == null) {
            throw Refusal.of(LrsRequirement.ALTERNATE_CONTENT);
        }
        if (sends && headers.build().first("Content-Type").isEmpty()) {
            // The syntax carries text only, and xAPI's own is JSON.
            headers.set("Content-Type", "application/json");
        }
        return new Alternate(method, parameters, headers.build(), content == null ? new byte[0] : content);
    }
}
