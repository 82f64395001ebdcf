package io.xuemeng.examples.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.conformance.cli.Main;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.examples.platform.PlatformProcess;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hub of the reference platform, asked by the kit over HTTP as the documentation says, with a province below it. */
class ReferenceHubTest {

    @TempDir
    Path folder;

    private String hub;
    private String province;
    private Path hubFile;
    private Path provinceFile;

    @BeforeEach
    void choosePorts() throws Exception {
        List<Integer> ports = PlatformProcess.freePorts(2);
        hub = "http://localhost:" + ports.get(0);
        province = "http://localhost:" + ports.get(1);
    }

    @Test
    void theReferencePlatformIsAConformantHub() throws Exception {
        describe();
        assertRun(0, "entity-type-filter", ": CONFORMANT");
    }

    @Test
    void soItIsWithAKeyForSm2() throws Exception {
        Path keys = Files.createDirectories(folder.resolve("hub"));
        Path secret = Files.writeString(
                keys.resolve("federation.pem"), SigningKey.generate(KeyType.SM2).toPem());
        if (Files.getFileStore(secret).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        }
        describe();
        assertRun(0, "entity-type-filter, sm2", ": CONFORMANT");
    }

    @Test
    void aHubWithOtherKeysThanItHandedOutIsNot() throws Exception {
        describe();
        Path others = Files.writeString(
                folder.resolve("others.json"), describe("hub", "hub", hub, folder.resolve("other-keys")));
        hubFile = others;
        assertRun(1, "entity-type-filter", "HUB-005");
    }

    @Test
    void withoutItsMemberNothingIsConcluded() throws Exception {
        describe();
        try (PlatformProcess process = serveHub()) {
            assertThat(kit("entity-type-filter", process)).contains("NO VERDICT");
        }
    }

    private void describe() throws Exception {
        hubFile = Files.writeString(folder.resolve("hub.json"), describe("hub", "hub", hub, folder.resolve("hub")));
        provinceFile = Files.writeString(
                folder.resolve("province.json"),
                describe("province", "province", province, folder.resolve("province")));
    }

    private String describe(String log, String role, String entity, Path keys) throws Exception {
        return PlatformProcess.run(
                folder.resolve("entity-" + log + ".log"),
                "",
                "entity",
                "--role=" + role,
                "--entity=" + entity,
                "--keys=" + keys);
    }

    private PlatformProcess serveHub() throws Exception {
        return PlatformProcess.serve(
                folder.resolve("hub.log"),
                List.of(
                        "--role=hub",
                        "--entity=" + hub,
                        "--port=" + hub.substring(hub.lastIndexOf(':') + 1),
                        "--keys=" + folder.resolve("hub"),
                        "--member=" + provinceFile,
                        "--allow-origin",
                        hub,
                        province));
    }

    private PlatformProcess serveProvince() throws Exception {
        return PlatformProcess.serve(
                folder.resolve("province.log"),
                List.of(
                        "--role=province",
                        "--entity=" + province,
                        "--port=" + province.substring(province.lastIndexOf(':') + 1),
                        "--keys=" + folder.resolve("province"),
                        "--anchor=" + folder.resolve("hub.json"),
                        "--store=h2:" + folder.resolve("store"),
                        "--allow-origin",
                        hub,
                        province));
    }

    private void assertRun(int expected, String features, String printed) throws Exception {
        try (PlatformProcess first = serveHub();
                PlatformProcess second = serveProvince()) {
            String out = kit(features, first, second);
            assertThat(out).contains("hub: ", printed).doesNotContain("declare");
            assertThat(code).as(out).isEqualTo(expected);
            if (expected == 0) {
                assertThat(out).contains(" 0 warned, 0 failed, 0 cannot tell");
            }
        }
    }

    private int code;

    private String kit(String features, PlatformProcess... running) throws Exception {
        String target = Files.readString(Path.of("hub.yaml"))
                .replace("http://localhost:8080", hub)
                .replace("http://localhost:8081", province)
                .replace("../../target/hub.json", hubFile.toString())
                .replace("entity-type-filter", features);
        Path file = Files.writeString(folder.resolve("target.yaml"), target);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        code = Main.run(
                new String[] {"run", "--lang=en", "--target=" + file, "--report=" + folder.resolve("out")},
                Map.<String, String>of()::get,
                new PrintWriter(out, true),
                new PrintWriter(err, true));
        assertThat(err.toString()).as("%s", List.of(running)).isEmpty();
        return out.toString();
    }
}
