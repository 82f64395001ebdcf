package io.xuemeng.examples.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** On Linux a file's name is bytes, which need not be in the encoding that the locale says. */
@EnabledOnOs(OS.LINUX)
class FileNamesTest {

    @TempDir
    Path folder;

    /** Makes a file whose name is the bytes of a text in a charset, as only a shell can. */
    private void make(String name, Charset charset) throws IOException, InterruptedException {
        StringBuilder octal = new StringBuilder();
        for (byte one : name.getBytes(charset)) {
            octal.append(String.format("\\%03o", one & 0xFF));
        }
        int exit = new ProcessBuilder("sh", "-c", "touch \"$(printf '" + octal + "')\"")
                .directory(folder.toFile())
                .start()
                .waitFor();
        assertThat(exit).isZero();
    }

    @Test
    void showsANameThatSomebodyWroteInGbk() throws IOException, InterruptedException {
        make("分数.zip", Charset.forName("GBK"));

        try (var files = Files.list(folder)) {
            assertThat(files.map(FileNames::shown)).containsExactly(folder + "/分数.zip");
        }
    }

    @Test
    void saysWhatToDoAboutANameThatThePosixLocaleCannotTake() throws IOException {
        ProcessBuilder intake = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Intake.class.getName(),
                "validate",
                "--lang=zh-CN",
                "分数.zip");
        intake.environment().putAll(Map.of("LC_ALL", "POSIX"));
        intake.redirectErrorStream(true);

        try (BufferedReader output = intake.start().inputReader(StandardCharsets.UTF_8)) {
            // Later versions of Java than 17 may read it all the same.
            assertThat(output.readLine()).containsAnyOf("LC_ALL=C.UTF-8", "分数.zip");
        }
    }

    @Test
    void showsChineseNamesUnderThePosixLocale() throws IOException, InterruptedException {
        make("分数 100%.zip", StandardCharsets.UTF_8);
        ProcessBuilder intake = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Intake.class.getName(),
                "validate",
                folder.toString());
        intake.environment().putAll(Map.of("LC_ALL", "POSIX"));

        try (BufferedReader output = intake.start().inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).contains("/分数 100%.zip");
        }
    }
}
