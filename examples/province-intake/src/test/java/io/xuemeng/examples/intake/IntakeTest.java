package io.xuemeng.examples.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the tool as its user does, on the packages that ship with it. */
class IntakeTest {

    private static final Path PACKAGES = Path.of("packages");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Intake.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private Map<String, JsonNode> lines(Path report) throws IOException {
        Map<String, JsonNode> lines = new LinkedHashMap<>();
        List<String> all = Files.readAllLines(report, StandardCharsets.UTF_8);
        for (String line : all.subList(1, all.size())) {
            JsonNode node = new ObjectMapper().readTree(line);
            lines.put(Path.of(node.path("package").asText()).getFileName().toString(), node);
        }
        return lines;
    }

    private static Set<String> ids(JsonNode line, String... severities) {
        Set<String> ids = new TreeSet<>();
        for (JsonNode finding : line.path("findings")) {
            if (List.of(severities).contains(finding.path("severity").asText())) {
                ids.add(finding.path("id").asText());
            }
        }
        return ids;
    }

    @Test
    void saysOfEveryShippedPackageWhetherItIsAcceptableAndWhyNot() throws IOException {
        Path report = folder.resolve("r.jsonl");

        int exit = run("validate", "--lang", "zh-CN", "--report", report.toString(), PACKAGES.toString());

        assertThat(exit).as(err.toString()).isEqualTo(1);
        Map<String, JsonNode> lines = lines(report);
        Map<String, String> verdicts = new LinkedHashMap<>();
        lines.forEach((name, line) -> verdicts.put(name, line.path("verdict").asText()));
        assertThat(verdicts)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "math-fractions.zip", "accepted",
                        "english-my-school.imscc", "accepted",
                        "physics-sound.zip", "accepted",
                        "music-anthem.json", "accepted",
                        "geography-terrain.xml", "accepted",
                        "chemistry-air.zip", "rejected",
                        "history-silk-road.zip", "rejected",
                        "art-ink-painting.zip", "rejected",
                        "sports-cut-off.zip", "unreadable"));
    }

    @Test
    void findsNothingToSayAboutThePackageThatTheBuilderMade() throws IOException {
        Path report = folder.resolve("r.jsonl");

        int exit = run(
                "validate",
                "--report",
                report.toString(),
                PACKAGES.resolve("math-fractions.zip").toString());

        assertThat(exit).isZero();
        JsonNode line = lines(report).get("math-fractions.zip");
        assertThat(line.path("findings")).isEmpty();
        assertThat(line.path("title").asText()).isEqualTo("分数的初步认识");
        assertThat(line.path("sha256").asText()).matches("[0-9a-f]{64}");
    }

    @Test
    void readsAPackageWithNamesInGbk() throws IOException {
        Path report = folder.resolve("r.jsonl");

        int exit = run(
                "validate",
                "--lang",
                "zh-CN",
                "--report",
                report.toString(),
                PACKAGES.resolve("physics-sound.zip").toString());

        assertThat(exit).isZero();
        JsonNode line = lines(report).get("physics-sound.zip");
        assertThat(line.path("title").asText()).isEqualTo("声音的产生");
        assertThat(line.path("format").asText()).contains("SCORM 1.2");
        assertThat(line.path("findings").findValuesAsText("entry")).contains("content/声音的产生.html");
    }

    @Test
    void namesTheFilesThatAreMissingAndThoseThatEscape() throws IOException {
        Path report = folder.resolve("r.jsonl");

        run("validate", "--lang", "en", "--report", report.toString(), PACKAGES.toString());

        Map<String, JsonNode> lines = lines(report);
        assertThat(lines.get("chemistry-air.zip").toString()).contains("content/exercise.html");
        assertThat(lines.get("history-silk-road.zip").toString()).contains("../startup.html");
        assertThat(ids(lines.get("art-ink-painting.zip"), "ERROR")).allMatch(id -> id.startsWith("FILE-"));
        assertThat(ids(lines.get("sports-cut-off.zip"), "FATAL")).containsExactly("ZIP-003");
    }

    @Test
    void writesAPageBesideTheLines() throws IOException {
        Path page = folder.resolve("r.html");

        run("validate", "--lang", "zh-CN", "--report", page.toString(), PACKAGES.toString());

        assertThat(Files.readString(page)).contains("分数的初步认识", "资源入库校验报告", "Intake report", "ZIP-003");
    }

    @Test
    void goesOnPastAFileThatDoesNotExistAndSaysThatItCouldNotFinish() throws IOException {
        Path report = folder.resolve("r.jsonl");

        int exit = run(
                "validate",
                "--report",
                report.toString(),
                folder.resolve("missing.zip").toString(),
                PACKAGES.resolve("math-fractions.zip").toString());

        assertThat(exit).isEqualTo(2);
        assertThat(ids(lines(report).get("missing.zip"), "FATAL")).containsExactly("RUN-005");
        assertThat(lines(report).get("math-fractions.zip").path("verdict").asText())
                .isEqualTo("accepted");
    }

    @Test
    void acceptsAProfileFileOfTheProvince() throws IOException {
        Path profile = folder.resolve("province.json");
        Files.writeString(profile, """
                {
                  "format": "xuemeng-profile-1",
                  "id": "demo-province",
                  "version": "2026",
                  "title": {"zh": "示例省", "en": "Demo province"},
                  "extends": "alliance",
                  "grades": {"META-101": "ERROR"},
                  "elements": []
                }
                """);
        Path report = folder.resolve("r.jsonl");

        int exit = run(
                "validate",
                "--profile",
                profile.toString(),
                "--report",
                report.toString(),
                PACKAGES.resolve("geography-terrain.xml").toString());

        assertThat(exit).as(err + out.toString()).isEqualTo(1);
        assertThat(ids(lines(report).get("geography-terrain.xml"), "ERROR")).containsExactly("META-101");
    }

    @Test
    void refusesAWrongCommandLineWith64() {
        assertThat(run("validate")).isEqualTo(64);
        assertThat(run("validate", "--profile", "nobody", PACKAGES.toString())).isEqualTo(64);
        assertThat(run("validate", "--report", "report.doc", PACKAGES.toString()))
                .isEqualTo(64);
        assertThat(run("validate", "--lang", "fr", PACKAGES.toString())).isEqualTo(64);
        assertThat(run("validate", "--threads", "0", PACKAGES.toString())).isEqualTo(64);
        assertThat(run("validate", "")).isEqualTo(64);
        assertThat(run("validate", "--profile", folder.toString(), PACKAGES.toString()))
                .isEqualTo(64);
        assertThat(run("frobnicate")).isEqualTo(64);
        assertThat(run()).isEqualTo(64);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "validate | 请给出要处理的文件：PATH",
                "validate --nonsense a.zip | 无法识别：--nonsense",
                "validate --threads many a.zip | --threads 的取值不能是“many”。",
                "validate --threads 0 a.zip | --threads 必须是 1 到 1024 之间的整数，不能是 0。",
                "validate --time-limit 0 a.zip | --time-limit 必须是 1 到 1000000 之间的整数，不能是 0。",
                "validate --threads 1 --threads 2 a.zip | --threads 只能给出一次。",
                "validate a.zip --report | --report 缺少取值：FILE",
                "validate --report r.doc a.zip | 不认识的报告类型“r.doc”。",
            })
    void saysInChineseWhatIsWrongWithTheCommandLine(String line, String sentence) {
        String[] args = ("validate --lang=zh-CN" + line.substring("validate".length())).split(" ");

        assertThat(run(args)).isEqualTo(64);

        assertThat(err.toString()).startsWith(sentence).contains("用法：xuemeng-intake validate");
    }

    @Test
    void takesNeitherItsReportsNorWhatItGathersForThemForInputs() throws IOException {
        Files.copy(PACKAGES.resolve("math-fractions.zip"), folder.resolve("a.zip"));
        Path lines = folder.resolve("r.jsonl");

        int exit = run(
                "validate",
                "--report",
                lines.toString(),
                "--report",
                folder.resolve("./r.jsonl").toString(),
                "--report",
                folder.resolve("r.html").toString(),
                folder.toString());

        assertThat(exit).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(Files.readAllLines(lines)).hasSize(2);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void doesNotWaitForAPipe() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe.zip");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThat(run("validate", "--lang", "en", pipe.toString())).isEqualTo(2);

        assertThat(out.toString()).contains("RUN-007 FATAL" + System.lineSeparator());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void completesItsReportsWhenSomebodyEndsTheProcess() throws IOException, InterruptedException {
        Path many = Files.createDirectory(folder.resolve("many"));
        Path one = Files.copy(PACKAGES.resolve("math-fractions.zip"), many.resolve("0.zip"));
        for (int i = 1; i < 5_000; i++) {
            Files.createLink(many.resolve(i + ".zip"), one);
        }
        Path page = folder.resolve("r.html");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Intake.class.getName(),
                        "validate",
                        "--report",
                        page.toString(),
                        many.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).contains(".zip");
            process.toHandle().destroy(); // what Ctrl-C does, but to this process only
            output.lines().forEach(line -> {}); // until it has ended
        }
        process.waitFor();

        assertThat(Files.readString(page))
                .contains("运行被提前终止")
                .contains("分数的初步认识")
                .endsWith("</html>\n");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(many, page);
        }
    }

    @Test
    void saysThatAReportCannotBeWrittenBeforeItBegins() {
        int exit = run(
                "validate",
                "--lang",
                "en",
                "--report",
                folder.resolve("no/such/folder/r.jsonl").toString(),
                PACKAGES.toString());

        assertThat(exit).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("r.jsonl", "there is no such file or folder", "--report");
    }

    @Test
    void saysThatAFolderHoldsNothingToValidate() throws IOException {
        Files.writeString(folder.resolve("readme.txt"), "nothing");

        assertThat(run("validate", "--lang", "en", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("No package").contains("readme.txt");
    }

    @Test
    void explainsItselfInBothLanguages() {
        assertThat(run("validate", "--help", "--lang", "zh-CN")).isZero();
        assertThat(out.toString()).contains("退出码");
        out.getBuffer().setLength(0);
        assertThat(run("validate", "--help", "--lang", "en")).isZero();
        assertThat(out.toString()).contains("Exit code");
        out.getBuffer().setLength(0);
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).contains("xuemeng-intake").contains("+");
    }
}
