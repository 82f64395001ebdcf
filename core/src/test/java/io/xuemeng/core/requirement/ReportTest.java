package io.xuemeng.core.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTest {

    private static final Requirement RULE = new SimpleRequirement("TEST-001", Severity.ERROR, false);
    private static final Requirement OTHER = new SimpleRequirement("TEST-002", Severity.WARNING, false);

    @ParameterizedTest
    @CsvSource({"FATAL, UNREADABLE", "ERROR, REJECTED", "WARNING, ACCEPTED", "INFO, ACCEPTED"})
    void concludesFromTheWorstFinding(Severity worst, Verdict verdict) {
        List<Finding> findings = List.of(
                Finding.of(RULE).severity(Severity.INFO).build(),
                Finding.of(RULE).severity(worst).build(),
                Finding.of(RULE).severity(Severity.WARNING).build());
        assertThat(Verdict.of(findings)).isEqualTo(verdict);
        assertThat(Verdict.of(List.of())).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void statesWhatADisputeNeeds() {
        RequirementCatalogue catalogue = RequirementCatalogue.of(List.of(RULE, OTHER));
        List<Finding> findings = new ArrayList<>(
                List.of(Finding.of(RULE).build(), Finding.of(OTHER).build()));
        Report report = Report.of(Subject.named("a.zip"), null, catalogue, findings, false);
        findings.clear();
        assertThat(report.findings()).hasSize(2);
        assertThat(report.findings("TEST-002"))
                .singleElement()
                .satisfies(found -> assertThat(found.severity()).isEqualTo(Severity.WARNING));
        assertThat(report.verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(report.sdkVersion()).isEqualTo(SdkVersion.current()).doesNotContain("$");
        assertThat(report.catalogueVersion()).isEqualTo(catalogue.version()).startsWith(SdkVersion.current() + "+");
    }

    @Test
    void findsRequirementsByIdAndTellsCataloguesApart() {
        RequirementCatalogue catalogue = RequirementCatalogue.of(List.of(OTHER, RULE));
        assertThat(catalogue.requirements()).containsExactly(RULE, OTHER);
        assertThat(catalogue.find("TEST-001")).contains(RULE);
        assertThat(catalogue.find("TEST-009")).isEmpty();
        assertThat(catalogue.version())
                .isEqualTo(RequirementCatalogue.of(List.of(RULE, OTHER)).version())
                .isNotEqualTo(RequirementCatalogue.of(List.of(RULE)).version());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequirementCatalogue.of(List.of(RULE, RULE)))
                .withMessageContaining("TEST-001");
    }

    @Test
    void makesWhatTheInputSaysOfItselfSafe() {
        Subject subject = new Subject("a.zip", null, 1, "f\u0007", "t\u202E");
        assertThat(subject.format()).isEqualTo("f\\u{0007}");
        assertThat(subject.title()).isEqualTo("t\\u{202E}");
    }

    @Test
    void showsAsMuchOfALocationAsIsKnown() {
        assertThat(Location.unknown()).hasToString("");
        assertThat(Location.entry("a")).hasToString("a");
        assertThat(Location.at("a", "/b", 3, 4)).hasToString("a:3:4 /b");
        assertThat(Location.at(null, "/b", 3, 0)).hasToString("3 /b");
        assertThat(Location.at(null, "/b", 0, 0)).hasToString("/b");
        assertThatIllegalArgumentException().isThrownBy(() -> Location.at(null, null, -1, 0));
    }

    @Test
    void readsTextsInUtf8AndNamesWhatIsMissing() {
        MessageBundle bundle = MessageBundle.load(
                "messages",
                name -> new ByteArrayInputStream((name.contains("zh_CN") ? "T-1.problem=中文。" : "T-1.problem=English.")
                        .getBytes(StandardCharsets.UTF_8)));
        assertThat(bundle.text("T-1", TextPart.PROBLEM, Locale.TRADITIONAL_CHINESE))
                .isEqualTo("中文。");
        assertThat(bundle.text("T-1", TextPart.PROBLEM, Locale.ROOT)).isEqualTo("English.");
        assertThat(bundle.keys(Locale.CHINESE)).containsExactly("T-1.problem");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bundle.text("T-2", TextPart.REMEDY, Locale.CHINESE))
                .withMessageContaining("T-2.remedy");
        assertThatThrownBy(() -> MessageBundle.load("lost", name -> null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lost.properties");
    }
}
