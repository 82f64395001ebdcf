package io.xuemeng.core.code;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.Optional;

/** Brings dates that are outside LOM's subset, or written by habit, into the subset. */
final class DateRepair {

    /** Longer texts hold more than a date. */
    private static final int MAX_LENGTH = 64;

    private DateRepair() {}

    static Optional<String> repair(CharSequence text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        return switch (IsoDateTime.formOf(text)) {
            case LOM -> Optional.empty();
            case STANDARD -> toLom(text.toString());
            case INVALID -> fromHabit(text.toString().strip());
        };
    }

    private static Optional<String> toLom(String text) {
        int scanned = IsoDateTimeScanner.scan(text);
        if (IsoDateTimeScanner.isLeapSecond(scanned)) {
            return Optional.empty();
        }
        Temporal value = IsoDateTimeReader.read(text);
        String repaired = switch (IsoDateTimeScanner.precision(scanned)) {
            case WEEK -> "";
            case YEAR, MONTH, DAY -> value.toString();
            default ->
                value instanceof OffsetDateTime zoned
                        ? fullTime(zoned.toLocalDateTime(), true) + zoned.getOffset()
                        : fullTime((LocalDateTime) value, false);
        };
        return Optional.of(repaired).filter(candidate -> IsoDateTime.formOf(candidate) == IsoForm.LOM);
    }

    private static String fullTime(LocalDateTime value, boolean withFraction) {
        String text = value.toString();
        if (value.getSecond() == 0 && value.getNano() == 0) {
            text += ":00";
        }
        return withFraction && value.getNano() == 0 ? text + ".0" : text;
    }

    /** {@code 2024/3/1}, {@code 2024.3.1}, {@code 2024年3月1日}, and a time after a space. */
    private static Optional<String> fromHabit(String text) {
        int dateEnd = 0;
        while (dateEnd < text.length() && text.charAt(dateEnd) != ' ' && text.charAt(dateEnd) != 'T') {
            dateEnd++;
        }
        String date = habitDate(text.substring(0, dateEnd));
        String time = dateEnd == text.length()
                ? ""
                : habitTime(text.substring(dateEnd + 1).strip());
        String candidate = time.isEmpty() ? date : date + 'T' + time;
        if (dateEnd < text.length() && time.isEmpty()) {
            return Optional.empty();
        }
        return switch (IsoDateTime.formOf(candidate)) {
            case LOM -> Optional.of(candidate);
            case STANDARD -> toLom(candidate);
            case INVALID -> Optional.empty();
        };
    }

    private static String habitDate(String date) {
        StringBuilder out = new StringBuilder();
        int fields = 0;
        for (int at = 0; at < date.length(); fields++) {
            int end = at;
            while (end < date.length() && Ascii.isDigit(date.charAt(end))) {
                end++;
            }
            int digits = end - at;
            boolean fits = fields == 0 ? digits == 4 : digits == 1 || digits == 2;
            char after = end == date.length() ? "-月日".charAt(Math.min(fields, 2)) : date.charAt(end);
            if (!fits || fields > 2 || ("-/.".indexOf(after) < 0 && "年月日".charAt(fields) != after)) {
                return "";
            }
            out.append(fields == 0 ? "" : "-").append(digits == 1 ? "0" : "").append(date, at, end);
            at = end + 1;
        }
        return out.toString();
    }

    private static String habitTime(String time) {
        return time.length() > 1 && time.charAt(1) == ':' ? '0' + time : time;
    }
}
