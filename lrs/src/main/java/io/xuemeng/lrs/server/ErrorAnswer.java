package io.xuemeng.lrs.server;

import io.xuemeng.core.json.JsonWriter;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.lrs.statement.LanguagePreference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A refusal as a response: which requirement, what is wrong, why it matters, how to mend it; in Chinese or English, and as JSON,
 * plain text or HTML, as the request's headers prefer (Communication 3.2.s3.b2-b4; IEEE 9274.1.1-2023, 4.1.5).
 */
final class ErrorAnswer {

    private static final List<String> LANGUAGES = List.of("en", "zh-CN");

    private ErrorAnswer() {}

    static LrsResponse of(Refusal refusal, Headers request) {
        Locale locale = locale(request);
        String type = AcceptedType.of(String.join(",", request.all("Accept")));
        byte[] body = switch (type) {
            case "text/plain" -> text(refusal, locale);
            case "text/html" -> html(refusal, locale);
            default -> json(refusal, locale);
        };
        Headers.Builder headers = refusal.headers().toBuilder()
                .set("Content-Type", type.startsWith("text/") ? type + "; charset=utf-8" : type)
                .set("Content-Language", locale.toLanguageTag())
                .set("Vary", "Accept, Accept-Language");
        return LrsResponse.of(refusal.status(), headers, body);
    }

    private static Locale locale(Headers request) {
        String header = String.join(",", request.all("Accept-Language"));
        String tag = LanguagePreference.parse(header).choose(LANGUAGES).orElse("en");
        return Locale.forLanguageTag(tag);
    }

    private static byte[] json(Refusal refusal, Locale locale) {
        return JsonWriter.compact(out -> {
            out.startObject().name("status").value(refusal.status());
            out.name("errors").startArray();
            for (Finding finding : refusal.findings()) {
                out.startObject()
                        .member("requirement", finding.id())
                        .member("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                        .member("source", finding.requirement().source(locale));
                String place = finding.location().toString();
                if (!place.isEmpty()) {
                    out.member("location", place);
                }
                out.member("problem", finding.problem(locale))
                        .member("reason", finding.reason(locale))
                        .member("remedy", finding.remedy(locale))
                        .endObject();
            }
            out.endArray().endObject();
        });
    }

    private static byte[] text(Refusal refusal, Locale locale) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : refusal.findings()) {
            String place = finding.location().toString();
            text.append(finding.id())
                    .append(place.isEmpty() ? "" : " " + place)
                    .append(": ")
                    .append(finding.message(locale))
                    .append(" [")
                    .append(finding.requirement().source(locale))
                    .append("]\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] html(Refusal refusal, Locale locale) {
        StringBuilder html = new StringBuilder("<!doctype html><html lang=\"")
                .append(locale.toLanguageTag())
                .append("\"><meta charset=\"utf-8\"><title>")
                .append(refusal.status())
                .append("</title><dl>");
        for (Finding finding : refusal.findings()) {
            html.append("<dt>")
                    .append(escape(finding.id() + ' ' + finding.location()))
                    .append("<dd>")
                    .append(escape(finding.message(locale)))
                    .append("<br><small>")
                    .append(escape(finding.requirement().source(locale)))
                    .append("</small>");
        }
        return html.append("</dl></html>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
