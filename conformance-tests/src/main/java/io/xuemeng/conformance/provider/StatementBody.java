package io.xuemeng.conformance.provider;

import io.xuemeng.conformance.http.HttpQuestion;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the statements of a request stand: its body, or the first part of a body that has the data of attachments in the others
 * (RFC 2046, 5.1). Immutable.
 */
final class StatementBody {

    private static final Pattern BOUNDARY =
            Pattern.compile(";\\s*boundary\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;\"]+))", Pattern.CASE_INSENSITIVE);
    private static final Pattern PART_TYPE = Pattern.compile("(?im)^Content-Type:[ \t]*([^;\r\n]*)");
    /** A part between delimiters, which stand for the place. */
    private static final String PART =
            "(?:^|\r\n)%1$s[ \t]*\r\n(?<head>(?:[^\r\n]+\r\n){0,50})\r\n(?<data>.*?)\r\n%1$s";

    private final byte[] json;
    private final String mediaType;

    private StatementBody(byte[] json, String mediaType) {
        this.json = json;
        this.mediaType = mediaType;
    }

    /** Of a request; the whole body where the first part of several cannot be found. */
    static StatementBody of(HttpQuestion question) {
        String type = question.header("Content-Type").orElse("");
        Matcher boundary = BOUNDARY.matcher(type);
        if (mediaType(type).equals("multipart/mixed") && boundary.find()) {
            String named = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
            return firstPart(question.body(), "--" + named);
        }
        return new StatementBody(question.body(), mediaType(type));
    }

    private static StatementBody firstPart(byte[] body, String delimiter) {
        Matcher part = Pattern.compile(PART.formatted(Pattern.quote(delimiter)), Pattern.DOTALL)
                .matcher(new String(body, StandardCharsets.ISO_8859_1)); // each character is one byte
        if (!part.find()) {
            return new StatementBody(body, "");
        }
        Matcher type = PART_TYPE.matcher(part.group("head"));
        return new StatementBody(
                part.group("data").getBytes(StandardCharsets.ISO_8859_1), type.find() ? mediaType(type.group(1)) : "");
    }

    private static String mediaType(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** The bytes that are to be the JSON of statements. */
    byte[] json() {
        return json.clone();
    }

    /** The media type that is said of them, in lower case; empty when none is. */
    String mediaType() {
        return mediaType;
    }
}
