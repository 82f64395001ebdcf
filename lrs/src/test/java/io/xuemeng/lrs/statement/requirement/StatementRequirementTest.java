package io.xuemeng.lrs.statement.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Severity;
import io.xuemeng.core.requirement.TextPart;
import io.xuemeng.lrs.statement.XapiVersion;
import io.xuemeng.lrs.statement.validation.StatementReader;
import io.xuemeng.lrs.statement.validation.StatementReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every requirement on statements against its texts and its samples. */
class StatementRequirementTest {

    private static final Path SAMPLES = Path.of("src", "samples");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]\\w*)}");

    @ParameterizedTest
    @EnumSource
    void saysInBothLanguagesWhatIsWrongAndHowToMendIt(StatementRequirement requirement) {
        assertThat(requirement.source()).containsPattern("xAPI 1\\.0\\.3, |IEEE 9274\\.1\\.1-2023, ");
        for (TextPart part : TextPart.values()) {
            String english = requirement.text(part, Locale.ENGLISH);
            String chinese = requirement.text(part, Locale.SIMPLIFIED_CHINESE);
            assertThat(english).endsWith(".");
            assertThat(chinese).endsWith("。");
            assertThat(placeholders(english)).isEqualTo(placeholders(chinese));
        }
    }

    private static Set<String> placeholders(String text) {
        Set<String> names = new TreeSet<>();
        PLACEHOLDER.matcher(text).results().forEach(match -> names.add(match.group(1)));
        return names;
    }

    @Test
    void appliesToEditionsThatThereAre() {
        Set<String> editions =
                Arrays.stream(XapiVersion.values()).map(XapiVersion::edition).collect(Collectors.toSet());
        for (StatementRequirement requirement : StatementRequirement.values()) {
            assertThat(requirement.editions()).isNotEmpty().isSubsetOf(editions);
        }
    }

    static Stream<Arguments> samples() throws IOException {
        List<Arguments> all = new ArrayList<>();
        for (StatementRequirement requirement : StatementRequirement.values()) {
            try (Stream<Path> files = Files.list(SAMPLES.resolve(requirement.id()))) {
                for (Path file : files.sorted().toList()) {
                    for (XapiVersion version : XapiVersion.values()) {
                        if (isFor(file, version) && requirement.editions().contains(version.edition())) {
                            all.add(Arguments.of(requirement, file, version));
                        }
                    }
                }
            }
        }
        return all.stream();
    }

    private static boolean isFor(Path sample, XapiVersion version) {
        String name = sample.getFileName().toString();
        return !name.matches(".*-[12]\\.0\\.json") || name.contains(version == XapiVersion.V1_0 ? "-1.0" : "-2.0");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void findsInASampleWhatItWasMadeForAndNothingElse(
            StatementRequirement requirement, Path sample, XapiVersion version) throws IOException {
        byte[] json = Files.readAllBytes(sample);

        List<Finding> read = findings(StatementReader.forVersion(version).read(json));
        List<Finding> indexed = findings(StatementReader.forVersion(version).index(json));

        assertThat(indexed).usingRecursiveComparison().isEqualTo(read);
        if (sample.getFileName().toString().startsWith("pass")) {
            assertThat(read).isEmpty();
            return;
        }
        assertThat(read).extracting(Finding::id).containsExactly(requirement.id());
        Finding finding = read.get(0);
        assertThat(finding.location().line()).isPositive();
        assertThat(finding.location().path()).isNotNull();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            assertThat(finding.message(locale)).doesNotContainPattern(PLACEHOLDER);
            assertThat(finding.reason(locale)).doesNotContainPattern(PLACEHOLDER);
        }
    }

    private static List<Finding> findings(StatementReading reading) {
        List<Finding> findings = new ArrayList<>();
        reading.reportTo(findings::add);
        return findings;
    }

    @ParameterizedTest
    @EnumSource
    void hasAPassingAndAFailingSampleForEachEdition(StatementRequirement requirement) throws IOException {
        for (XapiVersion version : XapiVersion.values()) {
            if (requirement.editions().contains(version.edition())) {
                for (String prefix : List.of("pass", "fail")) {
                    try (Stream<Path> files = Files.list(SAMPLES.resolve(requirement.id()))) {
                        assertThat(files.filter(file -> isFor(file, version))
                                        .map(file -> file.getFileName().toString()))
                                .anyMatch(name -> name.startsWith(prefix));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void takesTheValidityOfAStatementWhenItIsAnError(StatementRequirement requirement, Path sample, XapiVersion version)
            throws IOException {
        StatementReading reading = StatementReader.forVersion(version).read(Files.readAllBytes(sample));
        boolean fails = sample.getFileName().toString().startsWith("fail");

        assertThat(reading.isValid()).isEqualTo(!fails || requirement.severity() != Severity.ERROR);
    }

    @Test
    void areWhatTheirGeneratorMakes() throws IOException {
        Map<String, byte[]> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = SAMPLES.relativize(file).toString().replace('\\', '/');
                if (name.startsWith("REC-")) {
                    found.put(name, Files.readAllBytes(file));
                }
            }
        }
        Map<String, byte[]> expected = StatementSamples.all();
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((name, bytes) -> assertThat(found.get(name)).as(name).isEqualTo(bytes));
    }
}
