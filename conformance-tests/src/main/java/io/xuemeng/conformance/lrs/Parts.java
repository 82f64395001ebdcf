package io.xuemeng.conformance.lrs;

import io.xuemeng.conformance.http.HttpAnswer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of an answer of the type multipart/mixed, read as RFC 2046 has it (5.1.1). Immutable.
 *
 * @param boundary what stands between them
 * @param all the parts in their order
 */
record Parts(String boundary, List<Part> all) {

    private static final Pattern BOUNDARY =
            Pattern.compile(";\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s\";]{1,70}))", Pattern.CASE_INSENSITIVE);

    /**
     * One part.
     *
     * @param fields its header fields, by names in small letters
     * @param data its bytes, as ISO 8859-1
     */
    record Part(Map<String, String> fields, String data) {

        String field(String name) {
            return fields.getOrDefault(name, "");
        }

        /** Its data as text. */
        String text() {
            return new String(data.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }
    }

    /** The parts; nothing when the answer is of another type or does not have the form. */
    static Optional<Parts> of(HttpAnswer answer) {
        Matcher matcher = BOUNDARY.matcher(answer.header("Content-Type").orElse(""));
        if (!answer.mediaType().equals("multipart/mixed") || !matcher.find()) {
            return Optional.empty();
        }
        String boundary = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        // A delimiter begins with the end of a line, and the first one may stand at the very beginning.
        String body = "\r\n" + new String(answer.body(), StandardCharsets.ISO_8859_1);
        String[] pieces = body.split(Pattern.quote("\r\n--" + boundary), -1);
        List<Part> parts = new ArrayList<>();
        for (int i = 1; i < pieces.length; i++) {
            boolean last = i == pieces.length - 1;
            if (pieces[i].startsWith("--")) {
                return last ? Optional.of(new Parts(boundary, List.copyOf(parts))) : Optional.empty();
            }
            Optional<Part> part = part(pieces[i]);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
        }
        return Optional.empty();
    }

    private static Optional<Part> part(String piece) {
        String content = piece.replaceFirst("^[ \t]*\r\n", "");
        if (content.length() == piece.length()) {
            return Optional.empty();
        }
        Map<String, String> fields = new TreeMap<>();
        int from = 0;
        for (int end = content.indexOf("\r\n"); end > from; end = content.indexOf("\r\n", from)) {
            String[] field = content.substring(from, end).split(":", 2);
            if (field.length < 2) {
                return Optional.empty();
            }
            fields.put(field[0].strip().toLowerCase(Locale.ROOT), field[1].strip());
            from = end + 2;
        }
        return content.startsWith("\r\n", from)
                ? Optional.of(new Part(Map.copyOf(fields), content.substring(from + 2)))
                : Optional.empty();
    }
}
