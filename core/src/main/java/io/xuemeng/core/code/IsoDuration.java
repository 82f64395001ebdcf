package io.xuemeng.core.code;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;

/**
 * A duration of GB/T 7408 (ISO 8601), such as {@code PT45M}, {@code P1Y6M}, {@code PT1H30M12.5S}. The text is kept as
 * found. Immutable.
 *
 * <p>Of GB/T 7408 it reads the form with designators: units in their order, each a number, at least one, the smallest of
 * them with or without a fraction; or weeks alone. {@link IsoForm#LOM} has no weeks, and a fraction of seconds only.
 *
 * @param text the duration
 */
public record IsoDuration(String text) {

    private static final String DATE_UNITS = "YMD";
    private static final String TIME_UNITS = "HMS";

    /**
     * Checks the text.
     *
     * @throws InvalidCodeException when {@link #isValid} does not hold
     */
    public IsoDuration {
        if (!isValid(text)) {
            throw new InvalidCodeException(
                    "a duration (GB/T 7408, ISO 8601) is P and numbers with their units, hours and smaller after T, such"
                            + " as PT1H30M",
                    text);
        }
    }

    /**
     * The duration that a text is.
     *
     * @throws InvalidCodeException when {@link #isValid} does not hold
     */
    public static IsoDuration of(String text) {
        return new IsoDuration(text);
    }

    /**
     * A duration in hours, minutes and seconds.
     *
     * @throws InvalidCodeException when it is negative, which GB/T 7408 does not know
     */
    public static IsoDuration of(Duration duration) {
        return new IsoDuration(duration.toString());
    }

    /** Whether a text is a duration of GB/T 7408, in LOM's subset or not. */
    public static boolean isValid(CharSequence text) {
        return formOf(text) != IsoForm.INVALID;
    }

    /** Whether a text is a duration of GB/T 7408, and of LOM's subset. */
    public static IsoForm formOf(CharSequence text) {
        int length = text.length();
        if (length < 3 || text.charAt(0) != 'P') {
            return IsoForm.INVALID;
        }
        IsoForm form = IsoForm.LOM;
        String units = DATE_UNITS;
        int nextUnit = 0;
        int at = 1;
        while (at < length) {
            if (text.charAt(at) == 'T' && units.equals(DATE_UNITS)) {
                units = TIME_UNITS;
                nextUnit = 0;
                at++;
            }
            int fraction = skipDigits(text, at);
            if (fraction == at || fraction == length) {
                return IsoForm.INVALID;
            }
            char mark = text.charAt(fraction);
            boolean hasFraction = mark == '.' || mark == ',';
            int unitAt = hasFraction ? skipDigits(text, fraction + 1) : fraction;
            if (unitAt == length || (hasFraction && (unitAt == fraction + 1 || unitAt + 1 < length))) {
                return IsoForm.INVALID;
            }
            char unit = text.charAt(unitAt);
            if (unit == 'W' && at == 1 && unitAt + 1 == length) {
                return IsoForm.STANDARD;
            }
            int found = units.indexOf(unit, nextUnit);
            if (found < 0) {
                return IsoForm.INVALID;
            }
            if (hasFraction && (unit != 'S' || mark == ',')) {
                form = IsoForm.STANDARD;
            }
            nextUnit = found + 1;
            at = unitAt + 1;
        }
        return text.charAt(length - 1) == 'T' ? IsoForm.INVALID : form;
    }

    private static int skipDigits(CharSequence text, int start) {
        int at = start;
        while (at < text.length() && Ascii.isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Whether LOM allows it; never {@link IsoForm#INVALID}. */
    public IsoForm form() {
        return formOf(text);
    }

    /**
     * Its length in exact time, a day being 24 hours; a fraction is cut to nanoseconds. Empty when it names years or
     * months, whose length depends on when they begin, and when it is longer than {@link Duration} can hold.
     */
    public Optional<Duration> toDuration() {
        BigDecimal seconds = BigDecimal.ZERO;
        boolean time = false;
        int at = 1;
        while (at < text.length()) {
            if (text.charAt(at) == 'T') {
                time = true;
                at++;
            }
            int unitAt = at;
            while (!Ascii.isLetter(text.charAt(unitAt))) {
                unitAt++;
            }
            long unit = secondsOf(text.charAt(unitAt), time);
            if (unit == 0 || unitAt - at > 40) {
                return Optional.empty();
            }
            String number = text.substring(at, unitAt).replace(',', '.');
            seconds = seconds.add(new BigDecimal(number).multiply(BigDecimal.valueOf(unit)));
            at = unitAt + 1;
        }
        BigDecimal whole = seconds.setScale(0, RoundingMode.DOWN);
        if (whole.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            return Optional.empty();
        }
        long nanos = seconds.subtract(whole).movePointRight(9).longValue();
        return Optional.of(Duration.ofSeconds(whole.longValueExact(), nanos));
    }

    private static long secondsOf(char unit, boolean time) {
        return switch (unit) {
            case 'W' -> 7 * 86_400;
            case 'D' -> 86_400;
            case 'H' -> 3600;
            case 'M' -> time ? 60 : 0;
            case 'S' -> 1;
            default -> 0;
        };
    }

    /** The text. */
    @Override
    public String toString() {
        return text;
    }
}
