package io.xuemeng.conformance.lrs;

import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.conformance.sample.Sample;
import io.xuemeng.conformance.sample.Samples;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The requests of a sample: one or more, the last of which is judged, separated by lines of three number signs; lines that begin with
 * one are for the reader. Lines of multipart bodies are sent with CR LF.
 */
final class SampleRequests {

    /** What stands in samples for the credentials of somebody who may do everything. */
    private static final String CREDENTIALS = "Basic dGVzdA==";

    private SampleRequests() {}

    static List<HttpQuestion> of(Sample sample, Dialogue lrs) {
        String text = new String(Samples.all().content(sample), StandardCharsets.UTF_8);
        String own = SampleNames.replacedInRequest(text, lrs.names(), sample.toString());
        List<HttpQuestion> questions = new ArrayList<>();
        for (String request : own.replaceAll("(?m)^#[^#].*\n", "").split("\n###\n")) {
            questions.add(question(request, lrs));
        }
        return questions;
    }

    private static HttpQuestion question(String request, Dialogue lrs) {
        int end = request.indexOf("\n\n");
        String head = end < 0 ? request : request.substring(0, end);
        String body = end < 0 ? "" : request.substring(end + 2);
        String[] lines = head.strip().split("\n");
        String[] first = lines[0].split(" ");
        int mark = first[1].indexOf('?');
        HttpQuestion question = HttpQuestion.of(first[0], mark < 0 ? first[1] : first[1].substring(0, mark))
                .query(mark < 0 ? null : first[1].substring(mark + 1))
                .anonymous();
        boolean multipart = false;
        for (int i = 1; i < lines.length; i++) {
            String[] field = lines[i].split(": ", 2);
            multipart |= field[1].startsWith("multipart/");
            question = header(question, field[0], field[1], lrs);
        }
        return question.body(multipart ? body.replace("\n", "\r\n") : body.stripTrailing());
    }

    private static HttpQuestion header(HttpQuestion question, String name, String value, Dialogue lrs) {
        if (name.equals("Authorization") && value.equals(CREDENTIALS)) {
            return question.withCredentials();
        }
        boolean current = name.equals(Dialogue.VERSION) && value.equals("2.0.0");
        return question.header(name, current ? lrs.version().header() : value);
    }
}
