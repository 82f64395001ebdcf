package io.xuemeng.resource.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.Severity;
import io.xuemeng.resource.metadata.AigcLabel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AigcLabelCheckTest {

    private static AigcLabel label(String value, String producer, String id) {
        return AigcLabel.builder()
                .label(value)
                .contentProducer(producer)
                .produceId(id)
                .build();
    }

    private static FoundLabel found(String path, String value, String producer, String id) {
        return new FoundLabel(path, LabelCarrier.XMP, label(value, producer, id));
    }

    private static List<Finding> compare(AigcLabel declared, FoundLabel... found) {
        FindingCollector findings = new FindingCollector();
        AigcLabelCheck.compare(declared, Arrays.asList(found), findings);
        return findings.findings();
    }

    @Test
    void saysNothingWhenNeitherIsLabelled() {
        assertThat(compare(null)).isEmpty();
    }

    @Test
    void reportsLabelledFilesUnderUnlabelledMetadataOnceWithTheirNumber() {
        List<Finding> findings = compare(
                null, found("a.png", "2", "甲", "1"), found("b.png", "1", "甲", "2"), found("b.png", "1", "甲", "2"));
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.requirement()).isEqualTo(FileRequirement.LABEL_NOT_IN_METADATA);
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.occurrences()).isEqualTo(2);
            assertThat(finding.location().entry()).isEqualTo("a.png");
        });
    }

    @Test
    void onlyWarnsWhenFilesAreMerelySuspectedAndTheMetadataIsSilent() {
        assertThat(compare(null, found("a.png", "3", "甲", "1"), found("b.png", "2", "甲", "1")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING));
    }

    @Test
    void warnsWhenNoFileCarriesWhatTheMetadataDeclares() {
        assertThat(compare(label("1", "甲", "1")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.requirement()).isEqualTo(FileRequirement.LABEL_NOT_IN_FILES));
    }

    @Test
    void doesNotSayThatNoFileIsLabelledWhenALabelCannotBeRead() {
        FindingCollector findings = new FindingCollector();
        AigcLabelCheck check = new AigcLabelCheck();
        check.add(new Inspection("a.png", FileType.PNG, List.of(), true));

        check.compare(label("1", "甲", "1"), findings);

        assertThat(findings.findings()).isEmpty();
    }

    @Test
    void isContentWhenOneOfSeveralGeneratorsIsTheDeclaredOne() {
        assertThat(compare(label("1", "甲", "1"), found("a.png", "1", "甲", "1"), found("b.png", "1", "乙", "2")))
                .isEmpty();
    }

    @Test
    void takesNoEmptyValueForAContradiction() {
        assertThat(compare(label("1", "甲", ""), found("a.png", "1", "", "7"))).isEmpty();
    }

    @Test
    void reportsEachFieldWhoseValueNoFileHas() {
        List<Finding> findings = compare(label("1", "丙", "9"), found("a.png", "1", "甲", "1"));
        assertThat(findings).hasSize(2);
        assertThat(findings.get(0).problem(Locale.ENGLISH)).contains("ContentProducer", "\"丙\"", "\"甲\"");
        assertThat(findings.get(1).problem(Locale.ENGLISH)).contains("ProduceID");
    }

    @Test
    void reportsMetadataThatIsMilderThanAFile() {
        List<Finding> findings =
                compare(label("2", "甲", "1"), found("a.png", "2", "甲", "1"), found("b.png", "1", "甲", "1"));
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.requirement()).isEqualTo(FileRequirement.LABEL_DIFFERS_FROM_METADATA);
            assertThat(finding.location().entry()).isEqualTo("b.png");
        });
    }

    @Test
    void staysSilentRatherThanWrongWhenFilesNameMoreValuesThanItKeeps() {
        FoundLabel[] many = new FoundLabel[1000];
        for (int i = 0; i < many.length; i++) {
            many[i] = found("p" + i + ".png", "1", "甲", "n" + i);
        }
        assertThat(compare(label("1", "甲", "n999"), many)).isEmpty();
    }
}
