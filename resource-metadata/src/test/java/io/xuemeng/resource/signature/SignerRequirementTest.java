package io.xuemeng.resource.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.certificate.TrustAnchors;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.TextPart;
import io.xuemeng.resource.packaging.PackageValidator;
import io.xuemeng.resource.profile.MetadataProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every requirement on signers, with its samples: a package that passes and one that fails, the profile that demands it, and whom to
 * trust. {@link SignerSamples} makes them.
 */
class SignerRequirementTest {

    private static final Path SAMPLES = Path.of("src/samples");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");

    @ParameterizedTest
    @EnumSource
    void saysTheSameInBothLanguages(SignerRequirement requirement) {
        assertThat(requirement.source()).isNotBlank();
        for (TextPart part : TextPart.values()) {
            String english = requirement.text(part, Locale.ENGLISH);
            String chinese = requirement.text(part, Locale.SIMPLIFIED_CHINESE);
            assertThat(english).endsWith(".");
            assertThat(chinese).endsWith("。");
            assertThat(PLACEHOLDER.matcher(english).results().map(match -> match.group()))
                    .containsExactlyInAnyOrderElementsOf(PLACEHOLDER
                            .matcher(chinese)
                            .results()
                            .map(match -> match.group())
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsNothingInThePassingSample(SignerRequirement requirement) throws Exception {
        assertThat(validate(requirement, "pass.zip")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void findsThisAndNothingElseInTheFailingSample(SignerRequirement requirement) throws Exception {
        List<Finding> findings = validate(requirement, "fail.zip");

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).requirement()).isEqualTo(requirement);
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            assertThat(findings.get(0).message(locale)).doesNotContain("{", "}");
            assertThat(findings.get(0).reason(locale)).doesNotContain("{", "}");
        }
    }

    private static List<Finding> validate(SignerRequirement requirement, String sample)
            throws IOException, GeneralSecurityException {
        Path folder = SAMPLES.resolve(requirement.id());
        Path profile = folder.resolve("profile.json");
        Path trust = folder.resolve("trust");
        PackageValidator validator = PackageValidator.forProfile(
                Files.exists(profile) ? MetadataProfile.read(profile) : MetadataProfile.lom());
        if (Files.exists(trust)) {
            validator = validator.withTrust(PackageTrust.fromFolder(trust));
        }
        return validator.validate(folder.resolve(sample)).findings();
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyType.class,
            names = {"SM2", "P_256"})
    void trustThatWasWrittenToAFolderIsTheTrustThatIsReadFromIt(KeyType type, @TempDir Path folder) throws Exception {
        Demonstration demonstration = new Demonstration(type);
        SignerSamples.writeTrust(demonstration, folder.resolve("trust"));

        PackageTrust read = PackageTrust.fromFolder(folder.resolve("trust"));

        for (SignerRole role : SignerRole.values()) {
            TrustAnchors anchors = demonstration.trust().anchors(role);
            assertThat(read.anchors(role).certificates()).isEqualTo(anchors.certificates());
        }
        assertThat(read.timestamps().certificates())
                .isEqualTo(demonstration.trust().timestamps().certificates());
    }
}
