package io.xuemeng.core.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class FindingCollectorTest {

    private static final Requirement RULE = new SimpleRequirement("TEST-001", Severity.ERROR, false);
    private static final Requirement HABIT = new SimpleRequirement("TEST-002", Severity.INFO, true);
    private static final Requirement FATAL = new SimpleRequirement("TEST-003", Severity.FATAL, false);

    private static Finding finding(Requirement requirement, String entry) {
        return Finding.of(requirement)
                .at(Location.entry(entry))
                .with("name", entry)
                .build();
    }

    private static long total(List<Finding> findings) {
        return findings.stream().mapToLong(Finding::occurrences).sum();
    }

    @Test
    void listsTheFirstOnesAndCountsTheRest() {
        FindingCollector collector = new FindingCollector(2);
        for (int i = 0; i < 100; i++) {
            collector.report(finding(RULE, "e" + i));
        }
        List<Finding> findings = collector.findings();
        assertThat(findings).extracting(found -> found.location().entry()).containsExactly("e0", "e1", "e2");
        assertThat(findings).extracting(Finding::occurrences).containsExactly(1L, 1L, 98L);
        assertThat(findings.get(2).examples())
                .extracting(Location::entry)
                .containsExactly("e3", "e4", "e5", "e6", "e7");
        assertThat(findings.get(2).arguments()).containsKey("name");
    }

    @Test
    void makesOneLineOfAGroupedRequirement() {
        FindingCollector collector = new FindingCollector();
        for (int i = 0; i < 10; i++) {
            collector.report(finding(HABIT, "e" + i));
        }
        assertThat(collector.findings()).singleElement().satisfies(found -> {
            assertThat(found.occurrences()).isEqualTo(10);
            assertThat(found.location().entry()).isEqualTo("e0");
            assertThat(found.examples()).hasSize(FindingCollector.MAX_EXAMPLES);
        });
    }

    @Test
    void keepsTheOrderOfTheFirstOccurrences() {
        FindingCollector collector = new FindingCollector();
        collector.report(finding(HABIT, "a"));
        collector.report(finding(RULE, "b"));
        collector.report(finding(HABIT, "c"));
        assertThat(collector.findings()).extracting(Finding::id).containsExactly("TEST-002", "TEST-001");
    }

    @Test
    void countsSeveritiesOfOneRequirementApart() {
        FindingCollector collector = new FindingCollector(1);
        for (int i = 0; i < 5; i++) {
            collector.report(finding(RULE, "e" + i));
            collector.report(Finding.of(RULE).severity(Severity.WARNING).build());
        }
        assertThat(total(collector.findings())).isEqualTo(10);
        assertThat(collector.findings()).extracting(Finding::severity).containsOnly(Severity.ERROR, Severity.WARNING);
    }

    @Test
    void addsUpFindingsThatAlreadyStandForSeveral() {
        FindingCollector collector = new FindingCollector(1);
        for (int i = 0; i < 4; i++) {
            collector.report(Finding.of(RULE)
                    .at(Location.entry("e" + i))
                    .occurrences(10, List.of(Location.entry("more" + i)))
                    .build());
        }
        assertThat(total(collector.findings())).isEqualTo(40);
    }

    @Test
    void canBeReadAndThenGoOn() {
        FindingCollector collector = new FindingCollector(1);
        assertThat(collector.isEmpty()).isTrue();
        collector.report(finding(RULE, "a"));
        List<Finding> first = collector.findings();
        collector.report(finding(RULE, "b"));
        collector.report(finding(RULE, "c"));
        assertThat(first).hasSize(1);
        assertThat(collector.findings()).hasSize(2);
        assertThat(collector.findings()).hasToString(collector.findings().toString());
        assertThat(collector.isEmpty()).isFalse();
    }

    @Test
    void knowsWhetherThereWasAFatal() {
        FindingCollector collector = new FindingCollector();
        collector.report(finding(RULE, "a"));
        assertThat(collector.hasFatal()).isFalse();
        collector.report(finding(FATAL, "a"));
        assertThat(collector.hasFatal()).isTrue();
    }

    @Test
    void remembersThatChecksWereLeftOut() {
        FindingCollector collector = new FindingCollector();
        assertThat(collector.isTruncated()).isFalse();
        collector.truncate();
        assertThat(collector.isTruncated()).isTrue();
    }

    @Test
    void refusesToListNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FindingCollector(0));
    }
}
