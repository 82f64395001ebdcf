package io.xuemeng.identity.federation;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.identity.SampleFolders;
import io.xuemeng.identity.TestKeys;
import io.xuemeng.identity.token.Verified;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the requirements on federations against their texts and their samples. */
class FederationSamplesTest {

    /** What is fetched, and for whom, is in no document: see the tests of the resolver and the verifier. */
    private static final Set<String> BEHAVIOUR =
            Set.of("FED-026", "FED-040", "FED-041", "FED-042", "FED-043", "FED-044");

    static FederationProfile profile() {
        return FederationProfile.standard().withClock(TestKeys.CLOCK).withUnderstoodClaims("edu_level");
    }

    static TrustChainVerifier verifier() {
        return TrustChainVerifier.trusting(
                List.of(new TrustAnchor(FederationSamples.HUB, TestKeys.setOf(FederationSamples.HUB_KEY))), profile());
    }

    static Stream<FederationRequirement> documents() {
        return Arrays.stream(FederationRequirement.values())
                .filter(requirement -> !BEHAVIOUR.contains(requirement.id()));
    }

    static Stream<Path> samples() throws IOException {
        return SampleFolders.samples(ids());
    }

    private static Set<String> ids() {
        return documents().map(Requirement::id).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource
    void saysInBothLanguagesWhatIsWrongAndHowToMendIt(FederationRequirement requirement) {
        SampleFolders.assertTexts(requirement);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void hasAPassingAndAFailingSample(FederationRequirement requirement) {
        SampleFolders.assertHasSamples(requirement, requirement.id().startsWith("FED-05") ? "jwt" : "json");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void findsInASampleWhatItWasMadeForAndNothingElse(Path sample) throws IOException {
        String text = Files.readString(sample);
        if (sample.toString().endsWith(".json")) {
            List<String> chain = new ObjectMapper().readValue(text, new TypeReference<List<String>>() {});
            SampleFolders.assertFindings(sample, verifier().verify(chain).findings());
            return;
        }
        TrustMarkVerifier marks = TrustMarkVerifier.of(profile(), FederationSamplesTest::issuerChain);
        TrustChain entity = verifier().verify(FederationSamples.chain()).orElseThrow();
        String type = SampleFolders.expectations(sample).getProperty("shown");
        SampleFolders.assertFindings(
                sample, marks.verify(new ShownTrustMark(type, text), entity).findings());
    }

    /** The chain of the province, who issues marks. */
    static Verified<TrustChain> issuerChain(String entity) {
        if (!entity.equals(FederationSamples.PROVINCE)) {
            throw new IllegalArgumentException("nobody asks for the chain of " + entity);
        }
        String own = FederationSamples.sign(
                FederationSamples.PROVINCE_KEY,
                FederationSamples.statement(
                                FederationSamples.PROVINCE, FederationSamples.PROVINCE, FederationSamples.PROVINCE_KEY)
                        .with("authority_hints", "[\"" + FederationSamples.HUB + "\"]"));
        return verifier()
                .verify(List.of(
                        own,
                        FederationSamples.chain().get(2),
                        FederationSamples.chain().get(3)));
    }

    @Test
    void areWhatTheirGeneratorMakes() throws IOException {
        SampleFolders.assertGenerated(ids(), FederationSamples.all());
    }
}
