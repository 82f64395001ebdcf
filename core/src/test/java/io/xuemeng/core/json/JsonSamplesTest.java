package io.xuemeng.core.json;

import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.xml.SampleFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every requirement on JSON against its texts and its samples. */
class JsonSamplesTest {

    static Stream<Path> samples() throws IOException {
        return SampleFolders.samples("JSON");
    }

    @ParameterizedTest
    @EnumSource
    void saysInBothLanguagesWhatIsWrongAndHowToMendIt(JsonRequirement requirement) {
        SampleFolders.assertTexts(requirement);
    }

    @ParameterizedTest
    @EnumSource
    void hasAPassingAndAFailingSample(JsonRequirement requirement) {
        SampleFolders.assertHasSamples(requirement, "json");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void findsInASampleWhatItWasMadeForAndNothingElse(Path sample) throws IOException {
        FindingCollector findings = new FindingCollector();
        Walk.through(Files.readAllBytes(sample), SampleFolders.limits(sample), findings);
        SampleFolders.assertFindings(sample, findings.findings());
    }

    @Test
    void areWhatTheirGeneratorMakes() throws IOException {
        SampleFolders.assertGenerated("JSON", JsonSamples.all());
    }
}
