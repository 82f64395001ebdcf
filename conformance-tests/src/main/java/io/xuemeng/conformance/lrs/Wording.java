package io.xuemeng.conformance.lrs;

import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.conformance.text.Excerpt;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Requests and answers as a reader of a report sees them. */
final class Wording {

    private static final int MAX_BODY = 1200;

    private static final List<String> SHOWN = List.of(
            "Content-Type",
            "ETag",
            "Last-Modified",
            Dialogue.VERSION,
            Dialogue.CONSISTENT,
            "WWW-Authenticate",
            "Allow");

    private Wording() {}

    static String of(HttpQuestion question) {
        StringBuilder out = new StringBuilder(question.toString());
        question.headers()
                .forEach(field ->
                        out.append('\n').append(field.name()).append(": ").append(field.value()));
        return body(out, question.body());
    }

    static String of(HttpAnswer answer) {
        StringBuilder out = new StringBuilder().append(answer.status());
        for (String name : SHOWN) {
            answer.header(name)
                    .ifPresent(
                            value -> out.append('\n').append(name).append(": ").append(value));
        }
        return body(out, answer.body());
    }

    private static String body(StringBuilder out, byte[] body) {
        if (body.length > 0) {
            String text = new String(body, StandardCharsets.UTF_8);
            boolean readable = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), body);
            String shown = readable ? text : body.length + " bytes";
            out.append("\n\n").append(Excerpt.of(shown, MAX_BODY));
        }
        return out.toString();
    }
}
