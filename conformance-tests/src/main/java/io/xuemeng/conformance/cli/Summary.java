package io.xuemeng.conformance.cli;

import io.xuemeng.conformance.result.Contradiction;
import io.xuemeng.conformance.result.Exchange;
import io.xuemeng.conformance.result.RequirementResult;
import io.xuemeng.conformance.result.RoleResult;
import io.xuemeng.conformance.result.RunResult;
import io.xuemeng.conformance.result.TestResult;
import io.xuemeng.conformance.result.Verdict;
import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.conformance.text.Texts;
import io.xuemeng.core.requirement.Requirement;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What a run prints: a line for each role, and what is not passed. */
final class Summary {

    private static final int MAX_LISTED = 20;

    private final PrintWriter out;
    private final Locale locale;

    Summary(PrintWriter out, Locale locale) {
        this.out = out;
        this.locale = locale;
    }

    void print(RunResult result, Path page) {
        for (RoleResult role : result.roles()) {
            out.println(Texts.of(
                    locale,
                    "cli.role",
                    role.role(),
                    role.count(Verdict.PASSED),
                    role.count(Verdict.WARNED),
                    role.count(Verdict.FAILED),
                    role.count(Verdict.CANNOT_TELL),
                    role.count(Verdict.INAPPLICABLE),
                    Texts.of("conclusion." + role.conclusion().label())));
            if (role.reason() != null) {
                out.println("  " + role.reason().in(locale));
            }
            List<RequirementResult> listed = role.requirements().stream()
                    .filter(requirement -> requirement.verdict() == Verdict.FAILED
                            || (requirement.verdict() == Verdict.CANNOT_TELL && role.count(Verdict.PASSED) > 0))
                    .toList();
            listed.stream().limit(MAX_LISTED).forEach(this::print);
            if (listed.size() > MAX_LISTED) {
                out.println("  " + Texts.of(locale, "cli.more", listed.size() - MAX_LISTED));
            }
            for (Contradiction contradiction : role.contradictions()) {
                out.println("  "
                        + Texts.of(locale, "page.contradiction", contradiction.feature(), contradiction.observed()));
            }
        }
        for (Bilingual problem : result.problems()) {
            out.println(problem.in(locale));
        }
        out.println(Texts.of(locale, "cli.report", page));
    }

    private void print(RequirementResult requirement) {
        String known = requirement.expectedFailure() ? " " + Texts.of(locale, "cli.expected") : "";
        out.println("  " + requirement.id() + "  " + requirement.text().in(locale) + " ("
                + Requirement.source(requirement.source(), locale) + ")" + known);
        for (TestResult test : requirement.tests()) {
            if (test.reason() != null) {
                out.println("    " + test.reason().in(locale));
            }
            test.exchanges().stream().findFirst().ifPresent(this::print);
        }
    }

    private void print(Exchange exchange) {
        line("report.sent", exchange.sent().in(locale));
        line("report.expected", exchange.expected().in(locale));
        line("report.received", exchange.received().in(locale));
        if (exchange.replay() != null) {
            line("report.replay", exchange.replay());
        }
    }

    private void line(String label, String text) {
        out.println("    " + Texts.of(locale, label) + ": " + text);
    }
}
