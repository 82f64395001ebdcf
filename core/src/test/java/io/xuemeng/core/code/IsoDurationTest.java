package io.xuemeng.core.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoDurationTest {

    private static final Pattern LOM = Pattern.compile(
            "P(?=.)(\\d+Y)?(\\d+M)?(\\d+D)?(T(?=.)(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"PT45M", "P1Y2M3DT4H5M6S", "PT0S", "PT1H30M12.5S", "P1M", "PT1M", "P0Y", "P10D"})
    void findsInTheSubsetOfLom(String text) {
        assertThat(IsoDuration.formOf(text)).isEqualTo(IsoForm.LOM);
        assertThat(IsoDuration.of(text).form()).isEqualTo(IsoForm.LOM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P2W", "P1.5W", "PT1,5S", "PT1.5H", "P0.5Y", "P1DT0.5M"})
    void findsInTheStandardButOutsideTheSubset(String text) {
        assertThat(IsoDuration.formOf(text)).isEqualTo(IsoForm.STANDARD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "P",
                "PT",
                "P1",
                "P1DT",
                "1D",
                "P1H",
                "PT1D",
                "P1M1Y",
                "PT1S1M",
                "P1.5DT1H",
                "PT1.5H2M",
                "P1WT1H",
                "P1W1D",
                "P1Y1W",
                "-P1D",
                "P-1D",
                "PT.5S",
                "PT5.S",
                "p1d",
                "P1D ",
                "PTT1S",
                "PT1ST",
                "P１D",
                "PT1H1H",
                "PT1W",
                "P1YT1Y"
            })
    void refusesWhatIsNoDuration(String text) {
        assertThat(IsoDuration.formOf(text)).isEqualTo(IsoForm.INVALID);
        assertThatThrownBy(() -> IsoDuration.of(text)).isInstanceOf(InvalidCodeException.class);
    }

    @Test
    void measuresExactTime() {
        assertThat(IsoDuration.of("PT1.5H").toDuration()).contains(Duration.ofMinutes(90));
        assertThat(IsoDuration.of("P2W").toDuration()).contains(Duration.ofDays(14));
        assertThat(IsoDuration.of("P1DT0.5M").toDuration())
                .contains(Duration.ofDays(1).plusSeconds(30));
        assertThat(IsoDuration.of("PT0,000000001S").toDuration()).contains(Duration.ofNanos(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1Y", "P1M", "P1MT1H", "P99999999999999999999D", "PT9223372036854775808S"})
    void measuresNothingThatHasNoExactLengthOrIsTooLong(String text) {
        assertThat(IsoDuration.of(text).toDuration()).isEmpty();
    }

    @Test
    void refusesANegativeDuration() {
        assertThatThrownBy(() -> IsoDuration.of(Duration.ofHours(-1))).isInstanceOf(InvalidCodeException.class);
    }

    @Property(tries = 300)
    void readsWhatJavaTimeWrites(
            @ForAll @LongRange(min = 0) long seconds, @ForAll @LongRange(min = 0, max = 999_999_999) long nanos) {
        Duration duration = Duration.ofSeconds(seconds, nanos);
        assertThat(IsoDuration.of(duration).form()).isEqualTo(IsoForm.LOM);
        assertThat(IsoDuration.of(duration).toDuration()).contains(duration);
    }

    @Property(tries = 500)
    void agreesWithLomsNotation(@ForAll("durationlikes") String text) {
        assertThat(IsoDuration.formOf(text) == IsoForm.LOM)
                .isEqualTo(LOM.matcher(text).matches());
        if (IsoDuration.isValid(text)) {
            assertThat(IsoDuration.of(text).toDuration()).isNotNull();
        }
    }

    @Property(tries = 300)
    void neverThrowsForAnyText(@ForAll String text) {
        assertThat(IsoDuration.isValid("P" + text)).isEqualTo(IsoDuration.formOf("P" + text) != IsoForm.INVALID);
    }

    @Provide
    Arbitrary<String> durationlikes() {
        Arbitrary<String> part =
                Arbitraries.of("1Y", "2M", "3D", "T", "T", "4H", "5M", "6S", "7.5S", "8,5S", "1.5D", "2W", "9", ".");
        return part.list().ofMaxSize(6).map(parts -> "P" + String.join("", parts));
    }
}
