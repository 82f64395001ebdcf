package io.xuemeng.examples.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.conformance.cli.Main;
import io.xuemeng.examples.platform.PlatformProcess;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The relying party of the reference platform, shown tokens by the kit over HTTP as the documentation says. */
class ReferenceRelyingPartyTest {

    @TempDir
    Path folder;

    @Test
    void theReferencePlatformTakesGoodTokensAndRefusesForgedOnes() throws Exception {
        assertConformant("es256");
    }

    @Test
    void soItDoesWithSm2() throws Exception {
        assertConformant("sm2", "--sm2");
    }

    @Test
    void aPlatformThatPeopleUseHasNoHook() throws Exception {
        List<Integer> ports = PlatformProcess.freePorts(2);
        try (PlatformProcess platform = platform(ports, List.of())) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(
                                            URI.create("http://localhost:" + ports.get(0) + "/testing/relying-party"))
                                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as("%s", platform).isEqualTo(404);
        }
    }

    private PlatformProcess platform(List<Integer> ports, List<String> more) throws Exception {
        Path anchor = Files.writeString(
                folder.resolve("hub.json"),
                PlatformProcess.run(
                        folder.resolve("entity.log"),
                        "",
                        "entity",
                        "--role=hub",
                        "--entity=https://hub.example.cn",
                        "--keys=" + folder.resolve("hub")));
        String own = "http://localhost:" + ports.get(0);
        List<String> options = new ArrayList<>(List.of(
                "--role=platform",
                "--entity=" + own,
                "--port=" + ports.get(0),
                "--keys=" + folder.resolve("keys"),
                "--anchor=" + anchor,
                "--store=h2:" + folder.resolve("store"),
                "--allow-origin",
                own,
                "http://127.0.0.1:" + ports.get(1)));
        options.addAll(more);
        return PlatformProcess.serve(folder.resolve("platform.log"), options);
    }

    private void assertConformant(String algorithm, String... more) throws Exception {
        List<Integer> ports = PlatformProcess.freePorts(2);
        List<String> options = new ArrayList<>(List.of("--testing"));
        options.addAll(List.of(more));
        try (PlatformProcess platform = platform(ports, options)) {
            String target = Files.readString(Path.of("relying-party.yaml"))
                    .replace("localhost:8082", "localhost:" + ports.get(0))
                    .replace("18999", ports.get(1).toString())
                    .replace("es256", algorithm);
            Path file = Files.writeString(folder.resolve("target.yaml"), target);
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();

            int code = Main.run(
                    new String[] {"run", "--lang=en", "--target=" + file, "--report=" + folder.resolve("out")},
                    Map.<String, String>of()::get,
                    new PrintWriter(out, true),
                    new PrintWriter(err, true));

            assertThat(err.toString()).isEmpty();
            assertThat(out.toString())
                    .as("%s", platform)
                    .contains("relying-party: ", " 0 warned, 0 failed, 0 cannot tell", ": CONFORMANT")
                    .doesNotContain("declare");
            assertThat(code).isZero();
        }
    }
}
