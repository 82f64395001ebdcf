package io.xuemeng.conformance.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {

    private final Redaction redaction = Redaction.of(List.of("kit:hunter2-hunter3", "correct horse battery"));

    @Test
    void isTheWholeTextWhenThatIsNotTooLong() {
        assertThat(Excerpt.of("x".repeat(100), 100)).isEqualTo("x".repeat(100));
        assertThat(Excerpt.of("", 100)).isEmpty();
    }

    @Test
    void leavesASecretWithBlanksWholeForTheRedaction() {
        assertThat(redaction.apply(Excerpt.of("password=correct horse battery", 100), 100))
                .isEqualTo("password=***");
    }

    @Test
    void endsWithTheLastWholeWord() {
        assertThat(Excerpt.of("one two three", 9)).isEqualTo("one two …");
        assertThat(Excerpt.of("x".repeat(2000), 1000)).isEqualTo("x".repeat(744) + "…");
    }

    @Test
    void doesNotCutACharacterInTwo() {
        assertThat(Excerpt.of("\ud83d\ude00".repeat(10), 3)).isEqualTo("\ud83d\ude00…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wrong: hunter2-hunter3",
                "wrong: kit:hunter2-hunter3",
                "see https://name:hunter2@example.cn/",
                "{\"password\":\"hunter2 hunter2\"}",
                "Authorization: Basic hunter2hunter2",
                "raw a2l0Omh1bnRlcjItaHVudGVyMw==",
                "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJodW50ZXIyIn0.hunter2",
                "said correct horse battery",
            })
    void leavesNoPartOfASecretWhereverItIsCut(String text) {
        for (String before : List.of("", "x", "a sentence ")) {
            for (int length = 1; length < text.length() + before.length() + 4; length++) {
                for (int more : new int[] {0, 50, 5000}) {
                    String whole = before + text + " y".repeat(more);
                    String shown = redaction.apply(Excerpt.of(whole, length), 1000);
                    assertThat(shown).doesNotContain("hunt", "corr", "hors", "a2l0Om", "h1bnR", "sdWIi");
                    assertThat(redaction.apply(whole, length))
                            .doesNotContain("hunt", "corr", "hors", "a2l0Om", "h1bnR", "sdWIi");
                }
            }
        }
    }
}
