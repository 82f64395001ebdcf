package io.xuemeng.resource.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.TextPart;
import io.xuemeng.resource.metadata.AigcLabel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FileRequirementTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)\\}");
    private static final String DECLARED = ".label.json";

    @ParameterizedTest
    @EnumSource
    void hasTextsInBothLanguagesWithTheSamePlaceholders(FileRequirement requirement) {
        assertThat(requirement.source()).isNotBlank();
        for (TextPart part : TextPart.values()) {
            String english = requirement.text(part, Locale.ENGLISH);
            String chinese = requirement.text(part, Locale.SIMPLIFIED_CHINESE);
            assertThat(english).endsWith(".");
            assertThat(chinese).endsWith("。");
            assertThat(placeholders(chinese)).isEqualTo(placeholders(english));
        }
    }

    @ParameterizedTest
    @EnumSource
    void reportsNothingOnItsPassingSamplesAndOnlyItselfOnItsFailingOnes(FileRequirement requirement)
            throws IOException {
        Map<Boolean, List<Path>> samples = samples(requirement);
        assertThat(samples.get(true)).isNotEmpty();
        assertThat(samples.get(false)).isNotEmpty();
        for (Path passing : samples.get(true)) {
            assertThat(inspect(passing)).as(passing.toString()).isEmpty();
        }
        for (Path failing : samples.get(false)) {
            List<Finding> findings = inspect(failing);
            assertThat(findings).as(failing.toString()).singleElement().satisfies(finding -> {
                assertThat(finding.requirement()).isEqualTo(requirement);
                assertThat(finding.severity()).isEqualTo(requirement.severity());
                assertThat(finding.message(Locale.ENGLISH)).doesNotContainPattern(PLACEHOLDER);
                assertThat(finding.message(Locale.SIMPLIFIED_CHINESE)).doesNotContainPattern(PLACEHOLDER);
            });
        }
    }

    @Test
    void keepsTheSamplesThatItsGeneratorMakes() throws IOException {
        for (Map.Entry<String, byte[]> sample : FileSamples.make().entrySet()) {
            assertThat(FileSamples.FOLDER.resolve(sample.getKey())).hasBinaryContent(sample.getValue());
        }
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<Boolean, List<Path>> samples(FileRequirement requirement) throws IOException {
        try (Stream<Path> files = Files.list(FileSamples.FOLDER.resolve(requirement.id()))) {
            return files.filter(file -> !file.toString().endsWith(DECLARED))
                    .sorted()
                    .collect(Collectors.partitioningBy(
                            file -> file.getFileName().toString().startsWith("pass")));
        }
    }

    /** Inspects a file; the requirements on package level also have its labels compared. */
    private static List<Finding> inspect(Path file) {
        FindingCollector findings = new FindingCollector();
        try (InputStream content = Files.newInputStream(file)) {
            String name = file.getFileName().toString();
            Inspection inspection = ContentInspector.of(Limits.defaults()).inspect(name, content, findings);
            Path declared = file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + DECLARED);
            if (file.getParent().getFileName().toString().compareTo("FILE-020") >= 0) {
                AigcLabelCheck.compare(declared(declared), inspection.labels(), findings);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be read", e);
        }
        return findings.findings();
    }

    private static AigcLabel declared(Path file) throws IOException {
        if (!Files.exists(file)) {
            return null;
        }
        Map<String, LabelJson.Value> fields = LabelJson.read(Files.readString(file), Limits.defaults());
        AigcLabel.Builder label = AigcLabel.builder();
        for (LabelField field : LabelField.values()) {
            field.set(label, fields.get(field.key()).text());
        }
        return label.build();
    }
}
