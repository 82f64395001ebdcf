package io.xuemeng.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.Report;
import io.xuemeng.core.requirement.Severity;
import io.xuemeng.core.requirement.Verdict;
import io.xuemeng.resource.document.MetadataDocument;
import io.xuemeng.resource.document.MetadataForm;
import io.xuemeng.resource.metadata.Educational;
import io.xuemeng.resource.metadata.ResourceMetadata;
import io.xuemeng.resource.metadata.VocabularyTerm;
import io.xuemeng.resource.profile.MetadataProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetadataFacadeTest {

    private static final Path GOOD = Path.of("src/test/resources/io/xuemeng/resource/validation/good-alliance.json");

    @Test
    void readsBackWhatItWroteInEitherForm(@TempDir Path folder) throws IOException {
        ResourceMetadata metadata = good();

        Path xml = MetadataWriter.write(metadata, folder.resolve("a.xml"));
        Path json = MetadataWriter.write(metadata, folder.resolve("a.json"));

        MetadataReading fromXml = MetadataReader.read(xml);
        MetadataReading fromJson = MetadataReader.read(json);
        assertThat(fromXml.document().orElseThrow().form()).isEqualTo(MetadataForm.LOM_XML);
        assertThat(fromJson.document().orElseThrow().form()).isEqualTo(MetadataForm.JSON);
        assertThat(fromXml.document().orElseThrow().metadata()).isEqualTo(metadata);
        assertThat(fromJson.document().orElseThrow().metadata()).isEqualTo(metadata);
    }

    @Test
    void tellsTheNationalPlatformsDocumentsFromItsOwnForm() throws IOException {
        byte[] document = MetadataWriter.toNationalPlatformJson(good());

        MetadataDocument read = MetadataReader.read(document, null, Limits.defaults(), new FindingCollector());

        assertThat(read.form()).isEqualTo(MetadataForm.NATIONAL_PLATFORM_JSON);
    }

    @Test
    void refusesANameThatTellsNoForm(@TempDir Path folder) throws IOException {
        ResourceMetadata metadata = good();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MetadataWriter.write(metadata, folder.resolve("a.txt")))
                .withMessageContaining("a.txt");
    }

    @Test
    void reportsWhatADisputeNeeds() throws IOException {
        Report report = MetadataValidator.forProfile(MetadataProfile.alliance()).validate(GOOD);

        assertThat(report.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(report.subject().sha256()).hasSize(64);
        assertThat(report.subject().title()).isEqualTo("分数的初步认识");
        assertThat(report.profile().id()).isEqualTo("alliance");
    }

    @Test
    void judgesARecordThatWasBuilt() throws IOException {
        MetadataValidator validator = MetadataValidator.forProfile(MetadataProfile.alliance());

        assertThat(validator.validate(good()).findings()).isEmpty();
        assertThat(validator.validate(ResourceMetadata.builder().build()).verdict())
                .isEqualTo(Verdict.REJECTED);
    }

    @Test
    void doesNotDoubtAValueOfANationalExtensionOfTheLom() throws IOException {
        ResourceMetadata own = record(VocabularyTerm.of("LOM-ESv1.0", "real project"));
        ResourceMetadata common = record(VocabularyTerm.of("LOM-ESv1.0", "exercise"));
        ResourceMetadata wrong = record(VocabularyTerm.of("LOMv1.0", "real project"));
        MetadataValidator validator = MetadataValidator.forProfile(MetadataProfile.lom());

        assertThat(validator.validate(own).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("META-111");
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
        });
        assertThat(validator.validate(common).findings()).isEmpty();
        assertThat(validator.validate(wrong).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.id()).isEqualTo("META-109"));
    }

    private static ResourceMetadata record(VocabularyTerm type) {
        return ResourceMetadata.builder()
                .educational(Educational.builder().learningResourceType(type).build())
                .build();
    }

    @Test
    void namesOnlyElementsOfTheLomAsThoseItHas() {
        FindingCollector findings = new FindingCollector();
        String lom = "<lom xmlns=\"http://ltsc.ieee.org/xsd/LOM\"><rights><access/></rights></lom>";

        MetadataReader.read(lom.getBytes(StandardCharsets.UTF_8), null, Limits.defaults(), findings);

        assertThat(findings.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.problem(Locale.ENGLISH))
                        .endsWith("It has: cost, copyrightAndOtherRestrictions, description."));
    }

    @Test
    void findsNoRecordInWhatIsNone() {
        for (String text : new String[] {"", "[]", "\uFEFF", "plain", "<html/>"}) {
            FindingCollector findings = new FindingCollector();

            assertThat(MetadataReader.readAll(text.getBytes(StandardCharsets.UTF_8), null, Limits.defaults(), findings))
                    .as(text)
                    .isEmpty();
            assertThat(findings.findings()).as(text).isNotEmpty();
        }
    }

    private static ResourceMetadata good() throws IOException {
        return MetadataReader.read(GOOD).document().orElseThrow().metadata();
    }
}
