package io.xuemeng.conformance.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)}");

    @Test
    void saysTheSameInBothLanguages() {
        assertThat(Texts.keys(Locale.SIMPLIFIED_CHINESE)).isEqualTo(Texts.keys(Locale.ENGLISH));
        for (String key : Texts.keys(Locale.ENGLISH)) {
            assertThat(places(Texts.of(Locale.SIMPLIFIED_CHINESE, key)))
                    .as(key)
                    .isEqualTo(places(Texts.of(Locale.ENGLISH, key)));
        }
    }

    @Test
    void putsBilingualValuesInByLanguage() {
        Bilingual text = Texts.of("preflight.failed", new Bilingual("不通", "dead"));

        assertThat(text.zh()).isEqualTo("预检：不通");
        assertThat(text.en()).isEqualTo("Preflight: dead");
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        PLACE.matcher(text).results().forEach(match -> places.add(match.group(1)));
        return places;
    }
}
