package io.xuemeng.core.code;

import java.time.temporal.Temporal;
import java.util.Optional;

/**
 * A date or date-time of GB/T 7408 (ISO 8601), as precise as its writer knew: {@code 2024}, {@code 2024-03},
 * {@code 2024-03-01}, {@code 2024-03-01T08:00:00.0+08:00}. The text is kept as found. Immutable.
 *
 * <p>Of GB/T 7408 it reads calendar, ordinal and week dates with a four-digit year, extended or basic, and times with or
 * without a fraction and a zone; not centuries, years of more digits, or truncated dates, which need an agreement. Dates
 * have to exist. {@link IsoForm#LOM} is the extended calendar form where a zone stands only after a fraction.
 *
 * @param text the date or date-time
 */
public record IsoDateTime(String text) {

    /** The smallest unit a text names. */
    public enum Precision {
        /** {@code 2024}. */
        YEAR,
        /** {@code 2024-03}. */
        MONTH,
        /** A week without its day: {@code 2024-W09}. */
        WEEK,
        /** {@code 2024-03-01}. */
        DAY,
        /** {@code 2024-03-01T08}. */
        HOUR,
        /** {@code 2024-03-01T08:00}. */
        MINUTE,
        /** {@code 2024-03-01T08:00:00}, with or without a fraction. */
        SECOND
    }

    /**
     * Checks the text.
     *
     * @throws InvalidCodeException when {@link #isValid} does not hold
     */
    public IsoDateTime {
        if (!isValid(text)) {
            throw new InvalidCodeException(
                    "a date or date-time (GB/T 7408, ISO 8601) is a year, year-month, date that exists, or date and time"
                            + " joined by T, such as 2024-03-01T08:00:00.0+08:00",
                    text);
        }
    }

    /**
     * The date or date-time that a text is.
     *
     * @throws InvalidCodeException when {@link #isValid} does not hold
     */
    public static IsoDateTime of(String text) {
        return new IsoDateTime(text);
    }

    /** Whether a text is a date or date-time of GB/T 7408, in LOM's subset or not. */
    public static boolean isValid(CharSequence text) {
        return IsoDateTimeScanner.scan(text) != IsoDateTimeScanner.INVALID;
    }

    /** Whether a text is a date or date-time of GB/T 7408, and of LOM's subset. */
    public static IsoForm formOf(CharSequence text) {
        return IsoDateTimeScanner.form(IsoDateTimeScanner.scan(text));
    }

    /**
     * What the writer of a text outside LOM's subset most likely meant, in LOM's subset: {@code 2024-03-01 8:00:00} and
     * {@code 2024年3月1日} are understood, {@code 2024-03-01T08:00:00+08:00} gets its fraction. Empty when the text is in
     * the subset already, and when what was meant is not certain.
     */
    public static Optional<String> repair(CharSequence text) {
        return DateRepair.repair(text);
    }

    /** Whether LOM allows it; never {@link IsoForm#INVALID}. */
    public IsoForm form() {
        return formOf(text);
    }

    /** The smallest unit it names. */
    public Precision precision() {
        return IsoDateTimeScanner.precision(IsoDateTimeScanner.scan(text));
    }

    /** Whether it names a zone, {@code Z} or an offset. */
    public boolean hasZone() {
        return IsoDateTimeScanner.hasZone(IsoDateTimeScanner.scan(text));
    }

    /**
     * The value for {@code java.time}: a {@code Year}, {@code YearMonth}, {@code LocalDate} (for a week its Monday),
     * {@code LocalDateTime}, or with a zone {@code OffsetDateTime}. Fractions are cut to nanoseconds, offsets beyond 18
     * hours to 18 hours, a leap second is second 59, and 24:00 is the start of the next day.
     */
    public Temporal toTemporal() {
        return IsoDateTimeReader.read(text);
    }

    /** The text. */
    @Override
    public String toString() {
        return text;
    }
}
