package io.xuemeng.core.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FindingTest {

    private static final Requirement RULE = new SimpleRequirement("TEST-001", Severity.ERROR, false);

    @Test
    void rendersInTheReadersLanguage() {
        Finding finding = Finding.of(RULE)
                .at(Location.entry("a.html"))
                .with("name", "课")
                .with("count", 3)
                .with("allowed", List.of("x", "y"))
                .build();
        assertThat(finding.problem(Locale.ENGLISH)).isEqualTo("课 has 3, not x, y.");
        assertThat(finding.problem(Locale.SIMPLIFIED_CHINESE)).isEqualTo("课 有 3 个，应为 x、y。");
        assertThat(finding.problem(Locale.TRADITIONAL_CHINESE)).startsWith("课 有");
        assertThat(finding.problem(Locale.GERMAN)).startsWith("课 has");
        assertThat(finding.reason(Locale.ENGLISH)).isEqualTo("Reason.");
        assertThat(finding.remedy(Locale.ENGLISH)).isEqualTo("Mend 课.");
        assertThat(finding.message(Locale.ENGLISH)).isEqualTo("课 has 3, not x, y. Mend 课.");
        assertThat(finding.message(Locale.SIMPLIFIED_CHINESE)).isEqualTo("课 有 3 个，应为 x、y。请修改 课。");
    }

    @Test
    void keepsAPlaceholderThatHasNoArgument() {
        assertThat(Finding.of(RULE).build().problem(Locale.ENGLISH)).isEqualTo("{name} has {count}, not {allowed}.");
    }

    @Test
    void doesNotFillPlaceholdersThatTheInputBrings() {
        Finding finding =
                Finding.of(RULE).with("name", "{count}").with("count", 3).build();
        assertThat(finding.remedy(Locale.ENGLISH)).isEqualTo("Mend {count}.");
    }

    @Test
    void isSafeToShow() {
        Finding finding = Finding.of(RULE)
                .at(Location.at("\u001b[31m", "/a\u202Eb", 1, 2))
                .with("name", "13812345678\u0007")
                .build();
        assertThat(finding.remedy(Locale.ENGLISH)).isEqualTo("Mend 1*********8\\u{0007}.");
        assertThat(finding.location()).hasToString("\\u{001B}[31m:1:2 /a\\u{202E}b");
    }

    @Test
    void saysHowManyPlacesItStandsFor() {
        Finding finding = Finding.of(RULE)
                .at(Location.entry("a"))
                .with("name", "n")
                .with("count", 1)
                .with("allowed", List.of("x"))
                .occurrences(4, List.of(Location.entry("b"), Location.entry("c")))
                .build();
        assertThat(finding.problem(Locale.ENGLISH)).isEqualTo("n has 1, not x. (and 3 more, for example: b, c)");
        assertThat(finding.problem(Locale.CHINESE)).isEqualTo("n 有 1 个，应为 x。（另有 3 处，例如：b、c）");
        assertThat(finding.examples()).hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Finding.of(RULE).occurrences(1, List.of(Location.entry("b"))))
                .withMessageContaining("1 occurrences");
        assertThatIllegalArgumentException().isThrownBy(() -> Finding.of(RULE).occurrences(0, List.of()));
    }

    @Test
    void namesAProjectsOwnDecisionInTheReadersLanguage() {
        assertThat(RULE.source()).isEqualTo("profile decision");
        assertThat(RULE.source(Locale.ENGLISH)).isEqualTo("profile decision");
        assertThat(RULE.source(Locale.SIMPLIFIED_CHINESE)).isEqualTo("规范自定");
    }

    @Test
    void hasTheSeverityOfItsRequirementUnlessRegraded() {
        assertThat(Finding.of(RULE).build().severity()).isEqualTo(Severity.ERROR);
        assertThat(Finding.of(RULE).severity(Severity.INFO).build().severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void tellsNothingOfTheInputInItsToString() {
        Finding finding =
                Finding.of(RULE).at(Location.entry("a")).with("name", "secret").build();
        assertThat(finding).hasToString("TEST-001 ERROR a");
    }
}
