package io.xuemeng.core.jose;

import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.requirement.CodedRequirement;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.xml.SampleFolders;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every requirement on tokens and keys against its texts and its samples. */
class JoseSamplesTest {

    static Stream<CodedRequirement> requirements() {
        return Stream.concat(Stream.of(JwsRequirement.values()), Stream.of(KeyRequirement.values()));
    }

    static Stream<Path> tokens() throws IOException {
        return SampleFolders.samples("JWS");
    }

    static Stream<Path> keys() throws IOException {
        return SampleFolders.samples("KEY");
    }

    @ParameterizedTest
    @MethodSource("requirements")
    void saysInBothLanguagesWhatIsWrongAndHowToMendIt(CodedRequirement requirement) {
        SampleFolders.assertTexts(requirement);
    }

    @ParameterizedTest
    @MethodSource("requirements")
    void hasAPassingAndAFailingSample(CodedRequirement requirement) {
        SampleFolders.assertHasSamples(requirement, requirement instanceof JwsRequirement ? "jws" : "json");
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void findsInATokenWhatItWasMadeForAndNothingElse(Path sample) throws IOException {
        SampleFolders.assertFindings(
                sample, verifier(sample).verify(Files.readAllBytes(sample)).findings());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void findsInAKeySetWhatItWasMadeForAndNothingElse(Path sample) throws IOException {
        SampleFolders.assertFindings(sample, findings(sample));
    }

    private static JwsVerifier verifier(Path sample) throws IOException {
        JwsVerifier.Builder builder = JwsVerifier.allowing(SignatureAlgorithm.ES256, SignatureAlgorithm.ED25519)
                .limits(SampleFolders.limits(sample));
        Path keys = sample.resolveSibling("keys.json");
        if (Files.exists(keys)) {
            builder.keys(JwkReader.standard().readSet(Files.readAllBytes(keys), finding -> {}));
        }
        Properties settings = properties(sample.resolveSibling("verifier.properties"));
        String thumbprint = settings.getProperty("headerKey");
        if (thumbprint != null) {
            builder.headerKey(key -> key.thumbprint().equals(thumbprint));
        }
        String anchor = settings.getProperty("headerCertificates");
        if (anchor != null) {
            builder.headerCertificates(
                    chain -> JwkWriter.text(chain.get(chain.size() - 1)).equals(anchor)
                            && ExampleKeys.isIssuedByAnchor(chain.get(0)));
        }
        return builder.build();
    }

    private static List<Finding> findings(Path sample) throws IOException {
        FindingCollector findings = new FindingCollector();
        JwkReader reader = JwkReader.standard().withLimits(SampleFolders.limits(sample));
        byte[] json = Files.readAllBytes(sample);
        if (properties(sample.resolveSibling("reader.properties")).containsKey("private")) {
            reader.readPrivateKey(json, findings);
        } else {
            reader.readSet(json, findings);
        }
        return findings.findings();
    }

    private static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(in);
            }
        }
        return properties;
    }

    @Test
    void areWhatTheirGeneratorMakes() throws IOException {
        for (String family : List.of("JWS", "KEY")) {
            Map<String, byte[]> own = new TreeMap<>(JoseSamples.all());
            own.keySet().removeIf(path -> !path.startsWith(family + "-"));
            SampleFolders.assertGenerated(family, own);
        }
    }
}
