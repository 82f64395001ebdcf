package io.xuemeng.conformance;

import io.xuemeng.conformance.report.Reports;
import io.xuemeng.conformance.result.Exchange;
import io.xuemeng.conformance.result.RequirementResult;
import io.xuemeng.conformance.result.RoleResult;
import io.xuemeng.conformance.result.RunResult;
import io.xuemeng.conformance.result.TestResult;
import io.xuemeng.conformance.result.Verdict;
import io.xuemeng.conformance.role.PlatformUnderTest;
import io.xuemeng.conformance.run.ConformanceRun;
import io.xuemeng.conformance.run.Plan;
import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.conformance.text.Texts;
import io.xuemeng.core.requirement.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * The kit within a vendor's own JUnit build: extend it, say where the platform is, and every requirement of every declared role
 * is a test of that build.
 *
 * <pre>{@code
 * class OurPlatformTest extends PlatformConformance {
 *     @Override
 *     protected PlatformUnderTest platform() {
 *         return PlatformUnderTest.of("示例云课堂 4.2", Offer.of(Role.PACKAGE_VALIDATOR, new OurValidation()));
 *     }
 * }
 * }</pre>
 *
 * <p>A broken MUST fails its test, and so does a question that got no answer; a broken SHOULD passes and is in the report. For each
 * feature that is not declared there is one test, which is skipped and lists what was not asked. One more test for each role holds what
 * is concluded.
 */
public abstract class PlatformConformance {

    /** For subclasses. */
    protected PlatformConformance() {}

    /** The platform to test; asked for once. */
    protected abstract PlatformUnderTest platform();

    /** Where the reports are written; {@code target/conformance} unless overridden. */
    protected Path reportFolder() {
        return Path.of("target", "conformance");
    }

    /** The tests, one for each requirement. Run by JUnit. */
    @TestFactory
    Stream<DynamicNode> conformance() throws IOException {
        PlatformUnderTest platform = platform();
        Path inputs = Files.createDirectories(reportFolder().resolve("inputs").resolve(ConformanceRun.newId()));
        RunResult result = ConformanceRun.run(Plan.of(platform.name(), platform.offers()), inputs);
        Reports.write(result, reportFolder(), Locale.getDefault());
        return result.roles().stream().map(PlatformConformance::tests);
    }

    private static DynamicContainer tests(RoleResult role) {
        Map<String, List<String>> inapplicable = new TreeMap<>();
        List<DynamicTest> tests = new ArrayList<>();
        for (RequirementResult requirement : role.requirements()) {
            if (requirement.verdict() == Verdict.INAPPLICABLE) {
                inapplicable
                        .computeIfAbsent(reason(requirement), reason -> new ArrayList<>())
                        .add(requirement.id());
            } else {
                tests.add(DynamicTest.dynamicTest(requirement.id(), () -> tell(requirement)));
            }
        }
        inapplicable.forEach((reason, ids) -> tests.add(DynamicTest.dynamicTest(reason, () -> {
            throw new TestAbortedException(reason + ": " + String.join(", ", ids));
        })));
        tests.add(DynamicTest.dynamicTest("conclusion", () -> {
            if (role.conclusion().exitCode() != 0) {
                Bilingual reason = role.reason();
                throw new AssertionFailedError(role.role() + ": "
                        + role.conclusion().label() + (reason == null ? "" : ": " + reason.in(Locale.getDefault())));
            }
        }));
        return DynamicContainer.dynamicContainer(role.role(), tests);
    }

    /** Why a requirement does not apply, as its first test says. */
    private static String reason(RequirementResult requirement) {
        return requirement.tests().stream()
                .map(TestResult::reason)
                .filter(Objects::nonNull)
                .findFirst()
                .map(reason -> reason.in(Locale.getDefault()))
                .orElse(Verdict.INAPPLICABLE.label());
    }

    private static void tell(RequirementResult requirement) {
        if (requirement.verdict() == Verdict.FAILED || requirement.verdict() == Verdict.CANNOT_TELL) {
            throw new AssertionFailedError(text(requirement));
        }
    }

    private static String text(RequirementResult requirement) {
        Locale locale = Locale.getDefault();
        StringBuilder out = new StringBuilder(requirement.id())
                .append(": ")
                .append(requirement.text().in(locale))
                .append(" (")
                .append(Requirement.source(requirement.source(), locale))
                .append(')');
        for (TestResult test : requirement.tests()) {
            if (test.reason() != null) {
                out.append("\n  ").append(test.reason().in(locale));
            }
            for (Exchange exchange : test.exchanges()) {
                out.append("\n  ").append(Texts.of(locale, "report.sent")).append(": ");
                out.append(exchange.sent().in(locale));
                out.append("\n  ").append(Texts.of(locale, "report.expected")).append(": ");
                out.append(exchange.expected().in(locale));
                out.append("\n  ").append(Texts.of(locale, "report.received")).append(": ");
                out.append(exchange.received().in(locale));
            }
        }
        return out.toString();
    }
}
