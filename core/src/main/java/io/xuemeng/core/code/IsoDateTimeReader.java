package io.xuemeng.core.code;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;

/** Turns a text that {@link IsoDateTimeScanner} has recognised into a value of {@code java.time}. */
final class IsoDateTimeReader {

    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final int MAX_OFFSET_SECONDS = 18 * 3600;

    private IsoDateTimeReader() {}

    static Temporal read(String text) {
        int scanned = IsoDateTimeScanner.scan(text);
        String date = text.substring(0, IsoDateTimeScanner.dateLength(scanned));
        return switch (IsoDateTimeScanner.precision(scanned)) {
            case YEAR -> Year.of(Integer.parseInt(date));
            case MONTH -> YearMonth.parse(date);
            case WEEK -> weekDate(date.replace("-", "") + '1');
            case DAY -> date(date);
            default -> time(date(date), text.substring(date.length() + 1));
        };
    }

    private static LocalDate date(String date) {
        String basic = date.replace("-", "");
        if (basic.charAt(4) == 'W') {
            return weekDate(basic);
        }
        return basic.length() == 7
                ? LocalDate.ofYearDay(Ascii.number(basic, 0, 4), Ascii.number(basic, 4, 7))
                : LocalDate.of(Ascii.number(basic, 0, 4), Ascii.number(basic, 4, 6), Ascii.number(basic, 6, 8));
    }

    private static LocalDate weekDate(String basic) {
        return LocalDate.parse(
                basic.substring(0, 4) + '-' + basic.substring(4, 7) + '-' + basic.charAt(7),
                DateTimeFormatter.ISO_WEEK_DATE);
    }

    private static Temporal time(LocalDate date, String time) {
        int zone = zoneStart(time);
        int fraction = fractionStart(time, zone);
        String digits = time.substring(0, fraction).replace(":", "");
        long unit = switch (digits.length()) {
            case 2 -> 3600 * NANOS_PER_SECOND;
            case 4 -> 60 * NANOS_PER_SECOND;
            default -> NANOS_PER_SECOND;
        };
        int minute = digits.length() > 2 ? Ascii.number(digits, 2, 4) : 0;
        int second = digits.length() > 4 ? Math.min(59, Ascii.number(digits, 4, 6)) : 0;
        LocalDateTime value = date.atStartOfDay()
                .plusHours(Ascii.number(digits, 0, 2))
                .plusMinutes(minute)
                .plusSeconds(second)
                .plusNanos(fraction == zone ? 0 : nanos(time.substring(fraction + 1, zone), unit));
        return zone == time.length() ? value : value.atOffset(offset(time.substring(zone)));
    }

    private static long nanos(String fraction, long unit) {
        // Eighteen digits say more than a nanosecond of an hour; a hostile text may have a million.
        String digits = fraction.substring(0, Math.min(fraction.length(), 18));
        return new BigDecimal("0." + digits)
                .multiply(BigDecimal.valueOf(unit))
                .setScale(0, RoundingMode.DOWN)
                .longValueExact();
    }

    private static ZoneOffset offset(String zone) {
        if (zone.equals("Z")) {
            return ZoneOffset.UTC;
        }
        String digits = zone.substring(1).replace(":", "");
        int seconds = Ascii.number(digits, 0, 2) * 3600 + (digits.length() > 2 ? Ascii.number(digits, 2, 4) * 60 : 0);
        int bounded = Math.min(seconds, MAX_OFFSET_SECONDS);
        return ZoneOffset.ofTotalSeconds(zone.charAt(0) == '-' ? -bounded : bounded);
    }

    private static int zoneStart(String time) {
        int at = 0;
        while (at < time.length() && "Z+-".indexOf(time.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static int fractionStart(String time, int end) {
        int at = 0;
        while (at < end && time.charAt(at) != '.' && time.charAt(at) != ',') {
            at++;
        }
        return at;
    }
}
