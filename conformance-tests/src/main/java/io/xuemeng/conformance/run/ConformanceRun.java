package io.xuemeng.conformance.run;

import io.xuemeng.conformance.result.Conclusion;
import io.xuemeng.conformance.result.RequirementResult;
import io.xuemeng.conformance.result.RoleResult;
import io.xuemeng.conformance.result.RunResult;
import io.xuemeng.conformance.result.Verdict;
import io.xuemeng.conformance.role.Offer;
import io.xuemeng.conformance.role.RoleKits;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.conformance.text.Redaction;
import io.xuemeng.conformance.text.Texts;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Runs the kit. Each run has an id and a folder of its own, so runs may go on side by side.
 */
public final class ConformanceRun {

    private ConformanceRun() {}

    /** An id for a run. */
    public static String newId() {
        return UUID.randomUUID().toString();
    }

    /** Runs a plan with a new id; see {@link #run(Plan, Workspace)}. */
    public static RunResult run(Plan plan, Path folder) {
        try (Workspace workspace = new Workspace(newId(), folder)) {
            return run(plan, workspace);
        }
    }

    /**
     * Runs a plan.
     *
     * @param workspace with an empty folder, which takes what the platform is given; it is left as it is, so that replays work, and closed by the
     *     caller
     */
    public static RunResult run(Plan plan, Workspace workspace) {
        Instant started = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        long start = System.nanoTime();
        Redaction redaction = Redaction.of(plan.secrets());
        List<RoleResult> roles = new ArrayList<>();
        for (Offer offer : plan.offers()) {
            roles.add(
                    new RoleRun<>(RoleKits.find(offer.role()).orElseThrow(), offer, plan, workspace, redaction).run());
        }
        List<Bilingual> problems = new ArrayList<>();
        Boolean asExpected = plan.expectedFailures() == null ? null : compare(plan.expectedFailures(), roles, problems);
        return new RunResult(
                RunResult.FORMAT,
                io.xuemeng.core.requirement.SdkVersion.current(),
                RoleKits.catalogue(),
                plan.platform(),
                plan.target(),
                workspace.run(),
                started.toString(),
                (System.nanoTime() - start) / 1_000_000,
                plan.selection(),
                conclude(roles),
                asExpected,
                problems,
                roles);
    }

    private static Conclusion conclude(List<RoleResult> roles) {
        if (roles.stream().anyMatch(role -> role.conclusion() == Conclusion.NOT_CONFORMANT)) {
            return Conclusion.NOT_CONFORMANT;
        }
        boolean all = !roles.isEmpty() && roles.stream().allMatch(role -> role.conclusion() == Conclusion.CONFORMANT);
        return all ? Conclusion.CONFORMANT : Conclusion.NO_VERDICT;
    }

    /** Whether exactly the expected failures happened; what is otherwise is told. */
    private static boolean compare(ExpectedFailures expected, List<RoleResult> roles, List<Bilingual> problems) {
        Set<String> met = new HashSet<>();
        boolean same = true;
        for (RoleResult role : roles) {
            for (RequirementResult requirement : role.requirements()) {
                String name = role.role() + '/' + requirement.id();
                met.add(name);
                boolean failed = requirement.verdict() == Verdict.FAILED;
                if (requirement.expectedFailure() && !failed && requirement.verdict() != Verdict.CANNOT_TELL) {
                    problems.add(Texts.of("expected.passed", name));
                    same = false;
                }
                same &= requirement.expectedFailure() || !failed;
            }
        }
        for (String name : expected.without(met)) {
            problems.add(Texts.of("expected.unmet", name));
            same = false;
        }
        return same;
    }
}
