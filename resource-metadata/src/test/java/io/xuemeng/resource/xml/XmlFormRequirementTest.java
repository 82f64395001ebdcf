package io.xuemeng.resource.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.TextPart;
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

/** META-001 to META-039, each with its samples. */
class XmlFormRequirementTest {

    private static final Path SAMPLES = Path.of("src/samples");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    static Stream<MetadataRequirement> requirements() {
        return Arrays.stream(MetadataRequirement.values())
                .filter(requirement -> requirement.id().compareTo("META-040") < 0);
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
    void findsNothingInThePassingSample(MetadataRequirement requirement) {
        assertThat(findings(SAMPLES.resolve(requirement.id()).resolve("pass.xml")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("requirements")
    void findsThisAndNothingElseInTheFailingSamples(MetadataRequirement requirement) {
        List<Path> samples = failing(requirement);
        assertThat(samples).isNotEmpty();
        for (Path sample : samples) {
            assertThat(findings(sample))
                    .as("%s", sample)
                    .extracting(Finding::id)
                    .containsExactly(requirement.id());
        }
    }

    @ParameterizedTest
    @MethodSource("requirements")
    void fillsEveryPlaceholderOfItsSentences(MetadataRequirement requirement) {
        for (Path sample : failing(requirement)) {
            for (Finding finding : findings(sample)) {
                for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                    assertThat(PLACEHOLDER
                                    .matcher(finding.message(locale) + finding.reason(locale))
                                    .find())
                            .as("%s", finding.message(locale))
                            .isFalse();
                }
                assertThat(finding.location().line()).as("%s", sample).isPositive();
            }
        }
    }

    private static List<Path> failing(MetadataRequirement requirement) {
        try (Stream<Path> files = Files.list(SAMPLES.resolve(requirement.id()))) {
            return files.filter(file -> file.getFileName().toString().startsWith("fail"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Finding> findings(Path sample) {
        FindingCollector findings = new FindingCollector();
        try {
            LomXmlReader.read(Files.readAllBytes(sample), null, limits(sample), findings);
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
        Limits usual = Limits.defaults();
        return usual.toBuilder()
                .documentBytes(Integer.parseInt(
                        properties.getProperty("documentBytes", Integer.toString(usual.documentBytes()))))
                .recordElements(Integer.parseInt(
                        properties.getProperty("recordElements", Integer.toString(usual.recordElements()))))
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
