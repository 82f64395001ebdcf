package io.xuemeng.conformance.hub;

import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.conformance.result.Exchange;
import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.conformance.text.Excerpt;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Requests and answers as a reader of a report sees them; signed ones with what they say. */
final class Wording {

    private static final int MAX_BODY = 1800;
    private static final List<String> SHOWN =
            List.of("Content-Type", "Allow", "Cache-Control", "Location", "Set-Cookie", "Expires");

    private Wording() {}

    static Exchange exchange(
            HubPlatform hub, URI address, HttpQuestion question, Bilingual expected, HttpAnswer answer) {
        return new Exchange(
                Bilingual.same(of(address, question)),
                expected,
                Bilingual.same(of(answer)),
                hub.replay(address, question));
    }

    private static String of(URI address, HttpQuestion question) {
        String query = question.query() == null ? "" : '?' + question.query();
        String body = new String(question.body(), StandardCharsets.UTF_8);
        return question.method() + ' ' + address + query + (body.isEmpty() ? "" : "\n\n" + body);
    }

    static String of(HttpAnswer answer) {
        StringBuilder out = new StringBuilder().append(answer.status());
        for (String name : SHOWN) {
            answer.header(name)
                    .ifPresent(
                            value -> out.append('\n').append(name).append(": ").append(value));
        }
        String text = answer.text();
        if (!text.isEmpty()) {
            out.append("\n\n").append(Excerpt.of(Payload.readable(text), MAX_BODY));
        }
        return out.toString();
    }
}
