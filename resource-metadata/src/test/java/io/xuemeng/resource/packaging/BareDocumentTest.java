package io.xuemeng.resource.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.input.PositionalSource;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Report;
import io.xuemeng.core.requirement.Verdict;
import io.xuemeng.resource.profile.MetadataProfile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs that are no packages: records and lists of them. */
class BareDocumentTest {

    private static final Path SAMPLES = Path.of("src/samples");
    private static final PackageValidator VALIDATOR = PackageValidator.forProfile(MetadataProfile.alliance());
    private static final String GOOD = """
            {"id": "a", "title": "分数", "language": "zh-CN", "description": "三年级",
             "tag_list": [{"tag_dimension_id": "zxxxd", "tag_name": "小学", "tag_id": "1"},
                          {"tag_dimension_id": "zxxnj", "tag_name": "三年级", "tag_id": "2"},
                          {"tag_dimension_id": "zxxxk", "tag_name": "数学", "tag_id": "3"}]}""";
    private static final String BAD = GOOD.replace("\"title\": \"分数\", ", "");

    @Test
    void judgesEveryDocumentOfAListOfTheNationalPlatform() throws IOException {
        assertThat(validate("[" + GOOD + ", " + GOOD + "]", "two.json").verdict())
                .isEqualTo(Verdict.ACCEPTED);
        for (String list : new String[] {"[" + GOOD + ", " + BAD + "]", "[" + BAD + ", " + GOOD + "]"}) {
            Report report = validate(list, "two.json");

            assertThat(report.verdict()).isEqualTo(Verdict.REJECTED);
            assertThat(report.findings()).extracting(Finding::id).contains("alliance-005");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"META-001/pass.xml", "META-040/pass.json"})
    void saysNothingOfWhatIsMissingInARecordThatBreaksOff(String sample) throws IOException {
        byte[] whole = Files.readAllBytes(SAMPLES.resolve(sample));
        for (int length = whole.length / 2; length < whole.length - 20; length += 7) {
            Report report = VALIDATOR.validate(PositionalSource.of(Arrays.copyOf(whole, length)), sample);

            assertThat(report.verdict()).isEqualTo(Verdict.UNREADABLE);
            assertThat(report.findings())
                    .extracting(Finding::id)
                    .isNotEmpty()
                    .noneMatch(found -> found.startsWith("alliance-") || found.startsWith("lom-"));
        }
    }

    @ParameterizedTest
    @CsvSource({"META-001/pass.xml, META-014", "META-040/pass.json, META-049"})
    void saysNothingOfWhatIsMissingInARecordThatIsReadUpToALimit(String sample, String id) throws IOException {
        Limits limits = Limits.defaults().toBuilder().recordElements(3).build();

        Report report = VALIDATOR.withLimits(limits).validate(SAMPLES.resolve(sample));

        assertThat(report.findings()).extracting(Finding::id).containsExactly(id);
    }

    @Test
    void takesJsonInUtf16ForJson() throws IOException {
        for (Charset charset : new Charset[] {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            Report report = VALIDATOR.validate(PositionalSource.of(("\uFEFF" + GOOD).getBytes(charset)), "record.json");

            assertThat(report.findings()).extracting(Finding::id).containsExactly("JSON-003");
        }
    }

    @Test
    void takesAnEmptyDocumentForWhatItsNameSays() throws IOException {
        assertThat(validate("", "record.json").findings())
                .extracting(Finding::id)
                .containsExactly("JSON-002");
        assertThat(validate("", "record.xml").findings())
                .extracting(Finding::id)
                .containsExactly("XML-002");
    }

    private static Report validate(String document, String name) throws IOException {
        return VALIDATOR.validate(PositionalSource.of(document.getBytes(StandardCharsets.UTF_8)), name);
    }
}
