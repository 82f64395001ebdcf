package io.xuemeng.conformance.run;

import io.xuemeng.conformance.audit.AuditEntry;
import io.xuemeng.conformance.junit.Execution;
import io.xuemeng.conformance.junit.Executions;
import io.xuemeng.conformance.result.Conclusion;
import io.xuemeng.conformance.result.Contradiction;
import io.xuemeng.conformance.result.RequirementResult;
import io.xuemeng.conformance.result.RoleResult;
import io.xuemeng.conformance.result.TestResult;
import io.xuemeng.conformance.result.Untested;
import io.xuemeng.conformance.result.Verdict;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.role.Offer;
import io.xuemeng.conformance.role.RoleKit;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.conformance.text.Redaction;
import io.xuemeng.conformance.text.Texts;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.core.requirement.TextPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The run of one role: preflight, tests, and what is concluded from them. */
final class RoleRun<S> {

    private static final int MAX_TEXT = 4000;

    private final RoleKit<S> kit;
    private final Offer offer;
    private final S subject;
    private final Plan plan;
    private final Workspace workspace;
    private final Redaction redaction;
    private final Map<String, Requirement> requirements = new TreeMap<>();

    RoleRun(RoleKit<S> kit, Offer offer, Plan plan, Workspace workspace, Redaction redaction) {
        this.kit = kit;
        this.offer = offer;
        this.subject = kit.subject().cast(offer.subject());
        this.plan = plan;
        this.workspace = workspace;
        this.redaction = redaction;
        kit.requirements().forEach(requirement -> requirements.put(requirement.id(), requirement));
    }

    RoleResult run() {
        Execution execution = new Execution(kit, subject, offer.features(), workspace, redaction, plan::selects);
        @Nullable Bilingual unreachable = preflight();
        List<Contradiction> contradictions = List.of();
        if (unreachable == null) {
            execute(execution);
            contradictions = probe();
        }
        List<RequirementResult> results = new ArrayList<>();
        List<Untested> untested = new ArrayList<>();
        for (AuditEntry entry : kit.audit().entries()) {
            if (!plan.selects(entry.id())) {
                continue;
            }
            if (entry.isTestable()) {
                results.add(result(entry, execution, unreachable));
            } else {
                Requirement requirement = requirement(entry);
                untested.add(new Untested(entry.id(), requirement.level().name(), requirement.source(), entry.why()));
            }
        }
        Conclusion conclusion = conclude(results);
        return new RoleResult(
                kit.role().id(),
                offer.features(),
                conclusion,
                conclusion == Conclusion.NO_VERDICT ? whyNoVerdict(results, unreachable) : null,
                results,
                untested,
                contradictions);
    }

    private @Nullable Bilingual preflight() {
        try {
            kit.preflight(subject, offer.features(), plan::selects, workspace);
            return null;
        } catch (NoAnswerException e) {
            return redaction.apply(Texts.of("preflight.failed", e.reason()), MAX_TEXT);
        }
    }

    private void execute(Execution execution) {
        LauncherConfig config = LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestEngines(new JupiterTestEngine())
                .build();
        // What the vendor's own build configures for its tests is not for these.
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .enableImplicitConfigurationParameters(false)
                .selectors(kit.tests().stream()
                        .map(DiscoverySelectors::selectClass)
                        .toList())
                .configurationParameters(Map.of(
                        "junit.jupiter.execution.parallel.enabled",
                        String.valueOf(offer.parallel() > 1),
                        "junit.jupiter.execution.parallel.mode.default",
                        "concurrent",
                        "junit.jupiter.execution.parallel.config.strategy",
                        "fixed",
                        "junit.jupiter.execution.parallel.config.fixed.parallelism",
                        String.valueOf(offer.parallel()),
                        "junit.jupiter.execution.parallel.config.fixed.max-pool-size",
                        String.valueOf(offer.parallel())))
                .build();
        try (LauncherSession session = LauncherFactory.openSession(config)) {
            Executions.put(session, execution);
            session.getLauncher().execute(request);
        }
    }

    private List<Contradiction> probe() {
        List<Contradiction> contradictions = new ArrayList<>();
        if (plan.selection().isEmpty()) {
            for (String feature : kit.features().keySet()) {
                if (!offer.features().contains(feature)) {
                    probe(feature)
                            .ifPresent(observed -> contradictions.add(
                                    new Contradiction(feature, redaction.apply(observed, MAX_TEXT))));
                }
            }
        }
        return contradictions;
    }

    private Optional<Bilingual> probe(String feature) {
        try {
            return kit.probe(feature, subject, workspace);
        } catch (NoAnswerException e) {
            return Optional.empty(); // what is not declared need not answer
        }
    }

    private RequirementResult result(AuditEntry entry, Execution execution, @Nullable Bilingual unreachable) {
        List<TestResult> tests = new ArrayList<>(execution.results(entry.id()));
        Set<String> executed = tests.stream().map(TestResult::test).collect(Collectors.toSet());
        for (String test : entry.tests()) {
            if (!executed.contains(test)) {
                tests.add(notExecuted(test, entry, execution, unreachable));
            }
        }
        Verdict verdict = Verdict.INAPPLICABLE;
        for (TestResult test : tests) {
            verdict = verdict.worse(test.verdict());
        }
        Requirement requirement = requirement(entry);
        return new RequirementResult(
                entry.id(),
                requirement.level().name(),
                requirement.source(),
                Bilingual.of(locale -> Texts.of(requirement, TextPart.PROBLEM, locale)),
                entry.features(),
                verdict,
                plan.expectedFailures() != null && plan.expectedFailures().contains(kit.role(), entry.id()),
                tests);
    }

    /** A test that left no result is never a pass. */
    private static TestResult notExecuted(
            String test, AuditEntry entry, Execution execution, @Nullable Bilingual unreachable) {
        if (!execution.applies(entry)) {
            Bilingual reason = Texts.of("inapplicable", String.join(", ", entry.features()));
            return new TestResult(test, Verdict.INAPPLICABLE, 0, 0, reason, List.of());
        }
        Bilingual reason = unreachable == null ? Texts.of("kit.missing") : unreachable;
        return new TestResult(test, Verdict.CANNOT_TELL, 0, 0, reason, List.of());
    }

    private Requirement requirement(AuditEntry entry) {
        Requirement requirement = requirements.get(entry.id());
        if (requirement == null) {
            throw new IllegalStateException("the audit of " + kit.role() + " names the unknown " + entry.id());
        }
        return requirement;
    }

    private Conclusion conclude(List<RequirementResult> results) {
        boolean told = !results.isEmpty() && plan.selection().isEmpty();
        for (RequirementResult result : results) {
            if (result.verdict() == Verdict.FAILED) {
                return Conclusion.NOT_CONFORMANT;
            }
            told &= result.verdict() != Verdict.CANNOT_TELL;
        }
        return told ? Conclusion.CONFORMANT : Conclusion.NO_VERDICT;
    }

    private Bilingual whyNoVerdict(List<RequirementResult> results, @Nullable Bilingual unreachable) {
        if (unreachable != null) {
            return unreachable;
        }
        long untold = results.stream()
                .filter(result -> result.verdict() == Verdict.CANNOT_TELL)
                .count();
        return untold > 0 ? Texts.of("noVerdict.cannotTell", untold) : Texts.of("noVerdict.selection");
    }
}
