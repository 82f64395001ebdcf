package io.xuemeng.core.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "content/index.html", "第一课：分数的初步认识", "𠀀😀", "a\u0301", "110101-12345", "1234567890"})
    void leavesHarmlessTextAsItIs(String text) {
        assertThat(SafeText.argument(text)).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0x1B, '\\u{001B}'", "0x00, '\\u{0000}'", "0x0A, '\\u{000A}'", "0x9B, '\\u{009B}'", "0x202E, '\\u{202E}'",
        "0x200B, '\\u{200B}'", "0xFEFF, '\\u{FEFF}'", "0x2028, '\\u{2028}'", "0xE000, '\\u{E000}'",
                "0xE0041, '\\u{E0041}'"
    })
    void showsWhatSteersReordersOrHides(int codePoint, String shown) {
        assertThat(SafeText.argument("a" + Character.toString(codePoint) + "b")).isEqualTo("a" + shown + "b");
    }

    @Test
    void showsHalfOfASurrogatePair() {
        assertThat(SafeText.argument("a\uD840")).isEqualTo("a\\u{D840}");
    }

    @ParameterizedTest
    @CsvSource({
        "11010519491231002X, 1****************X",
        "身份证110105194912310021号, 身份证1****************1号",
        "13812345678, 1*********8",
        "+8613812345678, +************8",
        "teacher@example.cn, t****************n"
    })
    void masksWhatLooksLikeAPersons(String text, String shown) {
        assertThat(SafeText.argument(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026112300000", "a@b", "9787107000000", "110105194913310021"})
    void leavesOtherNumbersAlone(String text) {
        assertThat(SafeText.argument(text)).isEqualTo(text);
    }

    @Test
    void cutsLongTextAndSaysSo() {
        assertThat(SafeText.visible("abcdef", 5)).isEqualTo("abcde…");
        assertThat(SafeText.visible("abcde", 5)).isEqualTo("abcde");
        assertThat(SafeText.argument("x".repeat(1_000_000))).hasSize(SafeText.MAX_ARGUMENT + 1);
    }

    @Test
    void doesNotCutACharacterInTwo() {
        assertThat(SafeText.visible("ab😀", 3)).isEqualTo("ab…");
    }

    @Test
    void masksANumberThatTheCutWouldHide() {
        assertThat(SafeText.argument("课".repeat(195) + "13812345678")).doesNotContain("1381");
        assertThat(SafeText.argument("x".repeat(190) + " 13812345678")).doesNotContain("1381");
    }

    @Property
    void isNeverLongerThanAllowedAndNeverHidesAnything(@ForAll String text) {
        String shown = SafeText.argument(text);
        assertThat(shown.length()).isLessThanOrEqualTo(SafeText.MAX_ARGUMENT + 1);
        assertThat(shown.codePoints()
                        .noneMatch(c -> Character.isISOControl(c)
                                || Character.getType(c) == Character.FORMAT
                                || Character.getType(c) == Character.SURROGATE))
                .isTrue();
    }

    @Property
    void changesNothingTheSecondTime(@ForAll String text) {
        String shown = SafeText.argument(text);
        if (!shown.endsWith("…")) {
            assertThat(SafeText.argument(shown)).isEqualTo(shown);
        }
    }
}
