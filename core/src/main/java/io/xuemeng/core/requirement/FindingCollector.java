package io.xuemeng.core.requirement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the findings of one input in bounded memory. Of each requirement and severity the first
 * {@value #DEFAULT_LISTED} are listed one by one (only one of a {@linkplain Requirement#grouped() grouped} requirement);
 * the next one stands for all the rest, which it counts and of which it keeps up to {@value #MAX_EXAMPLES} examples. So
 * nothing is lost from the count, and one habit of a package is not a thousand lines. Not thread-safe.
 */
public final class FindingCollector implements FindingSink {

    /** How many findings about one requirement are listed one by one. */
    public static final int DEFAULT_LISTED = 20;

    /** How many examples a finding that stands for several places keeps. */
    public static final int MAX_EXAMPLES = 5;

    private record Key(String id, Severity severity) {}

    private static final class Tally {
        private int listed;
        private int lastIndex;
        private long rest;
        private final List<Location> examples = new ArrayList<>(0);
    }

    private final int listed;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Key, Tally> tallies = new LinkedHashMap<>();
    private boolean truncated;

    /** Lists {@value #DEFAULT_LISTED} findings of a requirement before it counts. */
    public FindingCollector() {
        this(DEFAULT_LISTED);
    }

    /** Lists the given number of findings of a requirement before it counts. */
    public FindingCollector(int listed) {
        if (listed < 1) {
            throw new IllegalArgumentException("at least 1 finding is listed, not " + listed);
        }
        this.listed = listed;
    }

    @Override
    public void report(Finding finding) {
        Tally tally = tallies.computeIfAbsent(new Key(finding.id(), finding.severity()), key -> new Tally());
        int quota = finding.requirement().grouped() ? 1 : listed + 1;
        if (tally.listed < quota) {
            tally.listed++;
            tally.lastIndex = findings.size();
            findings.add(finding);
            if (tally.listed == quota) {
                // This one stands for all that follow, besides what it stands for already.
                tally.rest = finding.occurrences() - 1;
                addExamples(tally, finding.examples());
            }
            return;
        }
        tally.rest += finding.occurrences();
        addExamples(tally, List.of(finding.location()));
        addExamples(tally, finding.examples());
    }

    private static void addExamples(Tally tally, List<Location> locations) {
        for (Location location : locations) {
            if (tally.examples.size() < MAX_EXAMPLES && !location.equals(Location.unknown())) {
                tally.examples.add(location);
            }
        }
    }

    /** Says that checks were left out because a limit was reached, so that the report is not the whole truth. */
    public void truncate() {
        truncated = true;
    }

    /** Whether {@link #truncate()} was called. */
    public boolean isTruncated() {
        return truncated;
    }

    /** Whether nothing was reported yet. */
    public boolean isEmpty() {
        return findings.isEmpty();
    }

    /** Whether a FATAL was reported. */
    public boolean hasFatal() {
        return tallies.keySet().stream().anyMatch(key -> key.severity() == Severity.FATAL);
    }

    /** What was collected, in the order of the first occurrences. */
    public List<Finding> findings() {
        List<Finding> result = new ArrayList<>(findings);
        for (Tally tally : tallies.values()) {
            if (tally.rest > 0) {
                Finding last = findings.get(tally.lastIndex);
                Finding.Builder builder =
                        Finding.of(last.requirement()).severity(last.severity()).at(last.location());
                last.arguments().forEach(builder::with);
                long count = tally.rest + 1;
                List<Location> examples = tally.examples.subList(0, (int) Math.min(tally.examples.size(), count - 1));
                result.set(tally.lastIndex, builder.occurrences(count, examples).build());
            }
        }
        return List.copyOf(result);
    }
}
