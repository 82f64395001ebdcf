package io.xuemeng.examples.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A federation that is set up as operators do it: each makes its keys and tells its superior, each runs a process of its own. Here the
 * platform belongs to the province, and the province to the hub.
 */
class FederationOfProcessesTest {

    @TempDir
    private Path folder;

    private final List<PlatformProcess> processes = new ArrayList<>();

    @AfterEach
    void stop() {
        processes.forEach(PlatformProcess::close);
    }

    private String run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        assertThat(Platform.run(args, new PrintWriter(out, true), new PrintWriter(err, true)))
                .as(err.toString())
                .isZero();
        return out.toString();
    }

    private Path description(String role, URI entity) throws Exception {
        String json = run("entity", "--role", role, "--entity", entity.toString(), "--keys", keys(role));
        return Files.writeString(folder.resolve(role + ".json"), json);
    }

    private String keys(String role) {
        return folder.resolve(role + "-keys").toString();
    }

    private void serve(String role, URI entity, String... more) {
        List<String> options = new ArrayList<>(List.of(
                "--role",
                role,
                "--entity",
                entity.toString(),
                "--keys",
                keys(role),
                "--name",
                "the " + role,
                "--port",
                Integer.toString(entity.getPort())));
        options.addAll(List.of(more));
        processes.add(PlatformProcess.serve(folder.resolve("log-" + role), options));
    }

    private String account() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream("口令 一\n".getBytes(StandardCharsets.UTF_8)));
        try {
            return run("account", "lihua", "learner", "--set", "org=2111000001", "--set", "stage=primary");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void signsInAcrossProcessesThatWereToldOfEachOtherByFiles() throws Exception {
        List<Integer> ports = TestFederation.freePorts(3);
        URI hub = URI.create("http://localhost:" + ports.get(0));
        URI province = URI.create("http://localhost:" + ports.get(1));
        URI platform = URI.create("http://localhost:" + ports.get(2));
        String[] origins = {"--allow-origin", hub.toString(), province.toString(), platform.toString()};
        Path hubFile = description("hub", hub);
        Path provinceFile = description("province", province);
        Path platformFile = description("platform", platform);
        Path accounts = Files.writeString(folder.resolve("accounts"), "# who\n" + account());
        assertThat(Files.readString(accounts)).doesNotContain("口令");

        serve("hub", hub, with(origins, "--member", provinceFile.toString()));
        serve(
                "province",
                province,
                with(
                        origins,
                        "--anchor",
                        hubFile.toString(),
                        "--member",
                        platformFile.toString(),
                        "--accounts",
                        accounts.toString(),
                        "--store",
                        "h2:" + folder.resolve("province"),
                        "--client",
                        "dashboard:secret",
                        "--scope",
                        "dashboard=statements/read"));
        serve(
                "platform",
                platform,
                with(
                        origins,
                        "--anchor",
                        hubFile.toString(),
                        "--superior",
                        province.toString(),
                        "--store",
                        "h2:" + folder.resolve("platform")));

        Browser browser = new Browser();
        Browser.Page choice = browser.open(browser.open(platform.resolve("/")).link("federated"));
        Browser.Page form = browser.open(choice.link("the province"));
        Browser.Page home = browser.submit(form, Map.of("account", "lihua", "password", "口令 一", "action", "signin"));

        assertThat(home.address()).isEqualTo(platform.resolve("/"));
        assertThat(home.element("home")).isEqualTo("the province");
        assertThat(home.element("organization")).isEqualTo("2111000001");
        assertThat(Files.readString(folder.resolve("log-province")))
                .contains("\"outcome\":\"RIGHT\"")
                .doesNotContain("lihua", "口令", home.element("subject"));
        assertAClientGetsATokenByItsSecret(province);
        assertSecretsAreTheOwnersOnly();
    }

    private static String[] with(String[] origins, String... more) {
        List<String> all = new ArrayList<>(List.of(more));
        all.addAll(List.of(origins));
        return all.toArray(String[]::new);
    }

    private static void assertAClientGetsATokenByItsSecret(URI province) throws Exception {
        URI endpoint = URI.create(province + "/token");
        String basic =
                "Basic " + Base64.getEncoder().encodeToString("dashboard:secret".getBytes(StandardCharsets.UTF_8));
        Map<String, String> form = Map.of("grant_type", "client_credentials", "scope", "openid statements/read all");

        HttpResponse<String> answer = HandMadeClient.post(endpoint, form, "Authorization", basic);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(HandMadeClient.member(answer.body(), "scope")).isEqualTo("statements/read");
        assertThat(answer.body()).doesNotContain("id_token");
        String token = "Bearer " + HandMadeClient.member(answer.body(), "access_token");
        HttpResponse<String> denied = HandMadeClient.post(
                URI.create(province + "/xapi/statements"),
                "[]",
                "Authorization",
                token,
                "X-Experience-API-Version",
                "2.0.0");
        assertThat(denied.statusCode()).isEqualTo(403);
        assertThat(HandMadeClient.post(endpoint, form, "Authorization", basic + "A")
                        .statusCode())
                .isEqualTo(401);
        assertThat(HandMadeClient.post(endpoint, form).statusCode()).isEqualTo(401);
        assertThat(HandMadeClient.post(endpoint, Map.of("grant_type", "client_credentials"), "Authorization", basic)
                        .body())
                .isEqualTo("{\"error\":\"invalid_scope\"}");
    }

    private void assertSecretsAreTheOwnersOnly() throws Exception {
        for (String file :
                List.of("federation.pem", "provider.pem", "provider-sm2.pem", "client.pem", "pairwise.salt")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(
                            Path.of(keys("province")).resolve(file))))
                    .isEqualTo("rw-------");
        }
    }
}
