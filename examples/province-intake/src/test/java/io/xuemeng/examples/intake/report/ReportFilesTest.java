package io.xuemeng.examples.intake.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {

    private static final String HOSTILE = "<script>alert(1)</script>\u001b[31m\u202Egnp.exe\" onload='x";

    @TempDir
    Path folder;

    private List<String> write(String name, Locale locale, Outcome... outcomes) throws IOException {
        Path file = folder.resolve(name);
        Tally tally = new Tally();
        try (ReportWriter writer = ReportWriter.open(file, Outcomes.run(locale))) {
            for (Outcome outcome : outcomes) {
                tally.add(outcome);
                writer.write(outcome);
            }
            writer.finish(new End(tally, Duration.ofMillis(1500), false));
        }
        return Files.readAllLines(file);
    }

    @Test
    void writesTheVersionsInTheFirstJsonLineAndOneLinePerInput() throws IOException {
        List<String> lines = write(
                "r.jsonl",
                Locale.SIMPLIFIED_CHINESE,
                Outcomes.accepted("a.zip", "分数"),
                Outcomes.rejected("b.zip", "x"));

        assertThat(lines).hasSize(3);
        JsonNode head = new ObjectMapper().readTree(lines.get(0));
        assertThat(head.path("sdk").asText()).isEqualTo("0.1.0");
        assertThat(head.path("catalogue").asText()).isEqualTo("0.1.0+abc");
        assertThat(head.path("profile").path("id").asText()).isEqualTo("lom");
        JsonNode second = new ObjectMapper().readTree(lines.get(2));
        assertThat(second.properties().stream().map(java.util.Map.Entry::getKey))
                .containsExactly(
                        "package",
                        "sha256",
                        "format",
                        "profile",
                        "title",
                        "verdict",
                        "truncated",
                        "findings",
                        "millis");
        assertThat(second.path("verdict").asText()).isEqualTo("rejected");
        assertThat(second.path("truncated").asBoolean()).isTrue();
        JsonNode finding = second.path("findings").get(0);
        assertThat(finding.properties().stream().map(java.util.Map.Entry::getKey))
                .containsExactly("id", "severity", "entry", "path", "line", "column", "message");
        assertThat(finding.path("message").asText()).isEqualTo("发现了“x”。请修改。");
        assertThat(finding.path("line").asInt()).isEqualTo(12);
    }

    @Test
    void keepsEveryJsonLineOneLineWhateverAnInputIsCalled() throws IOException {
        List<String> lines = write("r.jsonl", Locale.ENGLISH, Outcomes.rejected("a\nb\u2028c.zip", HOSTILE));

        assertThat(lines).hasSize(2);
        assertThat(new ObjectMapper().readTree(lines.get(1)).path("package").asText())
                .isEqualTo("a\nb\u2028c.zip");
    }

    @Test
    void showsHostileTextOnThePageAsText() throws IOException {
        String page = String.join(
                "\n",
                write("r.html", Locale.ENGLISH, Outcomes.rejected(HOSTILE, HOSTILE), Outcomes.accepted("b", HOSTILE)));

        assertThat(page)
                .doesNotContain("<script>alert")
                .doesNotContain("\u001b")
                .doesNotContain("\u202E")
                .doesNotContain("onload='")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;\\u{001B}[31m\\u{202E}gnp.exe&quot; onload=&#39;x");
    }

    @Test
    void needsNothingFromTheNetwork() throws IOException {
        String page = String.join("\n", write("r.html", Locale.ENGLISH, Outcomes.rejected("a.zip", "x")));

        assertThat(page).doesNotContain("src=").doesNotContain("http://").doesNotContain("https://");
        assertThat(page).contains("default-src 'none'");
    }

    @Test
    void saysEverythingInBothLanguages() throws IOException {
        String page = String.join("\n", write("r.html", Locale.SIMPLIFIED_CHINESE, Outcomes.rejected("a.zip", "x")));

        assertThat(page).contains("发现了“x”。").contains("Found “x”.").contains("<html lang=\"zh-CN\"");
    }

    @Test
    void leavesNothingBesideThePage() throws IOException {
        write("r.html", Locale.ENGLISH, Outcomes.accepted("a.zip", "t"));

        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("r.html"));
        }
    }

    @Test
    void leavesNothingBesideThePageWhenTheRunBreaksOff() throws IOException {
        ReportWriter writer = ReportWriter.open(folder.resolve("r.html"), Outcomes.run(Locale.ENGLISH));
        writer.write(Outcomes.accepted("a.zip", "t"));
        writer.close();

        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void saysOnThePageThatTheRunWasEndedEarly() throws IOException {
        Path page = folder.resolve("r.html");
        try (ReportWriter writer = ReportWriter.open(page, Outcomes.run(Locale.ENGLISH))) {
            writer.finish(new End(new Tally(), Duration.ofMillis(1500), true));
        }

        assertThat(Files.readString(page))
                .contains("The run was ended before all inputs were judged.", "运行被提前终止，尚有输入未经校验。");
    }

    @Test
    void noticesThatNobodyTakesWhatItPrints() {
        ReportWriter terminal = new TerminalReport(new PrintWriter(new BrokenPipe()), Locale.ENGLISH);

        assertThatIOException().isThrownBy(() -> terminal.write(Outcomes.accepted("a.zip", "t")));
    }

    private static final class BrokenPipe extends Writer {
        @Override
        public void write(char[] text, int from, int length) throws IOException {
            throw new IOException("Broken pipe");
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void printsOneLinePerInputAndTheErrorsOfThoseNotAccepted() throws IOException {
        StringWriter out = new StringWriter();
        Tally tally = new Tally();
        try (ReportWriter terminal = new TerminalReport(new PrintWriter(out), Locale.ENGLISH)) {
            for (Outcome outcome : List.of(Outcomes.accepted("a.zip", "分数"), Outcomes.rejected("b.zip", HOSTILE))) {
                tally.add(outcome);
                terminal.write(outcome);
            }
            terminal.finish(new End(tally, Duration.ofMillis(1500), false));
        }

        assertThat(out.toString().lines())
                .containsExactly(
                        "ACCEPTED    a.zip  “分数”",
                        "REJECTED    b.zip  [ERROR 1]",
                        "    TEST-001 ERROR imsmanifest.xml:12:5 /manifest",
                        "        Found “<script>alert(1)</script>\\u{001B}[31m\\u{202E}gnp.exe\" onload='x”. Mend it.",
                        "Inputs judged in 1.5 s: 2, of these 1 accepted, 1 rejected, 0 unreadable.");
    }

    @Test
    void hasEveryTextInBothLanguages() {
        assertThat(Texts.bundle().keys(Locale.SIMPLIFIED_CHINESE))
                .isEqualTo(Texts.bundle().keys(Locale.ENGLISH));
    }
}
