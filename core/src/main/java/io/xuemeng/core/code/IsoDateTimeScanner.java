package io.xuemeng.core.code;

/**
 * Recognises dates and date-times of GB/T 7408 in one pass without objects. A result is packed in an int: how long the
 * date is, the precision, and what takes it out of LOM's subset.
 */
final class IsoDateTimeScanner {

    static final int INVALID = -1;

    private static final int END_MASK = 0xf;
    private static final int PRECISION_SHIFT = 4;
    private static final int PRECISION_MASK = 0x7;
    private static final int BASIC = 0x80;
    private static final int NOT_LOM = 0x100;
    private static final int ZONE = 0x200;
    private static final int LEAP_SECOND = 0x400;

    private static final int YEAR = 0;
    private static final int MONTH = 1;
    private static final int WEEK = 2;
    private static final int DAY = 3;

    /** What the precisions in a result mean; after the day come hour, minute and second. */
    private static final IsoDateTime.Precision[] PRECISIONS = {
        IsoDateTime.Precision.YEAR,
        IsoDateTime.Precision.MONTH,
        IsoDateTime.Precision.WEEK,
        IsoDateTime.Precision.DAY,
        IsoDateTime.Precision.HOUR,
        IsoDateTime.Precision.MINUTE,
        IsoDateTime.Precision.SECOND
    };

    private IsoDateTimeScanner() {}

    static IsoForm form(int result) {
        if (result == INVALID) {
            return IsoForm.INVALID;
        }
        return (result & NOT_LOM) == 0 ? IsoForm.LOM : IsoForm.STANDARD;
    }

    static IsoDateTime.Precision precision(int result) {
        return PRECISIONS[precisionIndex(result)];
    }

    private static int precisionIndex(int result) {
        return result >> PRECISION_SHIFT & PRECISION_MASK;
    }

    static boolean hasZone(int result) {
        return (result & ZONE) != 0;
    }

    /** Whether the second is 60, which the subset and {@code java.time} do not have. */
    static boolean isLeapSecond(int result) {
        return (result & LEAP_SECOND) != 0;
    }

    /** How many characters the date has, the {@code T} not included. */
    static int dateLength(int result) {
        return result & END_MASK;
    }

    /** The packed result, or {@link #INVALID}. */
    static int scan(CharSequence text) {
        int date = scanDate(text);
        if (date == INVALID || dateLength(date) == text.length()) {
            return date;
        }
        int at = dateLength(date);
        if (text.charAt(at) != 'T' || precisionIndex(date) != DAY) {
            return INVALID;
        }
        int time = scanTime(text, at + 1, (date & BASIC) != 0);
        return time == INVALID ? INVALID : (date & (END_MASK | BASIC | NOT_LOM)) | time;
    }

    private static int scanDate(CharSequence text) {
        int length = text.length();
        if (length < 4 || !Ascii.areDigits(text, 0, 4)) {
            return INVALID;
        }
        int year = Ascii.number(text, 0, 4);
        int flags = year == 0 ? NOT_LOM : 0;
        if (length == 4) {
            return date(4, YEAR, flags);
        }
        int digits = digitsFrom(text, 5);
        char next = text.charAt(4);
        if (next == 'W') {
            return scanWeek(text, year, 5, false);
        }
        if (next != '-') {
            return scanBasic(text, year);
        }
        if (length > 5 && text.charAt(5) == 'W') {
            return scanWeek(text, year, 6, true);
        }
        return digits == 3 ? scanOrdinal(text, year, 5, NOT_LOM) : scanCalendar(text, year, digits, flags);
    }

    /** From the month on, in the extended form. */
    private static int scanCalendar(CharSequence text, int year, int digits, int flags) {
        if (digits != 2) {
            return INVALID;
        }
        int month = Ascii.number(text, 5, 7);
        if (month < 1 || month > 12) {
            return INVALID;
        }
        if (text.length() == 7) {
            return date(7, MONTH, flags);
        }
        if (text.charAt(7) != '-'
                || digitsFrom(text, 8) != 2
                || !Calendars.isDate(year, month, Ascii.number(text, 8, 10))) {
            return INVALID;
        }
        return date(10, DAY, flags);
    }

    private static int scanOrdinal(CharSequence text, int year, int at, int flags) {
        int day = Ascii.number(text, at, at + 3);
        return day >= 1 && day <= Calendars.daysOfYear(year) ? date(at + 3, DAY, flags) : INVALID;
    }

    private static int scanWeek(CharSequence text, int year, int at, boolean extended) {
        int flags = extended ? NOT_LOM : NOT_LOM | BASIC;
        int digits = digitsFrom(text, at);
        if (digits != 2 && (extended || digits != 3)) {
            return INVALID;
        }
        int week = Ascii.number(text, at, at + 2);
        if (week < 1 || week > Calendars.weeksOfYear(year)) {
            return INVALID;
        }
        int end = at + 2;
        if (end == text.length()) {
            return date(end, WEEK, flags);
        }
        int day = extended ? end + 1 : end;
        if ((extended && text.charAt(end) != '-') || digitsFrom(text, day) != 1) {
            return INVALID;
        }
        char c = text.charAt(day);
        return c >= '1' && c <= '7' ? date(day + 1, DAY, flags) : INVALID;
    }

