package io.xuemeng.examples.intake.report;

import static io.xuemeng.examples.intake.report.Markup.both;
import static io.xuemeng.examples.intake.report.Markup.escape;
import static io.xuemeng.examples.intake.report.Markup.text;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Report;
import io.xuemeng.core.requirement.SafeText;
import io.xuemeng.core.requirement.Severity;
import io.xuemeng.core.requirement.Subject;
import io.xuemeng.core.requirement.TextPart;
import io.xuemeng.core.requirement.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One self-contained page in Chinese and English, readable without network and without script. The inputs are gathered in a
 * file beside the page, because the counts stand above them; so memory stays constant.
 */
final class HtmlReport implements ReportWriter {

    private static final Locale ZH = Locale.SIMPLIFIED_CHINESE;
    private static final Locale EN = Locale.ENGLISH;
    private static final int MAX_NAME = 1000;
    private static final String STYLE = resource("report.css");
    private static final String SCRIPT = resource("report.js");

    private final Path file;
    private final Path gathered;
    private final Run run;
    private final Writer inputs;

    HtmlReport(Path file, Run run) throws IOException {
        this.file = file;
        this.run = run;
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "Is a directory");
        }
        Path folder = file.toAbsolutePath().getParent();
        this.gathered = Files.createTempFile(folder, file.getFileName().toString(), ".part");
        this.inputs = Files.newBufferedWriter(gathered, StandardCharsets.UTF_8);
    }

    @Override
    public void write(Outcome outcome) throws IOException {
        Report report = outcome.report();
        Subject subject = report.subject();
        StringBuilder out = new StringBuilder(1024);
        boolean open = !report.findings().isEmpty() || subject.sha256() != null;
        out.append(open ? "<details" : "<div")
                .append(" class=\"input ")
                .append(report.verdict())
                .append("\" data-verdict=\"")
                .append(report.verdict())
                .append("\">")
                .append(open ? "<summary>" : "<div class=\"head\">")
                .append("<span class=\"badge\">")
                .append(text("verdict." + report.verdict()))
                .append("</span><span class=\"name\">")
                .append(escape(SafeText.visible(subject.name(), MAX_NAME)))
                .append("</span>");
        if (subject.title() != null) {
            out.append("<span class=\"title\">").append(escape(subject.title())).append("</span>");
        }
        counts(out, report.findings());
        out.append(open ? "</summary><div class=\"body\">" : "</div>");
        if (open) {
            facts(out, outcome);
            if (report.truncated()) {
                out.append("<p class=\"truncated\">")
                        .append(text("html.truncated"))
                        .append("</p>");
            }
            for (Finding finding : report.findings()) {
                finding(out, finding);
            }
            if (report.findings().isEmpty()) {
                out.append("<p>").append(text("html.clean")).append("</p>");
            }
            out.append("</div></details>\n");
        } else {
            out.append("</div>\n");
        }
        inputs.append(out);
    }

    private static void counts(StringBuilder out, List<Finding> findings) {
        for (Severity severity : Severity.values()) {
            long count = findings.stream()
                    .filter(finding -> finding.severity() == severity)
                    .count();
            if (count > 0) {
                out.append("<span class=\"count\">")
                        .append(text("severity." + severity))
                        .append(' ')
                        .append(count)
                        .append("</span>");
            }
        }
    }

    private static void facts(StringBuilder out, Outcome outcome) {
        Subject subject = outcome.report().subject();
        out.append("<dl class=\"facts\">");
        if (subject.format() != null) {
            fact(out, "html.format", escape(subject.format()));
        }
        if (subject.size() >= 0) {
            fact(out, "html.size", Long.toString(subject.size()));
        }
        if (subject.sha256() != null) {
            fact(out, "html.sha256", "<code>" + escape(subject.sha256()) + "</code>");
        }
        fact(out, "html.took", outcome.millis() + " ms");
        out.append("</dl>");
    }

    private static void fact(StringBuilder out, String label, String value) {
        out.append("<dt>").append(text(label)).append("</dt><dd>").append(value).append("</dd>");
    }

    private static void finding(StringBuilder out, Finding finding) {
        out.append("<div class=\"finding\"><p><span class=\"badge ")
                .append(finding.severity())
                .append("\">")
                .append(text("severity." + finding.severity()))
                .append("</span> <span class=\"id\">")
                .append(escape(finding.id()))
                .append("</span> <code>")
                .append(escape(finding.location().toString()))
                .append("</code></p><p>")
                .append(both(finding.problem(ZH), finding.problem(EN)))
                .append("</p><p>")
                .append(both(finding.remedy(ZH), finding.remedy(EN)))
                .append("</p><p class=\"why\">")
                .append(both(finding.reason(ZH), finding.reason(EN)))
                .append(" <span class=\"source\">")
                .append(both(
                        "(" + finding.requirement().source(ZH) + ")",
                        "(" + finding.requirement().source(EN) + ")"))
                .append("</span></p></div>");
    }

    @Override
    public Set<Path> files() {
        return Set.of(file, gathered);
    }

    @Override
    public void finish(End end) throws IOException {
        inputs.close();
        Tally tally = end.tally();
        try (Writer page = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            page.append(head()).append(overview(end)).append(mostBroken(tally)).append(tools(tally));
            try (var reader = Files.newBufferedReader(gathered, StandardCharsets.UTF_8)) {
                reader.transferTo(page);
            }
            page.append("<p id=\"none\" class=\"hidden\">")
                    .append(text("html.none"))
                    .append("</p>\n</main>\n<script>")
                    .append(SCRIPT)
                    .append("</script>\n</body>\n</html>\n");
        }
    }

    private String head() {
        return "<!DOCTYPE html>\n<html lang=\"" + language() + "\" data-lang=\"" + language()
                + "\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-"
                + hash(STYLE) + "'; script-src 'sha256-" + hash(SCRIPT) + "'\">\n<title>"
                + escape(Texts.of(run.locale(), "html.heading")) + "</title>\n<style>" + STYLE
                + "</style>\n</head>\n<body>\n<header><h1>" + text("html.heading")
                + "</h1><button id=\"language\" type=\"button\">" + text("html.language")
                + "</button></header>\n<main>\n";
    }

    private String language() {
        return run.locale().getLanguage().equals("zh") ? "zh-CN" : "en";
    }

    private String overview(End end) {
        StringBuilder out = new StringBuilder(512);
        if (end.interrupted()) {
            out.append("<p class=\"truncated\">").append(text("interrupted")).append("</p>\n");
        }
        out.append("<dl class=\"facts\">");
        fact(out, "html.started", escape(run.started().toString()));
        fact(out, "html.elapsed", text("html.seconds", TerminalReport.seconds(end.elapsed())));
        fact(
                out,
                "html.profile",
                escape(run.profile().id() + " " + run.profile().version()) + " <code>"
                        + escape(run.profile().sha256()) + "</code>");
        fact(out, "html.versions", escape("Xuemeng " + run.sdkVersion()));
        fact(out, "html.catalogue", "<code>" + escape(run.catalogueVersion()) + "</code>");
        fact(out, "html.total", Long.toString(end.tally().total()));
        return out.append("</dl>\n").toString();
    }

    private static String mostBroken(Tally tally) {
        if (tally.broken().isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder(2048)
                .append("<h2>")
                .append(text("html.broken"))
                .append("</h2>\n<table><thead><tr><th scope=\"col\">")
                .append(text("html.requirement"))
                .append("</th><th scope=\"col\">")
                .append(text("html.severity"))
                .append("</th><th scope=\"col\">")
                .append(text("html.meaning"))
                .append("</th><th scope=\"col\">")
                .append(text("html.inputs"))
                .append("</th></tr></thead><tbody>\n");
        for (Tally.Broken broken : tally.broken()) {
            out.append("<tr><td class=\"id\">")
                    .append(escape(broken.requirement().id()))
                    .append("</td><td><span class=\"badge ")
                    .append(broken.worst())
                    .append("\">")
                    .append(text("severity." + broken.worst()))
                    .append("</span></td><td>")
                    .append(both(
                            broken.requirement().text(TextPart.REASON, ZH),
                            broken.requirement().text(TextPart.REASON, EN)))
                    .append("</td><td class=\"number\">")
                    .append(broken.inputs())
                    .append("</td></tr>\n");
        }
        return out.append("</tbody></table>\n").toString();
    }

    private static String tools(Tally tally) {
        StringBuilder out = new StringBuilder(1024)
                .append("<h2>")
                .append(text("html.inputsHeading"))
                .append("</h2>\n<div class=\"tools\">");
        filter(out, "", "html.all", tally.total(), true);
        for (Verdict verdict : Verdict.values()) {
            filter(out, verdict.name(), "verdict." + verdict, tally.count(verdict), false);
        }
        String chinese = escape(Texts.of(ZH, "html.search"));
        String english = escape(Texts.of(EN, "html.search"));
        return out.append("<input id=\"search\" type=\"search\" data-zh=\"")
                .append(chinese)
                .append("\" data-en=\"")
                .append(english)
                .append("\" aria-label=\"")
                .append(chinese)
                .append(" / ")
                .append(english)
                .append("\"></div>\n")
                .toString();
    }

    private static void filter(StringBuilder out, String verdict, String label, long count, boolean pressed) {
        out.append("<button type=\"button\" data-verdict=\"")
                .append(verdict)
                .append("\" aria-pressed=\"")
                .append(pressed)
                .append("\">")
                .append(text(label))
                .append(' ')
                .append(count)
                .append("</button>");
    }

    @Override
    public void close() throws IOException {
        try {
            inputs.close();
        } finally {
            Files.deleteIfExists(gathered);
        }
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing from the tool's jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the resource " + name + " of the tool's jar could not be read", e);
        }
    }

    private static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
