package io.xuemeng.core.xml;

import io.xuemeng.core.requirement.FindingCollector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every requirement on XML against its texts and its samples. */
class XmlSamplesTest {

    static Stream<Path> samples() throws IOException {
        return SampleFolders.samples("XML");
    }

    @ParameterizedTest
    @EnumSource
    void saysInBothLanguagesWhatIsWrongAndHowToMendIt(XmlRequirement requirement) {
        SampleFolders.assertTexts(requirement);
    }

    @ParameterizedTest
    @EnumSource
    void hasAPassingAndAFailingSample(XmlRequirement requirement) {
        SampleFolders.assertHasSamples(requirement, "xml");
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
        SampleFolders.assertGenerated("XML", XmlSamples.all());
    }
}
