package io.xuemeng.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.conformance.report.ResultFile;
import io.xuemeng.conformance.result.Conclusion;
import io.xuemeng.conformance.result.RequirementResult;
import io.xuemeng.conformance.result.RunResult;
import io.xuemeng.conformance.result.Verdict;
import io.xuemeng.conformance.role.RoleKits;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SigningKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line as a vendor uses it, against validators that are shell scripts. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the platforms under test are shell scripts")
class MainTest {

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "TOKEN", "s3cr3t-token",
            "LRS_CREDENTIALS", "kit:s3cr3t-word",
            "ISSUER_USER", "lihua:s3cr3t-word",
            "ISSUER_CLIENT_SECRET", "s3cr3t-word",
            "KIT_KEY", SigningKey.generate(KeyType.P_256).toPem());
    private static final String ACCEPTS = "echo '{\"outcome\":\"accepted\"}'";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path target;
    private Path report;

    @BeforeEach
    void place() {
        target = folder.resolve("target.yaml");
        report = folder.resolve("out");
    }

    private int run(String... args) {
        return Main.run(args, ENVIRONMENT::get, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private void validator(String script, String... settings) throws IOException {
        Path file = folder.resolve("validate.sh");
        Files.writeString(file, script + "\n");
        Files.writeString(
                target,
                "platform: 测试平台 1.0\nroles:\n  package-validator:\n    command: [sh, validate.sh, \"{package}\"]\n"
                        + String.join("", List.of(settings)));
    }

    private RunResult result() throws IOException {
        return ResultFile.read(report.resolve("result.json"));
    }

    private RequirementResult only() throws IOException {
        List<RequirementResult> requirements = result().roles().get(0).requirements();
        assertThat(requirements).hasSize(1);
        return requirements.get(0);
    }

    private int runOnly(String id) {
        return run("run", "--lang", "en", "--target", target.toString(), "--report", report.toString(), "--only", id);
    }

    @ParameterizedTest
    @CsvSource({"en, could not listen", "zh-CN, 无法"})
    void saysInTheReadersLanguageThatTheKitCannotListen(String language, String said) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(target, """
                    platform: 测试平台 1.0
                    roles:
                      issuer:
                        endpoint: https://issuer.example.cn
                        user: "${ISSUER_USER}"
                        client: { id: kit, redirect-uri: "https://kit.example.cn/callback", logout-listen: %d }
                    """.formatted(taken.getLocalPort()));

            int code = run("run", "--lang", language, "--target", target.toString(), "--report", report.toString());

            assertThat(code).isEqualTo(2);
            assertThat(err.toString())
                    .contains(said, ":" + taken.getLocalPort())
                    .doesNotContain("Exception");
        }
    }

    @Test
    void aValidatorThatAcceptsEverythingIsNotConformantAndIsToldWhatWasExpected() throws IOException {
        validator(ACCEPTS);

        assertThat(runOnly("ZIP-031")).isEqualTo(1);

        assertThat(out.toString())
                .contains("1 failed", "NOT CONFORMANT", "ZIP-031", "APPNOTE", "the bad package ZIP-031/fail")
                .contains("expected: rejected, with an error of the class archive-content")
                .contains("received: accepted", "replay: cd ");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void theReplayOfAFailureAsksTheSameAgain() throws Exception {
        validator("cat > question.json; test -f \"$1\" && echo '{\"outcome\":\"accepted\"}'");
        runOnly("ZIP-031");
        String replay = only().tests().get(0).exchanges().get(0).replay();
        Files.delete(folder.resolve("question.json"));

        Process again = new ProcessBuilder("sh", "-c", replay).start();

        assertThat(new String(again.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("accepted");
        assertThat(folder.resolve("question.json")).content().contains("\"contract\":\"xuemeng.package-validator/1\"");
    }

    @Test
    void aSelectionIsNeverConformant() throws IOException {
        validator("cmp -s \"$1\" \"$1\" && " + ACCEPTS);

        assertThat(runOnly("ZIP-040")).isEqualTo(2); // MAY: accepting both samples is right
        assertThat(only().verdict()).isEqualTo(Verdict.PASSED);
        assertThat(result().conclusion()).isEqualTo(Conclusion.NO_VERDICT);
        assertThat(out.toString()).contains("Only some of the requirements were tested.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exit 3 | ended with the code 3",
                "echo 'it broke' >&2; exit 1 | it broke",
                "echo nonsense | is no JSON",
                "echo '[]' | no JSON object",
                "echo '{\"outcome\":\"maybe\"}' | outcome must be one of accepted, rejected",
                "echo '{\"outcome\":\"rejected\",\"reasons\":[{\"class\":\"because\"}]}' | class must be one of",
                "echo '{\"outcome\":\"rejected\",\"reasons\":[{}]}' | neither class nor requirement",
                "echo '{\"outcome\":\"accepted\",\"outcome\":\"rejected\"}' | is no JSON",
                "echo '{\"outcome\":\"accepted\"} trailing' | is no JSON",
                "sleep 30 & wait | did not end within",
                "yes | KiB",
                "kill -9 $$ | ended with the code",
            })
    void whatIsNoAnswerGivesNoVerdictWithTheReasonAndNoStackTrace(String script, String reason) throws IOException {
        validator(script, "    timeout: 2s\n", "    output-limit: 1\n");

        assertThat(runOnly("ZIP-031")).isEqualTo(2);

        assertThat(result().conclusion()).isEqualTo(Conclusion.NO_VERDICT);
        assertThat(only().verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(out.toString()).contains(reason).doesNotContain("\tat ");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aCommandThatIsNotThereIsNamedBeforeAnyTest() throws IOException {
        Files.writeString(target, "platform: p\nroles:\n  package-validator: {command: [./no-such-program]}\n");

        assertThat(run("run", "--lang", "zh-CN", "--target", target.toString(), "--report", report.toString()))
                .isEqualTo(2);

        assertThat(out.toString()).contains("预检：无法启动命令 ./no-such-program", "没有结论");
        assertThat(result().roles().get(0).count(Verdict.PASSED)).isZero();
    }

    @Test
    void aCommandMayAnswerAllQuestionsInOneStart() throws IOException {
        Files.writeString(folder.resolve("validate.sh"), """
                echo start >> starts
                while read -r line; do
                  id=$(printf '%s' "$line" | sed 's/.*"id":"\\([^"]*\\)".*/\\1/')
                  echo "{\\"id\\":\\"$id\\",\\"outcome\\":\\"accepted\\"}"
                done
                """);
        Files.writeString(
                target, "platform: p\nroles:\n  package-validator: {command: [sh, validate.sh], mode: lines}\n");

        assertThat(runOnly("ZIP-031")).isEqualTo(1);

        assertThat(only().tests().get(0).exchanges()).isNotEmpty();
        assertThat(Files.readAllLines(folder.resolve("starts"))).hasSize(1);
    }

    @Test
    void whatACommandAnsweredBeforeItCrashedCounts() throws IOException {
        Files.writeString(folder.resolve("validate.sh"), """
                read -r line
                id=$(printf '%s' "$line" | sed 's/.*"id":"\\([^"]*\\)".*/\\1/')
                echo "{\\"id\\":\\"$id\\",\\"outcome\\":\\"accepted\\"}"
                exit 9
                """);
        Files.writeString(
                target, "platform: p\nroles:\n  package-validator: {command: [sh, validate.sh], mode: lines}\n");

        assertThat(runOnly("FILE-001")).isEqualTo(2); // preflight's question was answered, and no other

        assertThat(only().verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(only().tests().get(0).reason().en()).contains("ended with the code 9");
    }

    @Test
    void aSecretOfTheEnvironmentStandsInNoReport() throws IOException {
        validator("echo \"token $2 is wrong\" >&2; exit 1");
        Files.writeString(
                target, "platform: p\nroles:\n  package-validator: {command: [sh, validate.sh, x, \"${TOKEN}\"]}\n");

        assertThat(runOnly("ZIP-031")).isEqualTo(2);

        assertThat(out.toString()).contains("token *** is wrong").doesNotContain("s3cr3t");
        for (String file : List.of("result.json", "junit.xml", "index.html", "earl.jsonld")) {
            assertThat(report.resolve(file)).content().doesNotContain("s3cr3t");
        }
    }

    @Test
    void expectedFailuresEndWithZeroAndAreStillNotConformant() throws IOException {
        validator(ACCEPTS);
        Path expected = Files.writeString(
                folder.resolve("known.txt"), "package-validator ZIP-031 # we do not look at checksums yet\n");

        int code = run(
                "run",
                "--lang",
                "en",
                "--target",
                target.toString(),
                "--report",
                report.toString(),
                "--only",
                "ZIP-031",
                "--expected-failures",
                expected.toString());

        assertThat(code).isZero();
        assertThat(result().conclusion()).isEqualTo(Conclusion.NOT_CONFORMANT);
        assertThat(out.toString()).contains("NOT CONFORMANT", "[expected]");
    }

    @Test
    void anExpectedFailureThatDoesNotHappenIsAnError() throws IOException {
        validator(ACCEPTS);
        Path expected = Files.writeString(
                folder.resolve("known.txt"), "package-validator ZIP-031\npackage-validator ZIP-040\n");

        int code = run(
                "run",
                "--lang",
                "en",
                "--target",
                target.toString(),
                "--report",
                report.toString(),
                "--only",
                "ZIP-031,ZIP-040",
                "--expected-failures",
                expected.toString());

        assertThat(code).isEqualTo(1);
        assertThat(out.toString()).contains("The failure of package-validator/ZIP-040 was expected");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "platform: p | roles is missing",
                "roles: {} | platform is missing",
                "{platform: p, roles: {hubs: {endpoint: x}}} | roles.hubs is not known here. Allowed: package-producer",
                "{platform: p, roles: {package-validator: {}}} | roles.package-validator.command is missing",
                "{platform: p, roles: {package-validator: {command: x}}} | must be a list of texts",
                "{platform: p, roles: {package-validator: {command: [x], timeout: soon}}} | such as 500ms",
                "{platform: p, roles: {package-validator: {command: [x], parallel: 0}}} | from 1 to 64",
                "{platform: p, roles: {package-validator: {command: [x], mode: twice}}} | one of each, lines, not twice",
                "{platform: p, roles: {package-validator: {command: ['{file}']}}} | the placeholder {file} is not known",
                "{platform: p, roles: {package-validator: {command: [x], features: [magic]}}} | one of ai-labels",
                "{platform: p, roles: {package-validator: {command: [x], comand: [y]}}} | comand is not known here",
                "{platform: p, roles: {package-validator: {command: ['${UNSET_NAME}']}}} | UNSET_NAME, which is not set",
                "{platform: p, platform: q, roles: {}} | duplicate",
                "a: [ | target.yaml:",
                "!!java.net.URL [http://x] | target.yaml",
            })
    void aTargetFileThatIsNotUnderstoodIsNamedWithWhatIsAllowed(String yaml, String message) throws IOException {
        Files.writeString(target, yaml);

        assertThat(run("run", "--lang", "en", "--target", target.toString(), "--report", report.toString()))
                .isEqualTo(64);

        assertThat(err.toString()).contains(message).doesNotContain("\tat ");
    }

    @Test
    void wrongCommandLinesEndWith64() {
        assertThat(run()).isEqualTo(64);
        assertThat(run("run")).isEqualTo(64);
        assertThat(run("explain", "ZIP-999")).isEqualTo(64);
        assertThat(run("list", "--role", "nobody")).isEqualTo(64);
        assertThat(run("list", "--lang", "fr")).isEqualTo(64);
    }

    @Test
    void aSelectionOfNothingIsRefused() throws IOException {
        validator(ACCEPTS);

        assertThat(runOnly("ZIP-999")).isEqualTo(64);
        assertThat(err.toString()).contains("ZIP-999");
    }

    @Test
    void initWritesAFileThatRunUnderstandsAndNeverOverwrites() throws IOException {
        assertThat(run("init", target.toString())).isZero();
        assertThat(run("init", target.toString())).isEqualTo(64);

        assertThat(run("run", "--lang", "en", "--target", target.toString(), "--report", report.toString()))
                .isEqualTo(2);
        assertThat(result().roles()).hasSize(RoleKits.all().size());
    }

    @Test
    void explainSaysClauseSamplesAndHowItIsTested() {
        assertThat(run("explain", "ZIP-012", "--lang", "en")).isZero();

        assertThat(out.toString())
                .contains("ZIP-012  MUST  APPNOTE 6.3.10, 4.4.22", "bad sample: ZIP-012/fail.zip", "archive-structure");
    }

    @Test
    void explainShowsTheCasesOfATest() {
        assertThat(run("explain", "TOK-013", "--lang", "en")).isZero();
        assertThat(out.toString())
                .contains("good token: TOK-013.json, 1: -", "bad token (MUST): TOK-013.json, 2: ended");

        assertThat(run("explain", "TOK-002", "--lang", "en")).isZero();
        assertThat(out.toString()).contains("The claim \"…\" is not ….").doesNotContain("{name}");

        assertThat(run("explain", "FED-064", "--lang", "en")).isZero();
        assertThat(out.toString()).contains("case: client_assertion: sub");

        assertThat(run("explain", "HUB-018", "--lang", "en")).isZero();
        assertThat(out.toString()).contains("asked for: https://province.example.cn.kit.example");

        assertThat(run("explain", "ISS-032", "--lang", "en")).isZero();
        assertThat(out.toString()).contains("case: https://kit.example.cn/callback.evil.example");
    }

    @Test
    void listHasALineForEachRequirementOfEachRoleAndSaysWhyOneIsNotTested() {
        assertThat(run("list", "--lang", "en", "--role", "package-validator")).isZero();

        assertThat(out.toString().lines())
                .hasSizeGreaterThan(480)
                .anyMatch(
                        line -> line.startsWith("package-validator\tZIP-012\tMUST\t-\tAPPNOTE 6.3.10, 4.4.22\ttested"))
                .anyMatch(line -> line.contains("MAN-009") && line.contains("not tested: Whether time is over"));
    }

    @Test
    void samplesAreWrittenWithAnIndexThatNamesEachOnce() throws IOException {
        Path samples = folder.resolve("samples");

        assertThat(run("samples", samples.toString())).isZero();
        assertThat(run("samples", samples.toString())).isEqualTo(64);

        String index = Files.readString(samples.resolve("index.json"));
        List<String> packages = index.lines()
                .filter(line -> line.contains("\"package\""))
                .map(line -> line.replaceAll(".*: \"(.*)\",", "$1"))
                .toList();
        assertThat(packages).doesNotHaveDuplicates().hasSizeGreaterThan(1100);
        for (String file : packages) {
            assertThat(samples.resolve(file)).isRegularFile();
        }
        assertThat(samples.resolve("tokens/index.json")).content().contains("\"file\" : \"TOK-013.json\"");
        assertThat(samples.resolve("tokens/TOK-013.json")).isRegularFile();
    }

    @Test
    void reportsAreMadeAgainFromTheResult() throws IOException {
        validator(ACCEPTS);
        runOnly("ZIP-031");
        Path again = folder.resolve("again");

        assertThat(run(
                        "report",
                        "--lang",
                        "en",
                        report.resolve("result.json").toString(),
                        "--report",
                        again.toString()))
                .isZero();

        for (String file : List.of("junit.xml", "index.html", "earl.jsonld")) {
            assertThat(again.resolve(file)).hasSameTextualContentAs(report.resolve(file));
        }
    }
}
