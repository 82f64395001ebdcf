package io.xuemeng.examples.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.conformance.cli.Main;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.jose.Jwk;
import io.xuemeng.core.jose.JwkSet;
import io.xuemeng.examples.platform.PlatformProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The issuer of the reference platform, over HTTP: a hub vouches for a province and for the kit, and the kit signs a user of the
 * province in.
 */
class ReferenceIssuerTest {

    private static final String PASSWORD = "correct horse battery";

    @TempDir
    Path folder;

    @Test
    void theReferencePlatformIssuesWhatItMust() throws Exception {
        List<Integer> ports = PlatformProcess.freePorts(5);
        String hub = "http://localhost:" + ports.get(0);
        String province = "http://localhost:" + ports.get(1);
        String kit = "http://127.0.0.1:" + ports.get(2);
        String second = "http://localhost:" + ports.get(3);
        String logout = "http://127.0.0.1:" + ports.get(4);
        Path hubFile = entity("hub", hub);
        Path accounts = Files.writeString(
                folder.resolve("accounts"),
                PlatformProcess.run(
                        folder.resolve("account.log"),
                        PASSWORD + "\n",
                        "account",
                        "lihua",
                        "learner",
                        "--set=org=2111000001",
                        "--set=stage=primary"));
        List<String> hubOptions = options("hub", hub, List.of(hub, province, kit, second));
        hubOptions.add("--keys=" + folder.resolve("hub"));
        hubOptions.addAll(List.of(
                "--member", entity("province", province).toString(), member("kit", kit), member("second", second)));
        List<String> provinceOptions = options("province", province, List.of(hub, province, kit, second, logout));
        provinceOptions.addAll(List.of(
                "--keys=" + folder.resolve("province"),
                "--anchor=" + hubFile,
                "--accounts=" + accounts,
                "--store=h2:" + folder.resolve("store")));
        String target = Files.readString(Path.of("issuer.yaml"))
                .replace("localhost:8080", "localhost:" + ports.get(0))
                .replace("localhost:8081", "localhost:" + ports.get(1))
                .replace("18998", ports.get(2).toString())
                .replace("18997", ports.get(3).toString())
                .replace("18996", ports.get(4).toString());
        Path file = Files.writeString(folder.resolve("target.yaml"), target);
        try (PlatformProcess one = PlatformProcess.serve(folder.resolve("hub.log"), hubOptions);
                PlatformProcess other = PlatformProcess.serve(folder.resolve("province.log"), provinceOptions)) {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();

            int code = Main.run(
                    new String[] {"run", "--lang=en", "--target=" + file, "--report=" + folder.resolve("out")},
                    Map.of("ISSUER_USER", "lihua:" + PASSWORD, "KIT_KEY", pem("kit"), "SECOND_KEY", pem("second"))::get,
                    new PrintWriter(out, true),
                    new PrintWriter(err, true));

            assertThat(err.toString()).isEmpty();
            assertThat(out.toString())
                    .as("%s %s %s", one, other, Files.readString(folder.resolve("province.log")))
                    .contains("issuer: ", " 0 warned, 0 failed, 0 cannot tell", ": CONFORMANT")
                    .doesNotContain("declare");
            assertThat(code).isZero();
            assertThat(Files.readString(folder.resolve("out/result.json"))).doesNotContain(PASSWORD, "correct+horse");
        }
    }

    private static List<String> options(String role, String entity, List<String> origins) {
        List<String> options = new ArrayList<>(List.of(
                "--role=" + role,
                "--entity=" + entity,
                "--port=" + entity.substring(entity.lastIndexOf(':') + 1),
                "--allow-origin"));
        options.addAll(origins);
        return options;
    }

    private Path entity(String role, String entity) throws Exception {
        return Files.writeString(
                folder.resolve(role + ".json"),
                PlatformProcess.run(
                        folder.resolve("entity.log"),
                        "",
                        "entity",
                        "--role=" + role,
                        "--entity=" + entity,
                        "--keys=" + folder.resolve(role)));
    }

    private String pem(String name) throws IOException {
        return Files.readString(folder.resolve(name + ".pem"));
    }

    /** The kit as a member: its key, and what the hub is told of it. */
    private String member(String name, String entity) throws Exception {
        SigningKey key = SigningKey.generate(KeyType.P_256);
        Files.writeString(folder.resolve(name + ".pem"), key.toPem());
        String jwks = new String(JwkSet.of(Jwk.of(key)).toJson(), StandardCharsets.UTF_8);
        return Files.writeString(
                        folder.resolve(name + ".json"),
                        "{\"entity\":\"" + entity + "\",\"entity_types\":[\"openid_relying_party\"],\"jwks\":" + jwks
                                + "}")
                .toString();
    }
}
