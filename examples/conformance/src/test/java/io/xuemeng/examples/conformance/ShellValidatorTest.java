package io.xuemeng.examples.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.conformance.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The shell script of this example, run by the kit as the README says. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the example is a POSIX shell script")
class ShellValidatorTest {

    @TempDir
    Path folder;

    @Test
    void theProvincesToolIsConformantBehindAShellScript() throws IOException {
        // As in target.yaml, but with the classes of the tool: its jar is not there when only tests are run.
        String target = Files.readString(Path.of("target.yaml"))
                .replace(
                        "[\"./validate.sh\"]",
                        "[sh, \"" + Path.of("validate.sh").toAbsolutePath() + "\", \""
                                + Path.of(System.getProperty("java.home"), "bin", "java")
                                + "\", -XX:TieredStopAtLevel=1, -cp, \""
                                + classPath() + "\", io.xuemeng.examples.intake.Intake]");
        Path file = Files.writeString(folder.resolve("target.yaml"), target);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        int code = Main.run(
                new String[] {
                    "run",
                    "--lang",
                    "en",
                    "--target",
                    file.toString(),
                    "--report",
                    folder.resolve("out").toString()
                },
                name -> null,
                new PrintWriter(out, true),
                new PrintWriter(err, true));

        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).contains(": CONFORMANT");
        assertThat(code).isZero();
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
