package io.xuemeng.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuickstartTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"en, accepted, valid  reviewer, refused", "zh-CN, 通过, 有效  审核者, 退回"})
    void goesTheWholeWayInBothLanguages(String language, String accepted, String reviewed, String refused)
            throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Telling telling =
                new Telling(Locale.forLanguageTag(language), new PrintStream(out, true, StandardCharsets.UTF_8));

        boolean asExpected = new Quickstart(folder, telling).run();

        String told = out.toString(StandardCharsets.UTF_8);
        assertThat(asExpected).as(told).isTrue();
        assertThat(told).contains(accepted, reviewed, refused, "SIG-008 quiz/index.html");
        assertThat(told).doesNotContain("{0}", "{1}");
    }
}
