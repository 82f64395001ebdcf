package io.xuemeng.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.core.requirement.TextPart;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the samples of every kind of token have in common. */
public final class SampleFolders {

    private static final Path SAMPLES = Path.of("src", "samples");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]\\w*)}");
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    private SampleFolders() {}

    /** The samples of these requirements. */
    public static Stream<Path> samples(Set<String> ids) throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            return files
                    .filter(file -> file.getFileName().toString().matches("(pass|fail).*"))
                    .filter(file -> ids.contains(file.getParent().getFileName().toString()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** Writes generated samples; run from a generator in the module's folder after a change. */
    public static void write(Map<String, String> samples) throws IOException {
        for (Map.Entry<String, String> file : samples.entrySet()) {
            Path target = SAMPLES.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
        }
    }

    /** Holds what is committed to what the generator makes. */
    public static void assertGenerated(Set<String> ids, Map<String, String> expected) throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (ids.contains(file.getParent().getFileName().toString())) {
                    found.put(SAMPLES.relativize(file).toString().replace('\\', '/'), Files.readString(file));
                }
            }
        }
        assertThat(found).isEqualTo(expected);
    }

    /** A source, and the three sentences in both languages with the same placeholders. */
    public static void assertTexts(Requirement requirement) {
        assertThat(requirement.source()).isNotBlank();
        for (TextPart part : TextPart.values()) {
            String english = requirement.text(part, Locale.ENGLISH);
            String chinese = requirement.text(part, Locale.SIMPLIFIED_CHINESE);
            assertThat(english).endsWith(".");
            assertThat(chinese).endsWith("。");
            assertThat(placeholders(english)).as(english).isEqualTo(placeholders(chinese));
        }
    }

    private static Set<String> placeholders(String text) {
        Set<String> names = new TreeSet<>();
        PLACEHOLDER.matcher(text).results().forEach(match -> names.add(match.group(1)));
        return names;
    }

    /** A passing and a failing sample. */
    public static void assertHasSamples(Requirement requirement, String extension) {
        Path folder = SAMPLES.resolve(requirement.id());
        assertThat(folder.resolve("pass." + extension)).exists();
        assertThat(folder.resolve("fail." + extension)).exists();
    }

    /** That a sample's findings are what it was made for, and nothing else. */
    public static void assertFindings(Path sample, List<Finding> findings) {
        if (sample.getFileName().toString().startsWith("pass")) {
            assertThat(findings).as(sample.toString()).isEmpty();
            return;
        }
        String id = sample.getParent().getFileName().toString();
        assertThat(findings).as(sample.toString()).extracting(Finding::id).containsExactly(id);
        assertFilled(findings);
    }

    /** That the sentences of findings name no argument that is missing. */
    public static void assertFilled(List<Finding> findings) {
        for (Finding finding : findings) {
            for (Locale locale : LANGUAGES) {
                assertThat(finding.message(locale)).doesNotContainPattern(PLACEHOLDER);
                assertThat(finding.reason(locale)).doesNotContainPattern(PLACEHOLDER);
            }
        }
    }

    /** What a sample is held against. */
    public static Properties expectations(Path sample) throws IOException {
        Properties properties = new Properties();
        try (Reader in =
                Files.newBufferedReader(sample.resolveSibling("expected.properties"), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }
}
