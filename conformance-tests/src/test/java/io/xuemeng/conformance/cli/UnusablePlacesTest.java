package io.xuemeng.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files and folders of the command line that cannot be read or written are named in the reader's language, with what is allowed. */
class UnusablePlacesTest {

    private static final Map<String, String> ENVIRONMENT = Map.of();

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path file;
    private Path target;

    @BeforeEach
    void place() throws IOException {
        file = Files.writeString(folder.resolve("notdir"), "a file");
        target = Files.writeString(
                folder.resolve("target.yaml"), "platform: p\nroles:\n  package-validator: {command: [validate]}\n");
    }

    private int run(String... args) {
        return Main.run(args, ENVIRONMENT::get, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private void assertRefused(int code, Path place, String... said) {
        assertThat(code).isEqualTo(64);
        assertThat(err.toString())
                .contains(place.toString())
                .contains(said)
                .doesNotContain("Exception")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 是文件, 文件夹", "en, is a file, a folder"})
    void aFileIsNoFolderForSamples(String language, String what, String allowed) {
        assertRefused(run("samples", "--lang", language, file.toString()), file, what, allowed);
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 是文件, 文件夹", "en, is a file, a folder"})
    void noFolderForSamplesIsMadeInAFile(String language, String what, String allowed) {
        Path inside = file.resolve("x");

        assertRefused(run("samples", "--lang", language, inside.toString()), inside, what, allowed);
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 是文件, 文件夹", "en, is a file, a folder"})
    void aFileIsNoFolderForTheReportsOfARun(String language, String what, String allowed) {
        int code = run("run", "--lang", language, "--target", target.toString(), "--report", file.toString());

        assertRefused(code, file, what, allowed);
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 不存在, 可以读取的文件", "en, is not there, a file that can be read"})
    void aResultThatIsNotThereIsNamed(String language, String what, String allowed) {
        Path missing = folder.resolve("nope.json");

        int code = run(
                "report",
                "--lang",
                language,
                missing.toString(),
                "--report",
                folder.resolve("out").toString());

        assertRefused(code, missing, what, allowed);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 不是本测试套件能够读取的结果, result.json", "en, is no result that this kit reads, result.json"})
    void whatIsNoResultIsNamed(String language, String what, String allowed) {
        int code = run(
                "report",
                "--lang",
                language,
                file.toString(),
                "--report",
                folder.resolve("out").toString());

        assertRefused(code, file, what, allowed);
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 是文件夹", "en, is a folder"})
    void aFolderIsNoListOfExpectedFailures(String language, String what) {
        int code = run(
                "run",
                "--lang",
                language,
                "--target",
                target.toString(),
                "--report",
                folder.resolve("out").toString(),
                "--expected-failures",
                folder.toString());

        assertRefused(code, folder, what);
    }

    @Test
    void aListOfExpectedFailuresIsUtf8() throws IOException {
        Path list = Files.write(folder.resolve("known.txt"), new byte[] {'#', ' ', (byte) 0xff});

        int code = run(
                "run",
                "--lang",
                "zh-CN",
                "--target",
                target.toString(),
                "--report",
                folder.resolve("out").toString(),
                "--expected-failures",
                list.toString());

        assertRefused(code, list, "UTF-8");
    }

    @Test
    void noTargetFileIsMadeInAFile() {
        Path inside = file.resolve("target.yaml");

        assertRefused(run("init", "--lang", "zh-CN", inside.toString()), file, "是文件");
    }

    @Test
    void noTargetFileIsMadeInAFolderThatIsNotThere() {
        Path inside = folder.resolve("none").resolve("target.yaml");

        assertRefused(run("init", "--lang", "zh-CN", inside.toString()), inside, "不存在");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void whateverElseIsWrongWithAPlaceIsSaidWithThePlace(String language) {
        Path endless = folder.resolve("a".repeat(300));

        int code = run("samples", "--lang", language, endless.toString());

        assertRefused(code, endless, language.equals("en") ? "cannot be read or written" : "无法读取或写入");
    }
}
