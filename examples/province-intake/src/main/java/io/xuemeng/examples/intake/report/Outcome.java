package io.xuemeng.examples.intake.report;

import io.xuemeng.core.requirement.Report;
import io.xuemeng.core.requirement.Verdict;

/**
 * What became of one input.
 *
 * @param report what was found; names the input
 * @param millis how long judging it took, in milliseconds
 * @param finished false when the environment kept the input from being judged: a disk error, a missing right
 */
public record Outcome(Report report, long millis, boolean finished) {

    /** The input's verdict. */
    public Verdict verdict() {
        return report.verdict();
    }
}
