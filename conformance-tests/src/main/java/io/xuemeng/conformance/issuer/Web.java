package io.xuemeng.conformance.issuer;

import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.role.Questions;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asking an issuer by addresses, as a client and as a browser with its cookies. One for each browser; not thread-safe. */
final class Web {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final IssuerTarget target;
    private final URI issuer;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Web(IssuerTarget target) {
        this.target = target;
        this.issuer = URI.create(target.terms().issuer());
    }

    /**
     * A request for an address of the issuer's.
     *
     * @throws NoAnswerException when it is at another origin, which the kit does not ask
     */
    HttpQuestion at(String method, String address) {
        URI uri;
        try {
            uri = issuer.resolve(address);
        } catch (IllegalArgumentException e) {
            throw NoAnswerException.of("http.address", address);
        }
        if (!isOfIssuer(uri)) {
            throw NoAnswerException.of("issuer.elsewhere", address);
        }
        String query = uri.getRawQuery() == null ? "" : '?' + uri.getRawQuery();
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return HttpQuestion.ofAddress(method, path + query).anonymous();
    }

    /** Whether an address is at the issuer's origin. */
    boolean isOfIssuer(URI uri) {
        return issuer.getScheme().equals(uri.getScheme())
                && issuer.getRawAuthority().equals(uri.getRawAuthority());
    }

    HttpAnswer ask(HttpQuestion question) {
        HttpQuestion asked = cookies.isEmpty()
                ? question
                : question.header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + '=' + cookie.getValue())
                                .collect(Collectors.joining("; ")));
        HttpAnswer answer = Questions.ask(() -> target.platform().ask(asked));
        for (String set : answer.headers().getOrDefault("Set-Cookie", List.of())) {
            String pair = set.split(";", 2)[0];
            int equals = pair.indexOf('=');
            if (equals > 0) {
                cookies.put(pair.substring(0, equals).strip(), pair.substring(equals + 1));
            }
        }
        return answer;
    }

    /** Posts a form. */
    HttpQuestion form(String address, Map<String, String> fields) {
        return at("POST", address).header("Content-Type", FORM).body(encoded(fields));
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + '=' + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** A value as it stands in a form. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The parameters of a query; the last of two of one name. */
    static Map<String, String> query(@Nullable String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (query != null && !query.isEmpty()) {
            for (String pair : query.split("&")) {
                String[] parts = pair.split("=", 2);
                parameters.put(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
