package io.xuemeng.core.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.input.Limits;
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

/** What the samples of every text format have in common. */
public final class SampleFolders {

    private static final Path SAMPLES = Path.of("src", "samples");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]\\w*)}");
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    private SampleFolders() {}

    /** All samples of a family, such as {@code XML}. */
    public static Stream<Path> samples(String family) throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            return files
                    .filter(file -> file.getFileName().toString().matches("(pass|fail).*"))
                    .filter(file -> file.getParent().getFileName().toString().matches(family + "-\\d{3}"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** Writes generated samples; run from a generator in the module's folder after a change. */
    public static void write(Map<String, byte[]> samples) throws IOException {
        for (Map.Entry<String, byte[]> file : samples.entrySet()) {
            Path target = SAMPLES.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
    }

    /** Holds what is committed to what the generator makes. */
    public static void assertGenerated(String family, Map<String, byte[]> expected) throws IOException {
        Map<String, byte[]> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = SAMPLES.relativize(file).toString().replace('\\', '/');
                if (name.startsWith(family + "-")) {
                    found.put(name, Files.readAllBytes(file));
                }
            }
        }
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((name, bytes) -> assertThat(found.get(name)).as(name).isEqualTo(bytes));
    }

    /** A source, and the three sentences in both languages with the same placeholders. */
    public static void assertTexts(Requirement requirement) {
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
        for (Locale locale : LANGUAGES) {
            assertThat(findings.get(0).message(locale)).doesNotContainPattern(PLACEHOLDER);
            assertThat(findings.get(0).reason(locale)).doesNotContainPattern(PLACEHOLDER);
        }
    }

    /** The limits a sample is read with: those in its folder's {@code limits.properties}, else the defaults. */
    public static Limits limits(Path sample) throws IOException {
        Path file = sample.resolveSibling("limits.properties");
        if (!Files.exists(file)) {
            return Limits.defaults();
        }
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        Limits.Builder builder = Limits.defaults().toBuilder();
        for (String name : properties.stringPropertyNames()) {
            int value = Integer.parseInt(properties.getProperty(name));
            switch (name) {
                case "documentBytes" -> builder.documentBytes(value);
                case "textLength" -> builder.textLength(value);
                case "metadataDepth" -> builder.metadataDepth(value);
                case "numberLength" -> builder.numberLength(value);
                case "tokenBytes" -> builder.tokenBytes(value);
                case "tokenHeaderBytes" -> builder.tokenHeaderBytes(value);
                case "keySetKeys" -> builder.keySetKeys(value);
                default -> throw new IllegalArgumentException("no sample needs the limit " + name);
            }
        }
        return builder.build();
    }
}
