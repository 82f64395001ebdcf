package io.xuemeng.resource.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.TextPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** PROF-001 and on, each with its samples. */
class ProfileFileRequirementTest {

    private static final Path SAMPLES = Path.of("src/samples");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    static Stream<ProfileFileRequirement> requirements() {
        return Arrays.stream(ProfileFileRequirement.values());
    }

    @ParameterizedTest
    @MethodSource("requirements")
    void saysTheSameInBothLanguages(ProfileFileRequirement requirement) {
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
    void findsNothingInThePassingSamples(ProfileFileRequirement requirement) {
        Path sample = SAMPLES.resolve(requirement.id()).resolve("pass.json");
        assertThat(findings(sample)).as("%s", sample).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("requirements")
    void findsThisAndNothingElseInTheFailingSamples(ProfileFileRequirement requirement) {
        Path sample = SAMPLES.resolve(requirement.id()).resolve("fail.json");
        assertThat(findings(sample)).as("%s", sample).extracting(Finding::id).containsExactly(requirement.id());
    }

    @ParameterizedTest
    @MethodSource("requirements")
    void fillsEveryPlaceholderAndSaysWhere(ProfileFileRequirement requirement) {
        Path sample = SAMPLES.resolve(requirement.id()).resolve("fail.json");
        for (Finding finding : findings(sample)) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                assertThat(finding.message(locale) + finding.reason(locale))
                        .as("%s", sample)
                        .doesNotContainPattern(PLACEHOLDER);
            }
            assertThat(finding.location().line()).as("%s", sample).isPositive();
        }
    }

    private static List<Finding> findings(Path sample) {
        try {
            MetadataProfile.read(sample);
            return List.of();
        } catch (InvalidProfileException e) {
            return e.findings();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
