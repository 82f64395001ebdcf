package io.xuemeng.conformance.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {

    private final Redaction redaction = Redaction.of(List.of("s3cr3t", "s3cr3t-word", "abc", "efgh"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the word s3cr3t-word was sent | the word *** was sent",
                "s3cr3t s3cr3t | *** ***",
                "abc stays, it is in every text | abc stays, it is in every text",
                "efgh is long enough | *** is long enough",
                "Authorization: Basic dXNlcjpwYXNz | Authorization: Basic ***",
                "\"authorization\": \"Bearer abc.def\" | \"authorization\": \"Bearer ***\"",
                "password=hunter2&user=a | password=***&user=a",
                "\"client_secret\":\"abcdef\" | \"client_secret\":\"***\"",
                "https://user:pass@example.cn/ | https://***@example.cn/",
                "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.abc_def-1 | ***",
            })
    void takesOutSecretsAndWhatLooksLikeACredential(String text, String shown) {
        assertThat(redaction.apply(text, 1000)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "secret-forms.txt", delimiter = '\u241f', quoteCharacter = '\u241e')
    void takesOutSecretsHoweverTheyAreWritten(String text, String shown) {
        Redaction pair = Redaction.of(List.of("kit:p\"w/\u5b66 & 1+1", "kit:abc", "lihua:efgh:ijkl"));

        assertThat(pair.apply(text, 1000)).isEqualTo(shown);
    }

    @Test
    void masksPersonalData() {
        assertThat(redaction.apply("手机 13812345678，证件 11010519491231002X，a.b@example.cn", 1000))
                .doesNotContain("13812345678", "11010519491231002X", "a.b@example.cn");
    }

    @Test
    void masksPersonalDataInAddressesAndJson() {
        assertThat(redaction.apply(
                        "{\"mbox\":\"mailto:li.lei@example.cn\",\"phone\":\"+8613812345678\",\"id\":\"11010519491231002X\"}",
                        1000))
                .doesNotContain("li.lei", "13812345678", "194912");
    }

    @Test
    void leavesJsonInWhichAnAddressIsFollowedByAMailAddress() {
        assertThat(redaction.apply("{\"iss\":\"https://hub.example.cn\",\"contacts\":[\"kit@example.cn\"]}", 1000))
                .isEqualTo("{\"iss\":\"https://hub.example.cn\",\"contacts\":[\"k************n\"]}");
    }

    @Test
    void leavesASentenceThatSpeaksOfATokenWithAColon() {
        assertThat(redaction.apply("The ID token: it has no kid.", 1000)).isEqualTo("The ID token: it has no kid.");
    }

    @Test
    void makesWhatSteersATerminalVisibleAndKeepsLines() {
        assertThat(redaction.apply("one\n\u001b[31mtwo\u202e", 1000)).isEqualTo("one\n\\u{001B}[31mtwo\\u{202E}");
    }

    @Test
    void cutsAfterMasking() {
        String text = "x".repeat(95) + "s3cr3t-word and more of it";

        assertThat(redaction.apply(text, 100)).hasSizeLessThanOrEqualTo(100).doesNotContain("s3cr");
    }

    @Test
    void showsATextOfJustTheLengthWhole() {
        assertThat(redaction.apply("x".repeat(100), 100)).isEqualTo("x".repeat(100));
        assertThat(redaction.apply("x\n".repeat(50), 100)).isEqualTo("x\n".repeat(50));
        assertThat(redaction.apply("x\n".repeat(51), 100)).hasSize(100).endsWith("…");
    }

    @Test
    void looksForSecretsInFourTimesWhatIsShown() {
        assertThat(redaction.apply("s3cr3t-word ".repeat(200), 400))
                .hasSize(400)
                .startsWith("*** *** ")
                .doesNotContain("s3c");
    }
}
