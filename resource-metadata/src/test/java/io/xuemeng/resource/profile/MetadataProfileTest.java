package io.xuemeng.resource.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.Severity;
import io.xuemeng.core.requirement.TextPart;
import io.xuemeng.resource.requirement.MetadataRequirement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataProfileTest {

    private static final Path EXAMPLE = Path.of("src/test/resources/io/xuemeng/resource/profile/zhejiang-demo.json");

    @Test
    void addsWhatAProvinceAsksForToWhatItExtends() throws IOException {
        MetadataProfile profile = MetadataProfile.read(EXAMPLE);

        assertThat(profile.base()).contains(MetadataProfile.alliance());
        assertThat(profile.requirement("zhejiang-demo-001")).isPresent();
        assertThat(profile.requirement("alliance-001")).isPresent();
        assertThat(profile.requirement("lom-001")).isPresent();
    }

    @Test
    void gradesRequirementsAsTheFileSays() throws IOException {
        MetadataProfile profile = MetadataProfile.read(EXAMPLE);
        FindingCollector found = new FindingCollector();

        profile.grading(found)
                .report(Finding.of(MetadataRequirement.FORMAT_NOT_MEDIA_TYPE)
                        .with("value", "pdf")
                        .build());

        assertThat(profile.grade(MetadataRequirement.FORMAT_NOT_MEDIA_TYPE)).isEqualTo(Severity.ERROR);
        assertThat(found.findings()).extracting(Finding::severity).containsExactly(Severity.ERROR);
        assertThat(found.findings().get(0).problem(Locale.ENGLISH)).contains("pdf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATH-001", "ZIP-031", "XML-008", "JSON-005", "MAN-010", "FILE-001"})
    void letsNoProfileGradeMilderWhatProtectsTheReceiver(String id) throws IOException {
        String text = Files.readString(EXAMPLE).replace("\"META-108\": \"ERROR\"", '"' + id + "\": \"INFO\"");
        String alone = """
                {"format": "xuemeng-profile-1", "id": "alone", "version": "1", "title": {"zh": "独立", "en": "Alone"},
                 "elements": [], "grades": {"%s": "INFO", "META-102": "INFO"}}
                """.formatted(id);

        assertThat(problems(text)).extracting(Finding::id).containsExactly("PROF-027");
        assertThat(problems(alone)).extracting(Finding::id).containsExactly("PROF-027");
    }

    @Test
    void gradesWhatIsNoMustAsTheFileSays() throws IOException {
        String text = Files.readString(EXAMPLE)
                .replace(
                        "\"META-108\": \"ERROR\"",
                        "\"PATH-010\": \"ERROR\", \"PATH-028\": \"INFO\", \"ZIP-040\": \"ERROR\"");

        assertThat(MetadataProfile.read(text.getBytes(StandardCharsets.UTF_8)).grades())
                .containsEntry("PATH-010", Severity.ERROR)
                .containsEntry("PATH-028", Severity.INFO)
                .containsEntry("ZIP-040", Severity.ERROR);
    }

    @Test
    void knowsTheRequirementsOfEveryFamilyThatItGrades() throws IOException {
        String text = Files.readString(EXAMPLE).replace("\"META-108\": \"ERROR\"", "\"ZIP-999\": \"ERROR\"");

        assertThat(problems(text)).extracting(Finding::id).containsExactly("PROF-028");
    }

    @Test
    void takesNamesAndTemplatesFromTheProfileItExtends() throws IOException {
        ProfileRequirement requirement =
                MetadataProfile.read(EXAMPLE).requirement("zhejiang-demo-003").orElseThrow();

        assertThat(requirement.text(TextPart.PROBLEM, Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("关键字有 {count} 个，至少应有 3 个。");
        assertThat(requirement.severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void saysWhichFileItIsByItsHash() throws IOException {
        byte[] bytes = Files.readAllBytes(EXAMPLE);
        bytes[bytes.length - 1] = ' ';

        assertThat(MetadataProfile.read(bytes).reference().sha256())
                .isNotEqualTo(MetadataProfile.read(EXAMPLE).reference().sha256());
    }

    @Test
    void listsEveryProblemWithItsLine() throws IOException {
        String text = Files.readString(EXAMPLE)
                .replace("\"general.description\"", "\"general.descripton\"")
                .replace("\"META-108\": \"ERROR\"", "\"META-102\": \"INFO\"");

        assertThat(problems(text))
                .extracting(finding -> finding.location().line())
                .containsExactly(9, 23);
        InvalidProfileException refused = new InvalidProfileException("demo.json", problems(text));
        assertThat(refused.getMessage())
                .isEqualTo(refused.message(Locale.ENGLISH))
                .contains("line 9, column 15 (/elements/0/path): There is no element \"general.descripton\"");
        assertThat(refused.message(Locale.SIMPLIFIED_CHINESE))
                .contains("第 9 行第 15 列（/elements/0/path）：元数据模型中没有元素“general.descripton”。");
    }

    @Test
    void refusesAnEntryThatIsMilderThanAMustItExtends() throws IOException {
        String text = Files.readString(EXAMPLE)
                .replace("\"general.description\"", "\"general.title\"")
                .replaceFirst("\"obligation\": \"M\"", "\"obligation\": \"O\"")
                .replaceFirst("\"requirements\": \\{\"obligation\": \"zhejiang-demo-001\"\\},", "");

        assertThat(messages(text)).singleElement().asString().contains("milder than alliance-005");
    }

    @Test
    void refusesAGradeThatIsMilderThanAMustItExtends() throws IOException {
        assertThat(messages(
                        Files.readString(EXAMPLE).replace("\"alliance-011\": \"ERROR\"", "\"alliance-001\": \"INFO\"")))
                .singleElement()
                .asString()
                .contains("INFO is milder than the ERROR that alliance-001 has");
    }

    @Test
    void refusesToDefineAnIdAgain() throws IOException {
        assertThat(messages(Files.readString(EXAMPLE).replace("\"zhejiang-demo-002\"", "\"alliance-001\"")))
                .singleElement()
                .asString()
                .contains("given to another requirement");
        assertThat(messages(Files.readString(EXAMPLE).replace("\"zhejiang-demo-002\"", "\"zhejiang-demo-001\"")))
                .singleElement()
                .asString()
                .contains("given to another requirement");
        assertThat(messages(Files.readString(EXAMPLE).replace("\"zhejiang-demo-002\"", "\"META-001\"")))
                .singleElement()
                .asString()
                .contains("three digits");
    }

    @Test
    void refusesTheIdOfAProfileOfThisLibrary() throws IOException {
        assertThat(messages(Files.readString(EXAMPLE).replace("\"id\": \"zhejiang-demo\"", "\"id\": \"alliance\"")))
                .anySatisfy(message -> assertThat(message).contains("belongs to a profile of this library"));
    }

    @Test
    void refusesFieldsItDoesNotKnow() throws IOException {
        assertThat(messages(Files.readString(EXAMPLE).replace("\"min\": 3", "\"minimum\": 3")))
                .anySatisfy(message -> assertThat(message).contains("The field \"minimum\" is not known here"));
    }

    @Test
    void refusesAFieldThatIsGivenTwice() throws IOException {
        assertThat(problems(Files.readString(EXAMPLE).replace("\"min\": 3", "\"min\": 3, \"min\": 4")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.location().line()).isEqualTo(17));
    }

    @Test
    void refusesSentencesThatNameWhatFindingsDoNotGive() throws IOException {
        String text = Files.readString(EXAMPLE)
                .replace(
                        "\"obligation\": \"zhejiang-demo-001\"",
                        "\"obligation\": {\"id\": \"zhejiang-demo-001\", \"text\": {\"zh\": {\"problem\": \"{value}。\"},"
                                + " \"en\": {\"problem\": \"{values}.\"}}}");

        assertThat(messages(text)).hasSize(2);
    }

    @Test
    void doesNotMissTheSentencesOfAProfileThatIsUnknown() throws IOException {
        String text = Files.readString(EXAMPLE).replace("\"alliance\"", "\"allianc\"");

        assertThat(problems(text)).extracting(Finding::id).contains("PROF-004").doesNotContain("PROF-023");
    }

    @Test
    void refusesWhatIsNoJson() {
        assertThat(problems("{")).hasSize(1);
        assertThat(problems("")).hasSize(1);
        assertThat(problems("[]")).hasSize(1);
        assertThat(problems("[".repeat(100_000))).hasSize(1);
    }

    @Test
    void refusesConstraintsThatDoNotFitTheirElement() throws IOException {
        String text = Files.readString(EXAMPLE).replace("\"general.keyword\"", "\"general.title\"");

        assertThat(messages(text)).singleElement().asString().contains("\"min\" does not fit the element");
    }

    private static List<String> messages(String profile) {
        return problems(profile).stream()
                .map(problem -> problem.problem(Locale.ENGLISH))
                .toList();
    }

    private static List<Finding> problems(String profile) {
        InvalidProfileException[] thrown = new InvalidProfileException[1];
        assertThatExceptionOfType(InvalidProfileException.class)
                .isThrownBy(() -> MetadataProfile.read(profile.getBytes(StandardCharsets.UTF_8)))
                .satisfies(exception -> thrown[0] = exception);
        return thrown[0].findings();
    }
}
