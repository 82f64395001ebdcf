package io.xuemeng.core.zip;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.input.PositionalSource;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.core.requirement.TextPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every requirement on archives and paths against its texts and its samples. */
class SamplesTest {

    private static final Path SAMPLES = Path.of("src", "samples");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]\\w*)}");

    static Stream<Requirement> requirements() {
        return Stream.concat(Stream.of(ZipRequirement.values()), Stream.of(PathRequirement.values()));
    }

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            return files
                    .filter(file -> file.toString().endsWith(".zip")
                            && file.getParent().getFileName().toString().matches("(ZIP|PATH)-\\d{3}"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("requirements")
    void saysInBothLanguagesWhatIsWrongAndHowToMendIt(Requirement requirement) {
        assertThat(requirement.source()).isNotBlank();
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

    @ParameterizedTest
    @MethodSource("requirements")
    void hasAPassingAndAFailingSample(Requirement requirement) {
        Path folder = SAMPLES.resolve(requirement.id());
        assertThat(folder.resolve("pass.zip")).exists();
        assertThat(folder.resolve("fail.zip")).exists();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void findsInASampleWhatItWasMadeForAndNothingElse(Path sample) throws Exception {
        List<Finding> findings = findings(sample);
        if (sample.getFileName().toString().startsWith("pass")) {
            assertThat(findings).as(sample.toString()).isEmpty();
        } else {
            String id = sample.getParent().getFileName().toString();
            assertThat(findings).as(sample.toString()).extracting(Finding::id).containsExactly(id);
            for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                assertThat(findings.get(0).message(locale)).doesNotContainPattern(PLACEHOLDER);
                assertThat(findings.get(0).reason(locale)).doesNotContainPattern(PLACEHOLDER);
            }
        }
    }

    private static List<Finding> findings(Path sample) throws Exception {
        FindingCollector findings = new FindingCollector();
        try (ZipArchive archive =
                ZipArchive.open(PositionalSource.of(sample), SampleLimits.of(sample.getParent()), findings)) {
            for (ZipEntry entry : archive.entries()) {
                int before = findings.findings().size();
                boolean intact = archive.verify(entry, findings);
                assertThat(intact)
                        .isEqualTo(entry.isReadable() && findings.findings().size() == before);
            }
        }
        return findings.findings();
    }

    @Test
    void areWhatTheirGeneratorMakes() throws IOException {
        Map<String, byte[]> expected = new TreeMap<>(ZipSamples.all());
        expected.putAll(PathSamples.all());
        Map<String, byte[]> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = SAMPLES.relativize(file).toString().replace('\\', '/');
                if (name.startsWith("ZIP-") || name.startsWith("PATH-")) {
                    found.put(name, Files.readAllBytes(file));
                }
            }
        }
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((name, bytes) -> assertThat(found.get(name)).as(name).isEqualTo(bytes));
    }
}
