package io.xuemeng.core.requirement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The findings of one input, with what a dispute needs to repeat them. Immutable.
 *
 * @param subject the input
 * @param profile the profile it was held against; null when none was
 * @param sdkVersion the version of the library that judged
 * @param catalogueVersion the version of the requirements it judged by, see {@link RequirementCatalogue#version()}
 * @param findings in the order in which they were found; empty when there is nothing to say
 * @param truncated whether checks were left out because a limit was reached
 */
public record Report(
        Subject subject,
        @Nullable ProfileReference profile,
        String sdkVersion,
        String catalogueVersion,
        List<Finding> findings,
        boolean truncated) {

    /** Copies the findings. */
    public Report {
        findings = List.copyOf(findings);
    }

    /** A report by this version of the library. */
    public static Report of(
            Subject subject,
            @Nullable ProfileReference profile,
            RequirementCatalogue catalogue,
            List<Finding> findings,
            boolean truncated) {
        return new Report(subject, profile, SdkVersion.current(), catalogue.version(), findings, truncated);
    }

    /** Accepted, rejected or unreadable. */
    public Verdict verdict() {
        return Verdict.of(findings);
    }

    /** The findings of one requirement, in order; empty when there are none. */
    public List<Finding> findings(String id) {
        return findings.stream().filter(finding -> finding.id().equals(id)).toList();
    }
}
