package io.xuemeng.core.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
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

class LanguageTagTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                // RFC 5646, appendix A
                "de",
                "fr",
                "ja",
                "i-enochian",
                "zh-Hant",
                "zh-Hans",
                "sr-Cyrl",
                "sr-Latn",
                "zh-cmn-Hans-CN",
                "cmn-Hans-CN",
                "zh-yue-HK",
                "yue-HK",
                "zh-Hans-CN",
                "sr-Latn-RS",
                "sl-rozaj",
                "sl-rozaj-biske",
                "sl-nedis",
                "de-CH-1901",
                "sl-IT-nedis",
                "hy-Latn-IT-arevela",
                "de-DE",
                "en-US",
                "es-419",
                "de-CH-x-phonebk",
                "az-Arab-x-AZE-derbend",
                "x-whatever",
                "qaa-Qaaa-QM-x-southern",
                "de-Qaaa",
                "sr-Latn-QM",
                "sr-Qaaa-RS",
                "en-US-u-islamcal",
                "zh-CN-a-myext-x-private",
                "en-a-myext-b-another",
                // grandfathered
                "i-klingon",
                "I-Klingon",
                "en-GB-oed",
                "sgn-BE-FR",
                "zh-min-nan",
                "art-lojban",
                "no-bok",
                "cel-gaulish",
                // LOM
                "x-none",
                "none",
                "zh-CN",
                "ZH-cn",
                "aaa-bbb-ccc-ddd-Abcd-123-abcde-1a2b-0-12345678-x-0"
            })
    void acceptsWellFormedTags(String text) {
        assertThat(LanguageTag.isValid(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "zh_CN",
                "zh-",
                "-zh",
                "zh--CN",
                "zh CN",
                "zh-CN ",
                "中文",
                "abcdefghi",
                "zh-Hans-Hant",
                "de-419-DE",
                "a-DE",
                "i-unknown",
                "x",
                "x-",
                "zh-x",
                "zh-u",
                "zh-a-u-co",
                "en-a-bb-a-cc",
                "de-DE-1901-1901",
                "de-1901-de-AT",
                "aaaa-bbb",
                "aaa-bbb-ccc-ddd-eee",
                "zh-１２３",
                "en-GB-oe",
                "x-123456789",
                "1a",
                "z1",
                "en-u-x-a"
            })
    void refusesWhatIsNoTag(String text) {
        assertThat(LanguageTag.isValid(text)).isFalse();
        assertThatThrownBy(() -> LanguageTag.of(text)).isInstanceOf(InvalidCodeException.class);
    }

    @Test
    void refusesATagThatIsTooLong() {
        assertThat(LanguageTag.isValid("x" + "-12345678".repeat(28))).isTrue();
        assertThat(LanguageTag.isValid("x" + "-12345678".repeat(29))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "zh_CN, zh-CN",
        "zh_cn, zh-CN",
        "ZH_HANS_CN, zh-Hans-CN",
        "zh_CN.UTF-8, zh-CN",
        "zh_CN_#Hans, zh-Hans-CN",
        "zh–CN, zh-CN",
        "zh—CN, zh-CN",
        "' zh-cn ', zh-CN",
        "x_none, x-none",
        "en_us, en-US"
    })
    void repairsHabits(String text, String repaired) {
        assertThat(LanguageTag.repair(text)).contains(repaired);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "中文", "", " ", "_", "zh_#", "#Hans", "zh_CN_#Hans_x", ".", "zh.wikipedia"})
    void leavesAloneWhatIsGoodOrUncertain(String text) {
        assertThat(LanguageTag.repair(text)).isEmpty();
    }

    @Test
    void knowsHowLomSaysNoLanguage() {
        assertThat(LanguageTag.isNone("x-none")).isTrue();
        assertThat(LanguageTag.isNone("X-None")).isTrue();
        assertThat(LanguageTag.isNone("none")).isTrue();
        assertThat(LanguageTag.isNone("no")).isFalse();
        assertThat(LanguageTag.isNone(LanguageTag.NONE.text())).isTrue();
    }

    @Test
    void writesTheConventionalCase() {
        assertThat(LanguageTag.of("MN-cYRL-mn").withConventionalCase()).hasToString("mn-Cyrl-MN");
        assertThat(LanguageTag.of("EN-ca-X-CA").withConventionalCase()).hasToString("en-CA-x-ca");
        assertThat(LanguageTag.of("zh-hans-cn").toLocale()).isEqualTo(Locale.forLanguageTag("zh-Hans-CN"));
    }

    /**
     * Java's builder reads the same grammar, but for irregular tags, singletons that are digits, and extended languages
     * after a language of four letters or more, which are not built here; and it lets a variant or a singleton stand twice, which RFC 5646, sections 2.2.5 and 2.2.6, forbid.
     */
    @Property(tries = 500)
    void agreesWithJava(@ForAll("taglikes") String text) {
        assertThat(LanguageTag.isValid(text)).isEqualTo(isWellFormedForJava(text) && !repeatsASubtag(text));
    }

    private static boolean isWellFormedForJava(String text) {
        try {
            new Locale.Builder().setLanguageTag(text).build();
            return true;
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    private static boolean repeatsASubtag(String text) {
        Set<String> seen = new HashSet<>();
        boolean extension = false;
        for (String subtag : text.split("-")) {
            if (subtag.equals("x")) {
                return false;
            }
            boolean singleton = subtag.length() == 1;
            extension |= singleton;
            boolean variant = subtag.length() > 4 || (subtag.length() == 4 && Character.isDigit(subtag.charAt(0)));
            if ((singleton || (variant && !extension)) && !seen.add(subtag)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void acceptsEverySingletonOnce() {
        String singletons = "0123456789abcdefghijklmnopqrstuvwyz";
        StringBuilder tag = new StringBuilder("zh");
        singletons.chars().forEach(c -> tag.append('-').append((char) c).append("-ab"));
        assertThat(LanguageTag.isValid(tag)).isTrue();
        singletons
                .chars()
                .forEach(c -> assertThat(LanguageTag.isValid(tag + "-" + (char) c + "-cd"))
                        .isFalse());
    }

    @Property(tries = 300)
    void neverThrowsForAnyText(@ForAll String text) {
        LanguageTag.isValid(text);
        assertThat(LanguageTag.repair(text).stream()).allMatch(LanguageTag::isValid);
    }

    @Provide
    Arbitrary<String> taglikes() {
        Arbitrary<String> subtag = Arbitraries.of(
                "zh",
                "en",
                "yue",
                "aaaa",
                "abcde",
                "Hans",
                "Latn",
                "CN",
                "419",
                "1901",
                "1994",
                "rozaj",
                "biske",
                "a",
                "b",
                "x",
                "ab1",
                "12",
                "12345678",
                "123456789",
                "none",
                "");
        Arbitrary<String> language = Arbitraries.of("zh", "en", "yue", "x", "a", "12", "123456789", "");
        return Combinators.combine(language, subtag.list().ofMaxSize(5))
                .as((first, rest) -> rest.isEmpty() ? first : first + '-' + String.join("-", rest));
    }
}
