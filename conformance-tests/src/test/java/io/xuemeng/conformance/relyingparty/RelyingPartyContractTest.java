package io.xuemeng.conformance.relyingparty;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.xuemeng.conformance.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hook and the command, as the documentation has them. */
class RelyingPartyContractTest {

    private static final int LARGE = 1 << 20;

    @TempDir
    Path folder;

    private String said = "";
    private String ways = "discovery, key-cache, federation, ";

    @Test
    void aHookThatSaysWhatTheSdkSaysIsConformant() throws IOException {
        SdkRelyingParty party = new SdkRelyingParty();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", exchange -> answer(exchange, party));
        server.start();
        try {
            int code = run("endpoint: http://127.0.0.1:" + server.getAddress().getPort() + "/hook");

            assertThat(said).contains(" 0 failed, 0 cannot tell", ": CONFORMANT");
            assertThat(code).isZero();
        } finally {
            server.stop(0);
        }
    }

    private static void answer(HttpExchange exchange, SdkRelyingParty party) throws IOException {
        try (exchange) {
            assertThat(exchange.getRequestMethod()).isEqualTo("POST");
            assertThat(exchange.getRequestHeaders().getFirst("Content-Type")).isEqualTo("application/json");
            byte[] asked = exchange.getRequestBody().readAllBytes();
            if (asked.length > LARGE) {
                exchange.sendResponseHeaders(413, -1);
                return;
            }
            Acceptance acceptance = party.judge(question(Json.MAPPER.readTree(asked)));
            ObjectNode answer = Json.object().put("accepted", acceptance.accepted());
            answer.putObject("claims").put("sub", acceptance.subject());
            answer.put("reason", acceptance.reason());
            byte[] body = answer.toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static TokenQuestion question(JsonNode json) {
        assertThat(json.path("contract").asText()).isEqualTo("xuemeng.relying-party/1");
        List<AnchorKeys> anchors = new ArrayList<>();
        json.path("trust_anchors")
                .forEach(anchor -> anchors.add(new AnchorKeys(
                        anchor.path("entity").asText(), anchor.path("jwks").toString())));
        return new TokenQuestion(
                json.path("token").asText(),
                Arrays.stream(TokenUse.values())
                        .filter(use -> use.label().equals(json.path("use").asText()))
                        .findFirst()
                        .orElseThrow(),
                json.path("issuer").asText(),
                json.path("audience").asText(),
                json.path("nonce").asText(null),
                json.path("access_token").asText(null),
                json.has("max_age") ? json.path("max_age").asInt() : null,
                json.path("acr").asText(null),
                json.has("jwks") ? json.path("jwks").toString() : null,
                anchors,
                json.has("request") ? presentation(json.path("request")) : null,
                json.has("launch") ? launch(json.path("launch")) : null);
    }

    private static Presentation presentation(JsonNode request) {
        return new Presentation(
                request.path("scheme").asText(),
                request.path("method").asText(),
                request.path("url").asText(),
                texts(request.path("dpop")),
                request.path("dpop_nonce").asText(null));
    }

    private static LaunchForm launch(JsonNode form) {
        return new LaunchForm(
                form.path("state").asText(),
                form.path("expected_state").asText(),
                texts(form.path("deployments")),
                form.path("tool").asText());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    @Test
    void aCommandThatRefusesEverythingGivesNoVerdictAndSaysWhy() throws IOException {
        int code = run(
                "command: [sh, -c, \"cat > /dev/null; echo '{\\\"accepted\\\":false,\\\"reason\\\":\\\"no http\\\"}'\"]");

        assertThat(said).contains("refuses a good token", "no http", "NO VERDICT");
        assertThat(code).isEqualTo(2);
    }

    @Test
    void aCommandThatTakesEverythingIsNotConformant() throws IOException {
        ways = "";
        int code = run("command: [sh, -c, \"cat > /dev/null; echo '{\\\"accepted\\\":true}'\"]", "--only", "TOK-005");

        assertThat(said).contains("TOK-005", "NOT CONFORMANT");
        assertThat(code).isEqualTo(1);
        // What the replay needs stands in a file, because reports show no tokens.
        assertThat(Files.readString(folder.resolve("out/result.json"))).contains(".json\"", " < ");
    }

    @Test
    void nothingIsReplayedWhoseKeysAreGoneWithTheKit() throws IOException {
        run("command: [sh, -c, \"cat > /dev/null; echo '{\\\"accepted\\\":true}'\"]", "--only", "TOK-005");

        assertThat(said).contains("NOT CONFORMANT");
        assertThat(Files.readString(folder.resolve("out/result.json"))).doesNotContain(" < ");
    }

    @Test
    void anAnswerThatIsNoneGivesNoVerdict() throws IOException {
        int code = run("command: [sh, -c, \"cat > /dev/null; echo '{\\\"accepted\\\":\\\"no\\\"}'\"]");

        assertThat(said).contains("accepted", "true, false", "NO VERDICT");
        assertThat(code).isEqualTo(2);
    }

    @Test
    void aTargetSaysOneWayToAsk() throws IOException {
        int code = run("timeout: 10s");

        assertThat(said).contains("endpoint", "command");
        assertThat(code).isEqualTo(64);
    }

    @Test
    void noClockIsSaidToBeFurtherOffThanFiveMinutes() throws IOException {
        int code = run("clock-skew: 301s\n    endpoint: http://127.0.0.1:1");

        assertThat(said).contains("clock-skew", "from 0 to 300 seconds");
        assertThat(code).isEqualTo(64);
    }

    private int run(String way, String... more) throws IOException {
        Path target = Files.writeString(folder.resolve("target.yaml"), """
                platform: test
                roles:
                  relying-party:
                    %s
                    key-refresh: 10s
                    parallel: 2
                    features: [es256, sm2, eddsa, ps256, rs256, %saccess-token, logout-token, max-age, acr, education, replay, dpop, dpop-nonce, lti, lti-deep-linking]
                """.formatted(way, ways));
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "--lang=en",
                "--target",
                target.toString(),
                "--report",
                folder.resolve("out").toString()));
        arguments.addAll(List.of(more));
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out, true);
        int code = Main.run(arguments.toArray(String[]::new), Map.<String, String>of()::get, writer, writer);
        said = out.toString();
        return code;
    }
}
