package io.xuemeng.conformance.lrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.conformance.role.Workspace;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Samples are sent again and again to one store, so their ids must be others each time, and nothing else of them. */
class SampleNamesTest {

    private static final String ID = "fd41c918-b88b-4b20-a0a5-a4c32391aaa0";

    private final Workspace workspace = new Workspace("run", Path.of("."));
    private final Names names = Names.fresh(workspace);

    @Test
    void oneIdBecomesOneOtherInItsOwnLetters() {
        String text = SampleNames.replaced(ID + ' ' + ID.toUpperCase(java.util.Locale.ROOT) + " x", names, "s");

        String[] words = text.split(" ");
        assertThat(words[0]).matches(Mending.UUID).isNotEqualTo(ID).isLowerCase();
        assertThat(words[1]).isUpperCase().isEqualToIgnoringCase(words[0]);
        assertThat(words[2]).isEqualTo("x");
    }

    @Test
    void otherSamplesAndOtherTestsHaveOtherIds() {
        assertThat(SampleNames.replaced(ID, names, "s"))
                .isNotEqualTo(SampleNames.replaced(ID, names, "t"))
                .isNotEqualTo(SampleNames.replaced(ID, Names.fresh(workspace), "s"));
    }

    @Test
    void whatIsNoIdStaysAsItIs() {
        for (String text : new String[] {ID.substring(1), ID.replace("-", ""), "a" + ID, ID + "b", "{}"}) {
            assertThat(SampleNames.replaced(text, names, "s")).isEqualTo(text);
        }
    }

    @Test
    void theAgentOfARequestIsAnotherHoweverItIsWritten() {
        String text = SampleNames.replacedInRequest("a@example.cn a%40example.cn " + ID, names, "s");

        assertThat(text)
                .doesNotStartWith("a@")
                .contains("@example.cn ", "%40example.cn ")
                .doesNotContain(ID);
        assertThat(text.substring(0, text.indexOf('@')))
                .isEqualTo(text.substring(text.indexOf(' ') + 1, text.indexOf('%')));
    }

    @Test
    void whatIsSignedStaysAsItIs() {
        String signed = "a@example.cn " + ID + "\n\neyJhbGciOiJSUzI1NiJ9";

        assertThat(SampleNames.replacedInRequest(signed, names, "s")).isEqualTo(signed);
    }
}
