package io.xuemeng.examples.intake.report;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.core.requirement.Severity;
import io.xuemeng.core.requirement.Verdict;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts outcomes by verdict, and inputs by the requirement they break. Not thread-safe. */
public final class Tally {

    /**
     * How many inputs break a requirement.
     *
     * @param requirement the requirement
     * @param worst the worst severity it was found with
     * @param inputs how many inputs have at least one finding about it
     */
    public record Broken(Requirement requirement, Severity worst, long inputs) {}

    private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    private final Map<String, Broken> broken = new HashMap<>();
    private long unfinished;

    /** Counts an outcome. */
    public void add(Outcome outcome) {
        verdicts.merge(outcome.verdict(), 1L, Long::sum);
        if (!outcome.finished()) {
            unfinished++;
        }
        Map<String, Broken> here = new HashMap<>();
        for (Finding finding : outcome.report().findings()) {
            here.merge(finding.id(), new Broken(finding.requirement(), finding.severity(), 1), Tally::sameInput);
        }
        here.forEach((id, one) -> broken.merge(id, one, Tally::otherInput));
    }

    private static Broken sameInput(Broken one, Broken two) {
        return new Broken(one.requirement(), worse(one.worst(), two.worst()), 1);
    }

    private static Broken otherInput(Broken one, Broken two) {
        return new Broken(one.requirement(), worse(one.worst(), two.worst()), one.inputs() + two.inputs());
    }

    private static Severity worse(Severity one, Severity two) {
        return one.isWorseThan(two) ? one : two;
    }

    /** How many inputs have a verdict. */
    public long count(Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0L);
    }

    /** How many inputs were counted. */
    public long total() {
        return verdicts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many inputs the environment kept from being judged. */
    public long unfinished() {
        return unfinished;
    }

    /** The requirements broken, worst first, then by the number of inputs. */
    public List<Broken> broken() {
        return broken.values().stream()
                .sorted(Comparator.comparing(Broken::worst)
                        .thenComparing(Comparator.comparingLong(Broken::inputs).reversed())
                        .thenComparing(one -> one.requirement().id()))
                .toList();
    }
}
