package io.xuemeng.examples.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.conformance.cli.Main;
import io.xuemeng.examples.platform.PlatformProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference platform as a process of its own, asked by the kit over HTTP as the README says. */
class ReferencePlatformTest {

    private static final String CREDENTIALS = "kit:correct-horse";

    @TempDir
    Path folder;

    @Test
    void theReferencePlatformIsConformantInTheRolesItDeclares() throws IOException {
        List<String> options = List.of("--port=0", "--store=h2:" + folder.resolve("store"), "--client", CREDENTIALS);
        try (PlatformProcess platform = PlatformProcess.serve(folder.resolve("platform.log"), options)) {
            assertConformant(platform.address().toString());
        }
    }

    private void assertConformant(String address) throws IOException {
        String target = Files.readString(Path.of("platform.yaml")).replace("http://localhost:8080/xapi", address);
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
                Map.of("LRS_CREDENTIALS", CREDENTIALS)::get,
                new PrintWriter(out, true),
                new PrintWriter(err, true));

        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).contains("lrs: ", " 0 warned, 0 failed, 0 cannot tell", ": CONFORMANT");
        assertThat(code).isZero();
    }
}
