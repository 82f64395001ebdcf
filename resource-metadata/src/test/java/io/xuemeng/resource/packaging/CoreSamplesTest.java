package io.xuemeng.resource.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.resource.content.FileRequirement;
import io.xuemeng.resource.profile.MetadataProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The samples of the requirements on archives, paths and XML are whole packages and manifests: validated as such, they must
 * tell the same.
 */
class CoreSamplesTest {

    private static final PackageValidator VALIDATOR = PackageValidator.forProfile(MetadataProfile.lom());

    private static final Set<String> FAMILIES = Set.of("ZIP", "PATH", "XML");

    static List<SampleFolder> folders() {
        return SampleFolder.under(Path.of("../core/src/samples")).stream()
                .filter(folder ->
                        FAMILIES.contains(folder.id().substring(0, folder.id().indexOf('-'))))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void findsNothingInPassingSamples(SampleFolder folder) throws IOException {
        for (Path sample : folder.passing()) {
            assertThat(validate(folder, sample)).as("%s", sample).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void findsOneThingAndNothingElseInFailingSamples(SampleFolder folder) throws IOException {
        for (Path sample : folder.failing()) {
            assertThat(validate(folder, sample))
                    .as("%s", sample)
                    .isNotEmpty()
                    .extracting(Finding::id)
                    .containsOnly(folder.id());
        }
    }

    /** The samples about names hold one page under whatever name, which is not what they are about. */
    private static List<Finding> validate(SampleFolder folder, Path sample) throws IOException {
        return VALIDATOR.withLimits(folder.limits()).validate(sample).findings().stream()
                .filter(finding -> finding.requirement() != FileRequirement.TYPE_CONTRADICTS_NAME)
                .toList();
    }
}
