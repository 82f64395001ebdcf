package io.xuemeng.resource.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.TextPart;
import io.xuemeng.resource.national.NationalPlatformJson;
import io.xuemeng.resource.requirement.MetadataRequirement;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** META-040 to META-059, each with its samples. */
class JsonFormRequirementTest {

    private static final Path SAMPLES = Path.of("src/samples");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    static Stream<MetadataRequirement> requirements() {
        return Arrays.stream(MetadataRequirement.values())
                .filter(requirement -> requirement.id().compareTo("META-040") >= 0)
                .filter(requirement -> requirement.id().compareTo("META-060") < 0);
    }

    @ParameterizedTest
    @MethodSource("requirements")
    void saysTheSameInBothLanguages(MetadataRequirement requirement) {
        assertThat(requirement.source()).isNotBlank();
        for (TextPart part : TextPart.values()) {
            String english = requirement.text(part, Locale.ENGLISH);
            String chinese = requirement.text(part, Locale.SIMPLIFIED_CHINESE);
            assertThat(english).endsWith(".");
            assertThat(chinese).endsWith("。");
            assertThat(placeholders(english)).isEqualTo(placeholders(chinese));
        }
    }

    @ParameterizedTest
    @MethodSource("requirements")
    void findsNothingInThePassingSamples(MetadataRequirement requirement) {
        for (Path sample : samples(requirement, "pass")) {
            assertThat(findings(requirement, sample)).as("%s", sample).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("requirements")
    void findsThisAndNothingElseInTheFailingSamples(MetadataRequirement requirement) {
        for (Path sample : samples(requirement, "fail")) {
            assertThat(findings(requirement, sample))
                    .as("%s", sample)
                    .extracting(Finding::id)
                    .containsExactly(requirement.id());
        }
    }

    @ParameterizedTest
    @MethodSource("requirements")
    void fillsEveryPlaceholderAndSaysWhere(MetadataRequirement requirement) {
        for (Path sample : samples(requirement, "fail")) {
            for (Finding finding : findings(requirement, sample)) {
                for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                    assertThat(finding.message(locale) + finding.reason(locale))
                            .as("%s", sample)
                            .doesNotContainPattern(PLACEHOLDER);
                }
                assertThat(finding.location().line()).as("%s", sample).isPositive();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("requirements")
    void namesTypesInTheReadersLanguage(MetadataRequirement requirement) {
        for (Path sample : samples(requirement, "fail")) {
            for (Finding finding : findings(requirement, sample)) {
                assertThat(finding.message(Locale.SIMPLIFIED_CHINESE))
                        .as("%s", sample)
                        .doesNotContainPattern("JSON (object|array|string|number|boolean)");
            }
        }
    }

    /** The samples of a requirement whose names begin with a word. */
    static List<Path> samples(MetadataRequirement requirement, String prefix) {
        try (Stream<Path> files = Files.list(SAMPLES.resolve(requirement.id()))) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
            assertThat(found).as("%s %s", requirement.id(), prefix).isNotEmpty();
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Finding> findings(MetadataRequirement requirement, Path sample) {
        FindingCollector findings = new FindingCollector();
        try {
            byte[] document = Files.readAllBytes(sample);
            if (requirement.id().compareTo("META-050") < 0) {
                MetadataJsonReader.read(document, null, limits(sample), findings);
            } else {
                NationalPlatformJson.read(document, null, limits(sample), findings);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return findings.findings();
    }

    /** A sample that is about a limit has it beside it, small enough to be reached. */
    private static Limits limits(Path sample) throws IOException {
        Path file = sample.resolveSibling("limits.properties");
        if (!Files.exists(file)) {
            return Limits.defaults();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return Limits.defaults().toBuilder()
                .recordElements(Integer.parseInt(properties.getProperty("recordElements")))
                .build();
    }

    private static Set<String> placeholders(String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}
