package io.xuemeng.lrs.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110, section 12.5.4; RFC 4647, section 3.4. */
class LanguagePreferenceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zh-CN                      | en,zh-CN        | zh-CN
            zh-cn                      | en,zh-CN        | zh-CN
            zh                         | en,zh-CN        | zh-CN
            zh-Hans-CN                 | en,zh           | zh
            en-GB                      | en-US,en        | en
            de, en;q=0.8               | fr,en           | en
            en;q=0.5, fr               | fr,en           | fr
            en;q=0.5,*                 | de,en           | de
            de                         | fr,en           | fr
            en;q=0, *                  | en,fr           | fr
            en;q=0                     | en              | en
            *;q=0                      | en,fr           | en
            en;q=7, fr                 | en,fr           | fr
            en;level=1, fr             | en,fr           | fr
            zh-Hant-TW-x-a             | zh,zh-Hant      | zh-Hant
            """)
    void choosesTheTagThatSuitsBest(String header, String tags, String expected) {
        assertThat(LanguagePreference.parse(header).choose(List.of(tags.split(","))))
                .contains(expected);
    }

    @Test
    void choosesNothingOfNothingAndTheFirstWithoutAPreference() {
        assertThat(LanguagePreference.parse("en").choose(List.of())).isEmpty();
        assertThat(LanguagePreference.NONE.choose(List.of("fr", "en"))).contains("fr");
        assertThat(LanguagePreference.parse("").choose(List.of("fr", "en"))).contains("fr");
        assertThat(LanguageMap.zh("课程").and("en", "course").best(LanguagePreference.parse("en-US")))
                .contains("course");
    }

    @Test
    void readsHeadersOfAnyLength() {
        assertThat(LanguagePreference.parse("de,".repeat(100_000) + "en").choose(List.of("fr", "en")))
                .contains("fr");
    }
}
