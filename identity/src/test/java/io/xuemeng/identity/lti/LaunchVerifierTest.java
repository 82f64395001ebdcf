package io.xuemeng.identity.lti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.identity.SampleFolders;
import io.xuemeng.identity.TestKeys;
import io.xuemeng.identity.keys.MemoryReplayGuard;
import io.xuemeng.identity.token.TokenVerifier;
import io.xuemeng.identity.token.Verified;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LaunchVerifierTest {

    private static LaunchVerifier verifier() {
        TokenVerifier tokens = TokenVerifier.forIssuer(LaunchSamples.PLATFORM)
                .keys(TestKeys.setOf(TestKeys.ED25519))
                .audience(LaunchSamples.CLIENT)
                .clock(TestKeys.CLOCK)
                .replayGuard(MemoryReplayGuard.withCapacity(100, TestKeys.CLOCK))
                .build();
        return LaunchVerifier.of(tokens)
                .deployments(LaunchSamples.DEPLOYMENT)
                .tool(URI.create(LaunchSamples.TOOL))
                .build();
    }

    private static Verified<Launch> verify(LaunchVerifier verifier, String token) {
        return verifier.verify(token, "state-1", LaunchSamples.NONCE, "state-1");
    }

    static Stream<LaunchRequirement> documents() {
        return Arrays.stream(LaunchRequirement.values()).filter(requirement -> requirement != LaunchRequirement.STATE);
    }

    private static Set<String> ids() {
        return documents().map(Requirement::id).collect(Collectors.toSet());
    }

    static Stream<Path> samples() throws IOException {
        return SampleFolders.samples(ids());
    }

    @ParameterizedTest
    @EnumSource
    void saysInBothLanguagesWhatIsWrongAndHowToMendIt(LaunchRequirement requirement) {
        SampleFolders.assertTexts(requirement);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void hasAPassingAndAFailingSample(LaunchRequirement requirement) {
        SampleFolders.assertHasSamples(requirement, "jwt");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void findsInASampleWhatItWasMadeForAndNothingElse(Path sample) throws IOException {
        SampleFolders.assertFindings(
                sample, verify(verifier(), Files.readString(sample)).findings());
    }

    @Test
    void areWhatTheirGeneratorMakes() throws IOException {
        SampleFolders.assertGenerated(ids(), LaunchSamples.all());
    }

    @Test
    void saysWhoComesFromWhereToDoWhat() {
        Launch launch =
                verify(verifier(), LaunchSamples.sign(LaunchSamples.launch())).orElseThrow();

        assertThat(launch.deployment()).isEqualTo(LaunchSamples.DEPLOYMENT);
        assertThat(launch.targetLink()).isEqualTo(URI.create(LaunchSamples.TOOL + "/lesson/48320?x=1"));
        assertThat(launch.roles()).hasSize(1);
        assertThat(launch.token().issuer()).isEqualTo(LaunchSamples.PLATFORM);
        assertThat(launch.toString()).doesNotContain("a6d5c443");
        Launch choosing = verify(verifier(), LaunchSamples.sign(LaunchSamples.deepLinking()))
                .orElseThrow();
        assertThat(choosing.messageType()).isEqualTo(Launch.MessageType.DEEP_LINKING);
        assertThat(choosing.deepLinkReturn()).isEqualTo(URI.create(LaunchSamples.PLATFORM + "/deep_links"));
    }

    @Test
    void aLaunchIsGoodOnce() {
        LaunchVerifier verifier = verifier();
        String token = LaunchSamples.sign(LaunchSamples.launch());

        assertThat(verify(verifier, token).isAccepted()).isTrue();
        assertRefused(verify(verifier, token), "TOK-034");
    }

    @Test
    void aLaunchThatWasSlippedIntoAnotherBrowserUsesNothingUp() {
        LaunchVerifier verifier = verifier();
        String token = LaunchSamples.sign(LaunchSamples.launch());

        assertRefused(verifier.verify(token, "state-2", LaunchSamples.NONCE, "state-1"), "TOK-127");
        assertRefused(verifier.verify(token, "", LaunchSamples.NONCE, ""), "TOK-127");
        assertThat(verify(verifier, token).isAccepted()).isTrue();
    }

    @Test
    void whatIsWrongWithTheTokenIsSaid() {
        assertRefused(
                verify(verifier(), LaunchSamples.sign(LaunchSamples.launch().withText("nonce", "other"))), "TOK-033");
        assertRefused(
                verify(verifier(), LaunchSamples.sign(LaunchSamples.launch().withText("aud", "other"))), "TOK-010");
    }

    @Test
    void aVerifierIsBuiltWholeOrNotAtAll() {
        TokenVerifier tokens = TokenVerifier.forIssuer("https://a.example")
                .keys(TestKeys.setOf(TestKeys.ED25519))
                .audience("a")
                .build();

        assertThatThrownBy(() -> LaunchVerifier.of(tokens).deployments("1").build())
                .isInstanceOf(IllegalStateException.class);
    }

    private static void assertRefused(Verified<?> verified, String... ids) {
        assertThat(verified.findings()).extracting(Finding::id).containsExactly(ids);
        SampleFolders.assertFilled(verified.findings());
    }
}
