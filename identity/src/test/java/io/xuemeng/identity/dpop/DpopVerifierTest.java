package io.xuemeng.identity.dpop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.jose.Jwk;
import io.xuemeng.core.jose.JwsSigner;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.identity.SampleFolders;
import io.xuemeng.identity.TestKeys;
import io.xuemeng.identity.keys.MemoryReplayGuard;
import io.xuemeng.identity.token.Verified;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DpopVerifierTest {

    /** A proof without a key is refused before its claims are read; a replay is in no document. */
    private static final Set<String> BEHAVIOUR = Set.of("TOK-101", "TOK-110");

    private static final String THUMBPRINT = Jwk.of(DpopSamples.KEY).thumbprint();

    private static DpopVerifier verifier() {
        return DpopVerifier.of(
                Set.of(SignatureAlgorithm.ED25519, SignatureAlgorithm.ES256),
                Duration.ofSeconds(60),
                Duration.ofSeconds(5),
                TestKeys.CLOCK,
                MemoryReplayGuard.withCapacity(100, TestKeys.CLOCK));
    }

    private static DpopRequest request() {
        return DpopRequest.of("POST", URI.create(DpopSamples.ADDRESS))
                .accessToken(DpopSamples.ACCESS_TOKEN, THUMBPRINT)
                .nonce(DpopSamples.NONCE);
    }

    static Stream<DpopRequirement> documents() {
        return Arrays.stream(DpopRequirement.values()).filter(requirement -> !BEHAVIOUR.contains(requirement.id()));
    }

    private static Set<String> ids() {
        return documents().map(Requirement::id).collect(Collectors.toSet());
    }

    static Stream<Path> samples() throws IOException {
        return SampleFolders.samples(ids());
    }

    @ParameterizedTest
    @EnumSource
    void saysInBothLanguagesWhatIsWrongAndHowToMendIt(DpopRequirement requirement) {
        SampleFolders.assertTexts(requirement);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void hasAPassingAndAFailingSample(DpopRequirement requirement) {
        SampleFolders.assertHasSamples(requirement, "jwt");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void findsInASampleWhatItWasMadeForAndNothingElse(Path sample) throws IOException {
        SampleFolders.assertFindings(
                sample, verifier().verify(Files.readString(sample), request()).findings());
    }

    @Test
    void areWhatTheirGeneratorMakes() throws IOException {
        SampleFolders.assertGenerated(ids(), DpopSamples.all());
    }

    @Test
    void aProofNamesTheKeyAndIsGoodOnce() {
        DpopVerifier verifier = verifier();
        String proof = TestKeys.sign(
                DpopSamples.KEY,
                DpopSamples.header(DpopSamples.KEY),
                DpopSamples.proof().toString());

        assertThat(verifier.verify(proof, request()).orElseThrow().keyThumbprint())
                .isEqualTo(THUMBPRINT);
        assertRefused(verifier.verify(proof, request()), "TOK-110");
    }

    /** RFC 9449, 7.1: the access token of the samples is that of its example. */
    @Test
    void hashesTheAccessTokenAsTheExampleOfTheRfcDoes() {
        assertThat(DpopSamples.proof().get("ath")).isEqualTo("\"fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo\"");
    }

    @Test
    void atTheTokenEndpointNoAccessTokenIsThereYet() throws Exception {
        String proof = JwsSigner.with(TestKeys.P_256)
                .type("dpop+jwt")
                .withKey()
                .build()
                .sign(DpopSamples.proof().without("ath").toString().getBytes(StandardCharsets.UTF_8));

        assertThat(verifier()
                        .verify(proof, DpopRequest.of("POST", URI.create(DpopSamples.ADDRESS)))
                        .orElseThrow()
                        .keyThumbprint())
                .isEqualTo(Jwk.of(TestKeys.P_256).thumbprint());
    }

    @Test
    void aTokenThatIsBoundToNoKeyTakesNoProof() {
        String proof = TestKeys.sign(
                DpopSamples.KEY,
                DpopSamples.header(DpopSamples.KEY),
                DpopSamples.proof().toString());

        assertRefused(
                verifier()
                        .verify(
                                proof,
                                DpopRequest.of("POST", URI.create(DpopSamples.ADDRESS))
                                        .accessToken(DpopSamples.ACCESS_TOKEN, null)),
                "TOK-108");
    }

    @Test
    void aProofWithoutItsKeyOrWithAPrivateOneOrForAnotherAlgorithmIsNone() {
        String claims = DpopSamples.proof().toString();
        String header = DpopSamples.header(DpopSamples.KEY);

        assertRefused(
                verifier()
                        .verify(
                                TestKeys.sign(DpopSamples.KEY, "{\"typ\":\"dpop+jwt\",\"alg\":\"EdDSA\"}", claims),
                                request()),
                "JWS-016");
        assertThat(verifier()
                        .verify(
                                TestKeys.sign(DpopSamples.KEY, header.replace("\"x\"", "\"d\":\"AAAA\",\"x\""), claims),
                                request())
                        .findings())
                .extracting(Finding::id)
                .contains("KEY-012");
        assertRefused(
                verifier().verify(TestKeys.sign(DpopSamples.KEY, header.replace("EdDSA", "RS256"), claims), request()),
                "JWS-008");
    }

    @Test
    void anAgeIsMoreThanZeroAndLessThanTenMinutes() {
        for (Duration age : List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofMinutes(10))) {
            assertThatThrownBy(() -> DpopVerifier.of(
                            Set.of(SignatureAlgorithm.ES256),
                            age,
                            Duration.ZERO,
                            TestKeys.CLOCK,
                            MemoryReplayGuard.create()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(request().toString()).doesNotContain(DpopSamples.ACCESS_TOKEN);
    }

    private static void assertRefused(Verified<?> verified, String... ids) {
        assertThat(verified.findings()).extracting(Finding::id).containsExactly(ids);
        SampleFolders.assertFilled(verified.findings());
    }
}