    /** Eight digits of a calendar date, or seven of an ordinal date; six would be taken for a year of two digits. */
    private static int scanBasic(CharSequence text, int year) {
        return switch (digitsFrom(text, 4)) {
            case 3 -> scanOrdinal(text, year, 4, NOT_LOM | BASIC);
            case 4 ->
                Calendars.isDate(year, Ascii.number(text, 4, 6), Ascii.number(text, 6, 8))
                        ? date(8, DAY, NOT_LOM | BASIC)
                        : INVALID;
            default -> INVALID;
        };
    }

    private static int date(int end, int precision, int flags) {
        return end | precision << PRECISION_SHIFT | flags;
    }

    /** The precision and flags of what follows the {@code T}, or {@link #INVALID}. */
    private static int scanTime(CharSequence text, int start, boolean basic) {
        int hour = twoDigits(text, start);
        if (hour < 0 || hour > 24) {
            return INVALID;
        }
        int at = start + 2;
        int units = 1;
        int minute = nextUnit(text, at, basic);
        int second = 0;
        if (minute >= 0) {
            at += basic ? 2 : 3;
            units++;
            second = nextUnit(text, at, basic);
            if (second >= 0) {
                at += basic ? 2 : 3;
                units++;
            }
        }
        boolean leapSecond = second == 60 && minute == 59;
        boolean endOfDay = hour == 24;
        if (minute > 59 || (second > 59 && !leapSecond) || (endOfDay && (minute > 0 || second > 0))) {
            return INVALID;
        }
        int flags = (leapSecond ? LEAP_SECOND | NOT_LOM : 0) | (endOfDay ? NOT_LOM : 0);
        return scanFractionAndZone(text, at, basic, endOfDay, units, flags);
    }

    private static int scanFractionAndZone(
            CharSequence text, int start, boolean basic, boolean endOfDay, int units, int found) {
        int length = text.length();
        int at = start;
        int flags = found | (DAY + units) << PRECISION_SHIFT;
        boolean fraction = at < length && (text.charAt(at) == '.' || text.charAt(at) == ',');
        if (fraction) {
            flags |= units < 3 || text.charAt(at) == ',' ? NOT_LOM : 0;
            at = fractionEnd(text, at + 1, endOfDay);
            if (at == INVALID) {
                return INVALID;
            }
        }
        if (at == length) {
            return flags;
        }
        int zone = scanZone(text, at, basic);
        return zone == INVALID ? INVALID : flags | zone | ZONE | (fraction ? 0 : NOT_LOM);
    }

    /** The minute or second at a position, in the extended form after a colon; -1 when there is none. */
    private static int nextUnit(CharSequence text, int at, boolean basic) {
        if (basic) {
            return twoDigits(text, at);
        }
        return at < text.length() && text.charAt(at) == ':' ? twoDigits(text, at + 1) : -1;
    }

    private static int twoDigits(CharSequence text, int at) {
        return at + 2 <= text.length() && Ascii.areDigits(text, at, at + 2) ? Ascii.number(text, at, at + 2) : -1;
    }

    private static int fractionEnd(CharSequence text, int start, boolean onlyZeros) {
        int at = start;
        while (at < text.length() && Ascii.isDigit(text.charAt(at))) {
            if (onlyZeros && text.charAt(at) != '0') {
                return INVALID;
            }
            at++;
        }
        return at == start ? INVALID : at;
    }

    /** Nothing, {@link #NOT_LOM}, or {@link #INVALID}. */
    private static int scanZone(CharSequence text, int at, boolean basic) {
        int length = text.length();
        char sign = text.charAt(at);
        if (sign == 'Z') {
            return at + 1 == length ? 0 : INVALID;
        }
        if ((sign != '+' && sign != '-') || digitsFrom(text, at + 1) < 2 || Ascii.number(text, at + 1, at + 3) > 23) {
            return INVALID;
        }
        if (at + 3 == length) {
            return NOT_LOM;
        }
        int minutes = basic ? at + 3 : at + 4;
        if ((!basic && text.charAt(at + 3) != ':') || minutes + 2 != length || digitsFrom(text, minutes) != 2) {
            return INVALID;
        }
        return Ascii.number(text, minutes, minutes + 2) < 60 ? 0 : INVALID;
    }

    /** How many digits stand at a position, counted no further than 5. */
    private static int digitsFrom(CharSequence text, int start) {
        int end = Math.min(text.length(), start + 5);
        int at = start;
        while (at < end && Ascii.isDigit(text.charAt(at))) {
            at++;
        }
        return Math.max(0, at - start);
    }
}
