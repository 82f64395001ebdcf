package io.xuemeng.conformance.provider;

import io.xuemeng.conformance.http.HttpQuestion;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The alternate request syntax of xAPI 1.0.3 (Communication 1.3), which later versions do not have: a POST whose query is the method that is
 * meant, and whose form holds parameters, header fields and the body.
 */
final class AlternateSyntax {

    private static final Pattern METHOD = Pattern.compile("method=(GET|PUT|POST|DELETE)");
    private static final Set<String> HEADERS = ignoringCase(
            "Authorization",
            "X-Experience-API-Version",
            "Content-Type",
            "Content-Length",
            "If-Match",
            "If-None-Match",
            "Accept",
            "Accept-Language");

    private AlternateSyntax() {}

    private static Set<String> ignoringCase(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(Set.of(names));
        return set;
    }

    /** The request that is meant; the same when it is in no alternate syntax, or breaks its rules. */
    static HttpQuestion undone(HttpQuestion asked) {
        String query = asked.query();
        String type = asked.header("Content-Type").orElse("").split(";", 2)[0].strip();
        if (!asked.method().equals("POST")
                || query == null
                || !METHOD.matcher(query).matches()
                || !type.toLowerCase(Locale.ROOT).equals("application/x-www-form-urlencoded")) {
            return asked;
        }
        String method = query.substring("method=".length());
        return form(asked.body()).map(form -> meant(method, asked, form)).orElse(asked);
    }

    private static HttpQuestion meant(String method, HttpQuestion asked, Map<String, String> form) {
        @Nullable String content = form.get("content");
        HttpQuestion meant = HttpQuestion.of(method, asked.path());
        for (HttpQuestion.Field field : asked.withoutHeader("Content-Type").headers()) {
            meant = meant.header(field.name(), field.value());
        }
        if (content != null) {
            // What is sent as text is JSON, unless the form says otherwise.
            meant = meant.header("Content-Type", "application/json").body(content);
        }
        for (Map.Entry<String, String> field : form.entrySet()) {
            if (HEADERS.contains(field.getKey())) {
                meant = meant.header(field.getKey(), field.getValue());
            } else if (!field.getKey().equals("content")) {
                meant = meant.parameter(field.getKey(), field.getValue());
            }
        }
        return meant;
    }

    /** The fields of a form; empty when it is none. */
    private static Optional<Map<String, String>> form(byte[] body) {
        Map<String, String> form = new LinkedHashMap<>();
        try {
            for (String pair : new String(body, StandardCharsets.UTF_8).split("&")) {
                int equals = pair.indexOf('=');
                if (equals < 1
                        || form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1))) != null) {
                    return Optional.empty();
                }
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not percent-encoded
        }
        return Optional.of(form);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
