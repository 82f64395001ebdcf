package io.xuemeng.resource.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Report;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.core.requirement.TextPart;
import io.xuemeng.resource.MetadataValidator;
import io.xuemeng.resource.profile.MetadataProfile;
import io.xuemeng.resource.requirement.MetadataRequirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** META-100 to META-199 and the requirements of every profile that the artifact carries, each with its samples. */
class ValueRequirementTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)}");
    private static final Map<String, MetadataValidator> VALIDATORS = ProfileSamples.PROFILES.stream()
            .collect(Collectors.toMap(MetadataProfile::id, MetadataValidator::forProfile));

    static Stream<Requirement> requirements() {
        Stream<Requirement> code = Arrays.stream(MetadataRequirement.values());
        Stream<Requirement> profiles =
                ProfileSamples.PROFILES.stream().flatMap(profile -> profile.requirements().stream());
        return Stream.concat(code.filter(requirement -> requirement.id().compareTo("META-100") >= 0), profiles)
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("requirements")
    void saysTheSameInBothLanguages(Requirement requirement) {
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
    void findsNothingInThePassingSample(Requirement requirement) throws IOException {
        assertThat(report(requirement, "pass.json").findings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("requirements")
    void findsThisAndNothingElseInTheFailingSample(Requirement requirement) throws IOException {
        List<Finding> findings = report(requirement, "fail.json").findings();

        assertThat(findings).extracting(Finding::id).containsExactly(requirement.id());
        Finding finding = findings.get(0);
        assertThat(finding.location().line()).isPositive();
        assertThat(finding.location().path()).isNotNull();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            assertThat(placeholders(finding.message(locale) + finding.reason(locale)))
                    .as("%s", finding.message(locale))
                    .isEmpty();
        }
    }

    @Test
    void theSamplesAreWhatTheirGeneratorMakes() throws IOException {
        for (Map.Entry<Path, byte[]> sample : ProfileSamples.all().entrySet()) {
            assertThat(Files.readAllBytes(sample.getKey()))
                    .as("%s", sample.getKey())
                    .isEqualTo(sample.getValue());
        }
    }

    private static Report report(Requirement requirement, String file) throws IOException {
        String id = requirement.id();
        String profile = id.startsWith("META-") ? "lom" : id.substring(0, id.lastIndexOf('-'));
        return VALIDATORS
                .get(profile)
                .validate(ProfileSamples.SAMPLES.resolve(id).resolve(file));
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
