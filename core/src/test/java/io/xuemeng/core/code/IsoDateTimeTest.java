package io.xuemeng.core.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoDateTimeTest {

    /** The subset as IEEE 1484.12.1 writes it down, YYYY[-MM[-DD[Thh[:mm[:ss[.s[TZD]]]]]]], without regard to months. */
    private static final Pattern LOM = Pattern.compile("(?!0000)\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01])"
            + "(T([01]\\d|2[0-3])(:[0-5]\\d(:[0-5]\\d(\\.\\d+(Z|[+-]([01]\\d|2[0-3]):[0-5]\\d)?)?)?)?)?)?)?");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024",
                "0001",
                "2024-03",
                "2024-03-01",
                "2024-02-29",
                "2024-03-01T08",
                "2024-03-01T08:30",
                "2024-03-01T08:30:15",
                "2024-03-01T08:30:15.5",
                "2024-03-01T08:30:15.123456789012345678901234567890",
                "2024-03-01T08:30:15.0Z",
                "2024-03-01T08:30:15.0+08:00",
                "2024-03-01T08:30:15.0-03:30"
            })
    void findsInTheSubsetOfLom(String text) {
        assertThat(IsoDateTime.formOf(text)).isEqualTo(IsoForm.LOM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000",
                "2024-03-01T08:00:00+08:00",
                "2024-03-01T08:00:00Z",
                "2024-03-01T08:00+08:00",
                "2024-03-01T08Z",
                "2024-03-01T08:00:00.0+08",
                "2024-03-01T08:00:00,5",
                "2024-03-01T08.5",
                "2024-03-01T08:30.5",
                "2024-03-01T24:00:00",
                "2024-03-01T24:00:00.000",
                "2016-12-31T23:59:60Z",
                "2024-061",
                "2024-366",
                "2024-W09",
                "2024-W09-5",
                "2020-W53-5",
                "20240301",
                "2024061",
                "2024W095",
                "2024W09",
                "20240301T080000+0800",
                "20240301T0800",
                "2024W095T08Z"
            })
    void findsInTheStandardButOutsideTheSubset(String text) {
        assertThat(IsoDateTime.formOf(text)).isEqualTo(IsoForm.STANDARD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "20",
                "024",
                "2024-",
                "2024-3-1",
                "2024-13",
                "2024-00",
                "2024-02-30",
                "2023-02-29",
                "1900-02-29",
                "2024-367",
                "2023-366",
                "2024-W53",
                "2024-W00",
                "2024-W09-8",
                "202403",
                "2024-0301",
                "2024-03-01T",
                "2024-03T08:00",
                "2024-W09T08",
                "2024-03-01 08:00:00",
                "2024-03-01T8:00",
                "2024-03-01T25:00:00",
                "2024-03-01T24:00:01",
                "2024-03-01T24:30",
                "2024-03-01T24:00:00.1",
                "2024-03-01T08:60:00",
                "2024-03-01T08:00:60",
                "2024-03-01T08:00:61",
                "2024-03-01T08:00:00.",
                "2024-03-01T08:00:00.Z",
                "2024-03-01T08:00:00.0+8:00",
                "2024-03-01T08:00:00.0+0800",
                "2024-03-01T08:00:00.0+24:00",
                "2024-03-01T08:00:00.0+08:60",
                "2024-03-01T08:00:00.0z",
                "2024-03-01T080000",
                "20240301T08:00:00",
                "2024-03-01T08:00:00.0+08:00 ",
                " 2024",
                "２０２４",
                "-2024",
                "+2024",
                "2024/03/01"
            })
    void refusesWhatIsNoDate(String text) {
        assertThat(IsoDateTime.formOf(text)).isEqualTo(IsoForm.INVALID);
        assertThatThrownBy(() -> IsoDateTime.of(text)).isInstanceOf(InvalidCodeException.class);
    }

    @Test
    void readsEveryPrecision() {
        assertReads("2024", IsoDateTime.Precision.YEAR, Year.of(2024));
        assertReads("2024-03", IsoDateTime.Precision.MONTH, YearMonth.of(2024, 3));
        assertReads("2024-W09", IsoDateTime.Precision.WEEK, LocalDate.of(2024, 2, 26));
        assertReads("2024-W09-5", IsoDateTime.Precision.DAY, LocalDate.of(2024, 3, 1));
        assertReads("2024-061", IsoDateTime.Precision.DAY, LocalDate.of(2024, 3, 1));
        assertReads("20240301", IsoDateTime.Precision.DAY, LocalDate.of(2024, 3, 1));
        assertReads("2024-03-01T08", IsoDateTime.Precision.HOUR, LocalDateTime.of(2024, 3, 1, 8, 0));
        assertReads("2024-03-01T08,5", IsoDateTime.Precision.HOUR, LocalDateTime.of(2024, 3, 1, 8, 30));
        assertReads("2024-03-01T08:30.1", IsoDateTime.Precision.MINUTE, LocalDateTime.of(2024, 3, 1, 8, 30, 6));
        assertReads("2024-03-01T24:00", IsoDateTime.Precision.MINUTE, LocalDateTime.of(2024, 3, 2, 0, 0));
        assertReads(
                "20240301T080001,25-0330",
                IsoDateTime.Precision.SECOND,
                OffsetDateTime.of(2024, 3, 1, 8, 0, 1, 250_000_000, ZoneOffset.ofHoursMinutes(-3, -30)));
        assertReads(
                "2016-12-31T23:59:60Z",
                IsoDateTime.Precision.SECOND,
                OffsetDateTime.of(2016, 12, 31, 23, 59, 59, 0, ZoneOffset.UTC));
        assertReads(
                "2024-03-01T08:00:00.0+23:59",
                IsoDateTime.Precision.SECOND,
                OffsetDateTime.of(2024, 3, 1, 8, 0, 0, 0, ZoneOffset.MAX));
    }

    private static void assertReads(String text, IsoDateTime.Precision precision, Temporal value) {
        IsoDateTime date = IsoDateTime.of(text);
        assertThat(date.precision()).isEqualTo(precision);
        assertThat(date.toTemporal()).isEqualTo(value);
        assertThat(date.hasZone()).isEqualTo(value instanceof OffsetDateTime);
        assertThat(date).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-01T08:00:00+08:00, 2024-03-01T08:00:00.0+08:00",
        "2024-03-01T08:00:00Z, 2024-03-01T08:00:00.0Z",
        "2024-03-01T08:00+08:00, 2024-03-01T08:00:00.0+08:00",
        "20240301, 2024-03-01",
        "2024061, 2024-03-01",
        "2024-W09-5, 2024-03-01",
        "20240301T080000, 2024-03-01T08:00:00",
        "'2024-03-01T08:00:00,5Z', 2024-03-01T08:00:00.500Z",
        "2024-03-01T24:00:00, 2024-03-02T00:00:00",
        "2024-03-01 08:00:00, 2024-03-01T08:00:00",
        "2024-3-1 8:05, 2024-03-01T08:05",
        "2024/3/1, 2024-03-01",
        "2024.03.01, 2024-03-01",
        "2024年3月1日, 2024-03-01",
        "2024年3月, 2024-03",
        "2024年, 2024",
        "' 2024-03-01 ', 2024-03-01",
        "2024-03-01 08:00:00+08:00, 2024-03-01T08:00:00.0+08:00"
    })
    void repairsWhatIsCertain(String text, String repaired) {
        assertThat(IsoDateTime.repair(text)).contains(repaired);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-03-01",
                "03/01/2024",
                "2024-02-30",
                "2024/13/1",
                "2024-W09",
                "2016-12-31T23:59:60Z",
                "2024-03-01T",
                "2024-03-01 8点",
                "三月",
                "1/2/3",
                "2024/3/1/5",
                "",
                " ",
                "-"
            })
    void leavesAloneWhatIsGoodOrUncertain(String text) {
        assertThat(IsoDateTime.repair(text)).isEmpty();
    }

    @Property(tries = 500)
    void agreesWithLomsNotationAndWithJavaTime(@ForAll("datelikes") String text) {
        boolean inSubset = LOM.matcher(text).matches() && (text.length() < 10 || isJavaDate(text.substring(0, 10)));
        assertThat(IsoDateTime.formOf(text) == IsoForm.LOM).isEqualTo(inSubset);
    }

    private static boolean isJavaDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (java.time.format.DateTimeParseException e) {
            return false;
        }
    }

    @Property(tries = 500)
    void readsWhatJavaTimeWrites(@ForAll("moments") OffsetDateTime moment) {
        IsoDateTime date = IsoDateTime.of(moment.toString());
        if (date.precision() == IsoDateTime.Precision.SECOND || date.precision() == IsoDateTime.Precision.MINUTE) {
            assertThat(date.toTemporal()).isEqualTo(moment);
        }
        assertThat(IsoDateTime.repair(moment.toString()).orElse(moment.toString()))
                .matches(LOM.pattern())
                .satisfies(lom -> assertThat(OffsetDateTime.parse(lom)).isEqualTo(moment));
    }

    @Property(tries = 500)
    void readsOrdinalAndWeekDatesAsJavaTimeDoes(@ForAll("moments") OffsetDateTime moment) {
        LocalDate day = moment.toLocalDate();
        String ordinal = day.format(java.time.format.DateTimeFormatter.ISO_ORDINAL_DATE);
        assertThat(IsoDateTime.of(ordinal).toTemporal()).isEqualTo(day);
        String week = day.format(java.time.format.DateTimeFormatter.ISO_WEEK_DATE);
        assertThat(IsoDateTime.of(week).toTemporal()).isEqualTo(day);
    }

    @Property(tries = 300)
    void neverThrowsForAnyText(@ForAll String text) {
        assertThat(IsoDateTime.isValid(text)).isEqualTo(IsoDateTime.formOf(text) != IsoForm.INVALID);
        assertThat(IsoDateTime.repair(text).stream()).allMatch(repaired -> IsoDateTime.formOf(repaired) == IsoForm.LOM);
    }

    @Property(tries = 500)
    void readsEveryValidTextWithoutAnError(@ForAll("datelikes") String text) {
        if (IsoDateTime.isValid(text)) {
            assertThat(IsoDateTime.of(text).toTemporal()).isNotNull();
        }
        assertThat(IsoDateTime.repair(text).stream()).allMatch(repaired -> IsoDateTime.formOf(repaired) == IsoForm.LOM);
    }

    @Provide
    Arbitrary<OffsetDateTime> moments() {
        Arbitrary<LocalDateTime> local = Combinators.combine(
                        Arbitraries.integers().between(1, 9998),
                        Arbitraries.integers().between(1, 365),
                        Arbitraries.integers().between(0, 86_399),
                        Arbitraries.of(0, 0, 1, 500_000_000, 999_999_999))
                .as((year, day, second, nano) -> LocalDate.ofYearDay(year, day)
                        .atStartOfDay()
                        .plusSeconds(second)
                        .withNano(nano));
        Arbitrary<ZoneOffset> offset = Arbitraries.integers()
                .between(-18 * 60, 18 * 60)
                .map(minutes -> ZoneOffset.ofTotalSeconds(minutes * 60));
        return Combinators.combine(local, offset).as(OffsetDateTime::of);
    }

    /** Dates built of parts that are mostly right, so that every branch of the grammar is met. */
    @Provide
    Arbitrary<String> datelikes() {
        Arbitrary<String> year = Arbitraries.of("2024", "2023", "0000", "0001", "9999", "1900", "2000", "24");
        Arbitrary<String> day = Arbitraries.of(
                "", "-03", "-13", "-02-29", "-02-30", "-12-31", "-061", "-366", "-W01", "-W53-7", "0301", "061", "W017",
                "-3");
        Arbitrary<String> time = Arbitraries.of(
                "",
                "",
                "T08",
                "T08:00",
                "T08:00:00",
                "T23:59:60",
                "T24:00:00",
                "T08:60",
                "T080000",
                "T0800",
                "T25",
                "T",
                " 08:00");
        Arbitrary<String> fraction = Arbitraries.of("", "", ".5", ",5", ".", ".000", ".123456789123");
        Arbitrary<String> zone =
                Arbitraries.of("", "", "Z", "+08:00", "-23:59", "+08", "+0800", "+24:00", "-00:00", "z");
        return Combinators.combine(year, day, time, fraction, zone).as((a, b, c, d, e) -> a + b + c + d + e);
    }
}
