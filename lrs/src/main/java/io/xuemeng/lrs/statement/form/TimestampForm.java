package io.xuemeng.lrs.statement.form;

import io.xuemeng.core.code.IsoDateTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/** How a text writes a point in time. */
public enum TimestampForm {
    /** RFC 3339 with the letters of ISO 8601: {@code 2015-11-18T12:17:00.000+08:00}. */
    RFC_3339,
    /** RFC 3339 with what only that allows: a blank or a small letter between date and time, or {@code z}. */
    RFC_3339_ONLY,
    /** A date and time of ISO 8601 that RFC 3339 does not allow: without an offset, without seconds, basic, by weeks. */
    ISO_8601_ONLY,
    /** The offset says minus zero, which ISO 8601 does not allow and RFC 3339 keeps for an unknown offset. */
    MINUS_ZERO,
    /** None of these. */
    NONE;

    /** Longer than any offset; a text is looked at from its end only so far. */
    private static final int OFFSET = 6;

    /** The form of a text. */
    public static TimestampForm of(CharSequence text) {
        int length = text.length();
        if (length > 10 && isRfc3339(text)) {
            char separator = text.charAt(10);
            boolean iso = separator == 'T' && text.charAt(length - 1) != 'z';
            return isMinusZero(text) ? MINUS_ZERO : iso ? RFC_3339 : RFC_3339_ONLY;
        }
        if (isIsoDateAndTime(text)) {
            return isMinusZero(text) ? MINUS_ZERO : ISO_8601_ONLY;
        }
        return NONE;
    }

    /** The instant that a text names, without an offset taken for UTC, or null when it names none. */
    public static @Nullable Instant instant(String text) {
        return switch (of(text)) {
            case RFC_3339, RFC_3339_ONLY -> rfc3339(text);
            case ISO_8601_ONLY -> iso(text);
            case MINUS_ZERO, NONE -> null;
        };
    }

    private static Instant iso(String text) {
        Temporal value = IsoDateTime.of(text).toTemporal();
        return value instanceof OffsetDateTime time
                ? time.toInstant()
                : ((LocalDateTime) value).toInstant(ZoneOffset.UTC);
    }

    private static boolean isIsoDateAndTime(CharSequence text) {
        if (!IsoDateTime.isValid(text)) {
            return false;
        }
        for (int i = 7; i < text.length(); i++) {
            if (text.charAt(i) == 'T') {
                return true;
            }
        }
        return false;
    }

    /** Date, separator, time with seconds, offset: RFC 3339, section 5.6. */
    private static boolean isRfc3339(CharSequence text) {
        int length = text.length();
        if (length < 20
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':') {
            return false;
        }
        char separator = text.charAt(10);
        if (separator != 'T' && separator != 't' && separator != ' ') {
            return false;
        }
        int year = Characters.number(text, 0, 4);
        int month = Characters.number(text, 5, 7);
        int day = Characters.number(text, 8, 10);
        int hour = Characters.number(text, 11, 13);
        int minute = Characters.number(text, 14, 16);
        int second = Characters.number(text, 17, 19);
        if (year < 0 || month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) {
            return false;
        }
        boolean leap = second == 60 && minute == 59;
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || (second > 59 && !leap)) {
            return false;
        }
        int at = 19;
        if (text.charAt(at) == '.') {
            at++;
            int first = at;
            while (at < length && Characters.isDigit(text.charAt(at))) {
                at++;
            }
            if (at == first) {
                return false;
            }
        }
        return isOffset(text, at);
    }

    private static boolean isOffset(CharSequence text, int at) {
        int rest = text.length() - at;
        if (rest == 1) {
            return text.charAt(at) == 'Z' || text.charAt(at) == 'z';
        }
        if (rest != OFFSET || (text.charAt(at) != '+' && text.charAt(at) != '-') || text.charAt(at + 3) != ':') {
            return false;
        }
        int hours = Characters.number(text, at + 1, at + 3);
        int minutes = Characters.number(text, at + 4, at + 6);
        return hours >= 0 && hours <= 23 && minutes >= 0 && minutes <= 59;
    }

    private static int daysOf(int year, int month) {
        return switch (month) {
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    /** Whether the text, which has a form, ends with an offset of minus zero: {@code -00}, {@code -0000}, {@code -00:00}. */
    private static boolean isMinusZero(CharSequence text) {
        int at = text.length() - 1;
        int end = Math.max(10, text.length() - OFFSET);
        while (at > end && (text.charAt(at) == '0' || text.charAt(at) == ':')) {
            at--;
        }
        // A hyphen with nothing but zeros behind it is the sign of an offset: no day and no week is zero.
        return text.charAt(at) == '-' && text.length() - at >= 3;
    }

    private static Instant rfc3339(String text) {
        long days = LocalDate.of(
                        Characters.number(text, 0, 4), Characters.number(text, 5, 7), Characters.number(text, 8, 10))
                .toEpochDay();
        int second = Math.min(59, Characters.number(text, 17, 19));
        long seconds = days * 86_400
                + Characters.number(text, 11, 13) * 3600L
                + Characters.number(text, 14, 16) * 60L
                + second;
        int at = 19;
        int nanos = 0;
        if (text.charAt(at) == '.') {
            int unit = 100_000_000;
            for (at++; Characters.isDigit(text.charAt(at)); at++) {
                nanos += (text.charAt(at) - '0') * unit;
                unit /= 10;
            }
        }
        if (text.length() - at == OFFSET) {
            long offset =
                    Characters.number(text, at + 1, at + 3) * 3600L + Characters.number(text, at + 4, at + 6) * 60L;
            seconds -= text.charAt(at) == '-' ? -offset : offset;
        }
        return Instant.ofEpochSecond(seconds, nanos);
    }
}
