package io.xuemeng.resource.national;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * Times as the national platform writes them, {@code 2022-10-28T19:46:10.441+0800}. GB/T 7408 writes either all parts with
 * separators or none, so a record holds {@code 2022-10-28T19:46:10.441+08:00}.
 */
final class PlatformTime {

    private static final Pattern WRITTEN =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}[+-]\\d{4}");
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxx");
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    private PlatformTime() {}

    /** Whether a text is a time as the platform writes it. */
    static boolean isWritten(String text) {
        return WRITTEN.matcher(text).matches();
    }

    /** The time as GB/T 7408 has it; the text itself when it is no time of the platform. */
    static String normalize(String text) {
        return isWritten(text) ? text.substring(0, text.length() - 2) + ':' + text.substring(text.length() - 2) : text;
    }

    /** A time of a record as the platform writes it: a day is its first moment in China. Other texts stay as they are. */
    static String denormalize(String value) {
        try {
            return value.length() == 10
                    ? LocalDate.parse(value).atStartOfDay().atOffset(CHINA).format(FORM)
                    : OffsetDateTime.parse(value).format(FORM);
        } catch (DateTimeParseException e) {
            // A year alone, or a text that is no time: validation has its say about it, not the exporter.
            return value;
        }
    }
}
