package io.xuemeng.examples.intake.report;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.SafeText;
import io.xuemeng.core.requirement.Severity;
import io.xuemeng.core.requirement.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One line per input as it happens, its worst findings below it, and a summary at the end. */
public final class TerminalReport implements ReportWriter {

    private static final int SHOWN = 10;
    private static final int MAX_NAME = 1000;

    private final PrintWriter out;
    private final Locale locale;

    /** Writes to a stream, which it does not close. */
    public TerminalReport(PrintWriter out, Locale locale) {
        this.out = out;
        this.locale = locale;
    }

    @Override
    public void write(Outcome outcome) throws IOException {
        StringBuilder text = new StringBuilder(256);
        text.append(label(outcome.verdict()))
                .append("  ")
                .append(SafeText.visible(outcome.report().subject().name(), MAX_NAME));
        String title = outcome.report().subject().title();
        if (title != null) {
            text.append("  ").append(Texts.of(locale, "title", title));
        }
        List<Finding> findings = outcome.report().findings();
        text.append(counts(findings)).append(System.lineSeparator());
        if (outcome.verdict() != Verdict.ACCEPTED) {
            findings.stream()
                    .filter(finding -> finding.severity().compareTo(Severity.ERROR) <= 0)
                    .limit(SHOWN)
                    .forEach(finding -> append(text, finding));
            long more = findings.stream()
                            .filter(finding -> finding.severity().compareTo(Severity.ERROR) <= 0)
                            .count()
                    - SHOWN;
            if (more > 0) {
                text.append("    ").append(Texts.of(locale, "more", more)).append(System.lineSeparator());
            }
        }
        out.print(text);
        flush();
    }

    private void append(StringBuilder text, Finding finding) {
        String where = finding.location().toString();
        text.append("    ")
                .append(finding.id())
                .append(' ')
                .append(Texts.of(locale, "severity." + finding.severity()))
                .append(where.isEmpty() ? "" : " " + where)
                .append(System.lineSeparator())
                .append("        ")
                .append(finding.message(locale))
                .append(System.lineSeparator());
    }

    private String label(Verdict verdict) {
        String label = Texts.of(locale, "verdict." + verdict);
        // Latin labels are padded to one width; the Chinese ones have it.
        return locale.getLanguage().equals("zh") ? label : String.format(Locale.ROOT, "%-10s", label);
    }

    private String counts(List<Finding> findings) {
        StringBuilder counts = new StringBuilder();
        for (Severity severity : Severity.values()) {
            long count = findings.stream()
                    .filter(finding -> finding.severity() == severity)
                    .count();
            if (count > 0) {
                counts.append(counts.isEmpty() ? "  [" : " ")
                        .append(Texts.of(locale, "severity." + severity))
                        .append(' ')
                        .append(count);
            }
        }
        return counts.isEmpty() ? "" : counts.append(']').toString();
    }

    @Override
    public Set<Path> files() {
        return Set.of();
    }

    @Override
    public void finish(End end) throws IOException {
        if (end.interrupted()) {
            out.println(Texts.of(locale, "interrupted"));
        }
        Tally tally = end.tally();
        out.println(Texts.of(
                locale,
                "summary",
                tally.total(),
                tally.count(Verdict.ACCEPTED),
                tally.count(Verdict.REJECTED),
                tally.count(Verdict.UNREADABLE),
                seconds(end.elapsed())));
        flush();
    }

    /** A writer that prints keeps its failures to itself; a full disk or a closed pipe must not look like success. */
    private void flush() throws IOException {
        if (out.checkError()) {
            throw new IOException("the results could not be printed");
        }
    }

    static String seconds(Duration elapsed) {
        return String.format(Locale.ROOT, "%.1f", elapsed.toMillis() / 1000.0);
    }

    @Override
    public void close() {
        out.flush();
    }
}
