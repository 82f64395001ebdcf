package io.xuemeng.resource.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.TextPart;
import io.xuemeng.resource.manifest.ManifestRequirement;
import io.xuemeng.resource.profile.MetadataProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every requirement on manifests, with its samples. */
class ManifestRequirementTest {

    private static final Path SAMPLES = Path.of("src/samples");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final PackageValidator VALIDATOR = PackageValidator.forProfile(MetadataProfile.lom());

    /** Whether time is over depends on the clock, so no file can show it: {@link PackageValidatorTest} does. */
    static Stream<ManifestRequirement> withSamples() {
        return Arrays.stream(ManifestRequirement.values())
                .filter(requirement -> requirement != ManifestRequirement.TIME_ALLOWED);
    }

    @ParameterizedTest
    @EnumSource
    void saysTheSameInBothLanguages(ManifestRequirement requirement) {
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
    @MethodSource("withSamples")
    void findsNothingInPassingSamples(ManifestRequirement requirement) throws IOException {
        SampleFolder folder = folder(requirement);
        assertThat(folder.passing()).isNotEmpty();
        for (Path sample : folder.passing()) {
            assertThat(validate(folder, sample)).as("%s", sample).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("withSamples")
    void findsThisAndNothingElseInFailingSamples(ManifestRequirement requirement) throws IOException {
        SampleFolder folder = folder(requirement);
        assertThat(folder.failing()).isNotEmpty();
        for (Path sample : folder.failing()) {
            List<Finding> findings = validate(folder, sample);
            assertThat(findings).as("%s", sample).hasSize(1);
            assertThat(findings.get(0).requirement()).as("%s", sample).isEqualTo(requirement);
            assertThat(findings.get(0).severity()).isEqualTo(requirement.severity());
        }
    }

    @ParameterizedTest
    @MethodSource("withSamples")
    void fillsEveryPlaceholder(ManifestRequirement requirement) throws IOException {
        SampleFolder folder = folder(requirement);
        for (Path sample : folder.failing()) {
            for (Finding finding : validate(folder, sample)) {
                for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                    String text = finding.message(locale) + finding.reason(locale);
                    assertThat(PLACEHOLDER.matcher(text).find()).as("%s", text).isFalse();
                }
            }
        }
    }

    @Test
    void hasNoSamplesOfUnknownRequirements() {
        Set<String> known = new TreeSet<>();
        withSamples().forEach(requirement -> known.add(requirement.id()));
        assertThat(SampleFolder.under(SAMPLES).stream().map(SampleFolder::id).filter(id -> id.startsWith("MAN-")))
                .containsExactlyElementsOf(known);
    }

    @Test
    void makesItsPackagesAgainByteForByte() throws IOException {
        for (var sample : ManifestSamples.all().entrySet()) {
            assertThat(SAMPLES.resolve(sample.getKey())).hasBinaryContent(sample.getValue());
        }
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            assertThat(files.filter(file ->
                            file.toString().contains("MAN-") && file.toString().endsWith(".zip")))
                    .hasSize(ManifestSamples.all().size());
        }
    }

    private static SampleFolder folder(ManifestRequirement requirement) {
        return new SampleFolder(SAMPLES.resolve(requirement.id()));
    }

    private static List<Finding> validate(SampleFolder folder, Path sample) throws IOException {
        return VALIDATOR.withLimits(folder.limits()).validate(sample).findings();
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
