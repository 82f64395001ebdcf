package io.xuemeng.identity.token;

import io.xuemeng.core.requirement.CodedRequirement;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.identity.SampleFolders;
import io.xuemeng.identity.TestKeys;
import io.xuemeng.identity.claims.ClaimRequirement;
import io.xuemeng.identity.keys.MemoryReplayGuard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the requirements on tokens against their texts and their samples. */
class TokenSamplesTest {

    /** A replay is in no document: see {@link TokenVerifierTest}. */
    private static final Set<String> BEHAVIOUR = Set.of("TOK-019", "TOK-020", "TOK-034");

    static Stream<CodedRequirement> requirements() {
        return Stream.concat(Arrays.stream(ClaimRequirement.values()), Arrays.stream(TokenRequirement.values()));
    }

    static Stream<CodedRequirement> documents() {
        return requirements().filter(requirement -> !BEHAVIOUR.contains(requirement.id()));
    }

    static Stream<Path> samples() throws IOException {
        return SampleFolders.samples(ids());
    }

    private static Set<String> ids() {
        return documents().map(Requirement::id).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("requirements")
    void saysInBothLanguagesWhatIsWrongAndHowToMendIt(CodedRequirement requirement) {
        SampleFolders.assertTexts(requirement);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void hasAPassingAndAFailingSample(CodedRequirement requirement) {
        SampleFolders.assertHasSamples(requirement, "jwt");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void findsInASampleWhatItWasMadeForAndNothingElse(Path sample) throws IOException {
        Properties expected = SampleFolders.expectations(sample);
        TokenVerifier.Builder builder = TokenVerifier.forIssuer(TokenSamples.ISSUER)
                .keys(TestKeys.setOf(TestKeys.ED25519))
                .audience(TokenSamples.CLIENT)
                .clock(TestKeys.CLOCK);
        if (expected.containsKey("trustedAudience")) {
            builder.trustedAudiences(expected.getProperty("trustedAudience"));
        }
        if (expected.containsKey("requiredClaim")) {
            builder.requiredClaims(expected.getProperty("requiredClaim"));
        }
        if (expected.containsKey("singleUse")) {
            builder.replayGuard(MemoryReplayGuard.withCapacity(100, TestKeys.CLOCK))
                    .singleUse();
        }
        TokenVerifier verifier = builder.build();
        String token = Files.readString(sample);
        Verified<?> verified = switch (expected.getProperty("kind")) {
            case "id" -> verifier.verify(token, signIn(expected));
            case "access" -> verifier.verifyAccess(token);
            case "logout" -> verifier.verifyLogout(token);
            default -> throw new IllegalArgumentException("no such kind");
        };
        SampleFolders.assertFindings(sample, verified.findings());
    }

    private static SignIn signIn(Properties expected) {
        if (!expected.containsKey("nonce")) {
            return SignIn.any();
        }
        SignIn signIn = SignIn.withNonce(expected.getProperty("nonce"));
        if (expected.containsKey("accessToken")) {
            signIn = signIn.accessToken(expected.getProperty("accessToken"));
        }
        if (expected.containsKey("code")) {
            signIn = signIn.code(expected.getProperty("code"));
        }
        if (expected.containsKey("maxAge")) {
            signIn = signIn.maxAge(Duration.ofSeconds(Long.parseLong(expected.getProperty("maxAge"))));
        }
        if (expected.containsKey("acr")) {
            signIn = signIn.authenticationClasses(Set.of(expected.getProperty("acr")));
        }
        return signIn;
    }

    @Test
    void areWhatTheirGeneratorMakes() throws IOException {
        SampleFolders.assertGenerated(ids(), TokenSamples.all());
    }
}
