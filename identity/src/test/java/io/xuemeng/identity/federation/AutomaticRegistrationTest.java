package io.xuemeng.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.identity.SampleFolders;
import io.xuemeng.identity.TestKeys;
import io.xuemeng.identity.keys.MemoryReplayGuard;
import io.xuemeng.identity.token.Verified;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AutomaticRegistrationTest {

    /** A replay, and what a client's metadata say, are in no request. */
    private static final Set<String> BEHAVIOUR = Set.of("FED-066", "FED-069", "FED-070", "FED-072");

    private final List<String> resolved = new ArrayList<>();

    private AutomaticRegistration provider(List<String> chain) {
        return AutomaticRegistration.forProvider(
                RegistrationSamples.PROVIDER,
                FederationSamplesTest.verifier(),
                entity -> {
                    resolved.add(entity);
                    return FederationSamplesTest.verifier().verify(entity, chain);
                },
                MemoryReplayGuard.withCapacity(100, TestKeys.CLOCK));
    }

    private AutomaticRegistration provider() {
        return provider(FederationSamples.chain());
    }

    private static ClientTokens client(SigningKey key) {
        return ClientTokens.of(
                FederationSamples.PLATFORM, key, TestKeys.keyId(key), TestKeys.CLOCK, new SecureRandom());
    }

    private static final Map<String, String> PARAMETERS = Map.of(
            "response_type",
            "code",
            "redirect_uri",
            FederationSamples.PLATFORM + "/cb",
            "scope",
            "openid",
            "state",
            "s-1",
            "nonce",
            "n-1");

    static Stream<RegistrationRequirement> documents() {
        return Arrays.stream(RegistrationRequirement.values())
                .filter(requirement -> !BEHAVIOUR.contains(requirement.id()));
    }

    private static Set<String> ids() {
        return documents().map(Requirement::id).collect(Collectors.toSet());
    }

    static Stream<Path> samples() throws IOException {
        return SampleFolders.samples(ids());
    }

    @ParameterizedTest
    @EnumSource
    void saysInBothLanguagesWhatIsWrongAndHowToMendIt(RegistrationRequirement requirement) {
        SampleFolders.assertTexts(requirement);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void hasAPassingAndAFailingSample(RegistrationRequirement requirement) {
        SampleFolders.assertHasSamples(requirement, "jwt");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void findsInASampleWhatItWasMadeForAndNothingElse(Path sample) throws IOException {
        String token = Files.readString(sample);
        Verified<?> verified =
                SampleFolders.expectations(sample).getProperty("kind").equals("request")
                        ? provider().verifyRequest(token)
                        : provider().authenticate(token);
        SampleFolders.assertFindings(sample, verified.findings());
    }

    @Test
    void areWhatTheirGeneratorMakes() throws IOException {
        SampleFolders.assertGenerated(ids(), RegistrationSamples.all());
    }

    @Test
    void acceptsTheRequestOfAClientThatNobodyRegistered() throws Exception {
        AuthorizationRequest request = provider()
                .verifyRequest(client(FederationSamples.PLATFORM_KEY)
                        .requestObject(RegistrationSamples.PROVIDER, PARAMETERS, List.of()))
                .orElseThrow();

        assertThat(request.client()).isEqualTo(FederationSamples.PLATFORM);
        assertThat(request.redirectUri()).isEqualTo(FederationSamples.PLATFORM + "/cb");
        assertThat(request.parameter("state")).contains("s-1");
        assertThat(request.parameter("nonce")).contains("n-1");
        assertThat(request.chain().anchor()).isEqualTo(FederationSamples.HUB);
        assertThat(resolved).containsExactly(FederationSamples.PLATFORM);
    }

    @Test
    void aChainInTheHeaderSavesTheSearch() throws Exception {
        String request = client(FederationSamples.PLATFORM_KEY)
                .requestObject(RegistrationSamples.PROVIDER, PARAMETERS, FederationSamples.chain());

        assertThat(provider().verifyRequest(request).isAccepted()).isTrue();
        assertThat(resolved).isEmpty();
    }

    @Test
    void aChainOfSomebodyElseDoesNotHelp() throws Exception {
        String request = client(FederationSamples.PLATFORM_KEY)
                .requestObject(
                        RegistrationSamples.PROVIDER,
                        PARAMETERS,
                        FederationSamples.chain().subList(3, 4));

        assertRefused(provider().verifyRequest(request), "FED-026");
    }

    @Test
    void aRequestIsGoodOnce() throws Exception {
        AutomaticRegistration provider = provider();
        String request = client(FederationSamples.PLATFORM_KEY)
                .requestObject(RegistrationSamples.PROVIDER, PARAMETERS, List.of());
        String assertion = client(FederationSamples.PLATFORM_KEY).assertion(RegistrationSamples.PROVIDER);

        assertThat(provider.verifyRequest(request).isAccepted()).isTrue();
        assertRefused(provider.verifyRequest(request), "FED-066");
        assertThat(provider.authenticate(assertion).isAccepted()).isTrue();
        assertRefused(provider.authenticate(assertion), "FED-066");
    }

    @Test
    void whoeverHasAnotherKeyIsNotTheClient() throws Exception {
        SigningKey thief = TestKeys.ed25519(99);

        assertRefused(
                provider()
                        .verifyRequest(
                                client(thief).requestObject(RegistrationSamples.PROVIDER, PARAMETERS, List.of())),
                "JWS-016");
        assertRefused(provider().authenticate(client(thief).assertion(RegistrationSamples.PROVIDER)), "JWS-016");
    }

    @Test
    void aRequestObjectDoesNotPassForAnAssertionNorTheOtherWayRound() throws Exception {
        ClientTokens client = client(FederationSamples.PLATFORM_KEY);

        assertThat(provider()
                        .authenticate(client.requestObject(RegistrationSamples.PROVIDER, PARAMETERS, List.of()))
                        .findings())
                .extracting(Finding::id)
                .containsExactly("FED-064");
        assertThat(provider()
                        .verifyRequest(client.assertion(RegistrationSamples.PROVIDER))
                        .findings())
                .extracting(Finding::id)
                .contains("FED-061", "FED-063");
    }

    @Test
    void saysWhatAClientsMetadataLack() throws Exception {
        ClientTokens client = client(FederationSamples.PLATFORM_KEY);
        String request = client.requestObject(RegistrationSamples.PROVIDER, PARAMETERS, List.of());

        assertRefused(
                provider(withMetadata(text -> text.replace("\"automatic\"", "\"explicit\"")))
                        .verifyRequest(request),
                "FED-069");
        assertRefused(
                provider(withMetadata(text -> text.replace("\"jwks\"", "\"jwks_old\"")))
                        .verifyRequest(request),
                "FED-070");
        assertRefused(provider(List.of("x")).verifyRequest(request), "JWS-002");
    }

    @Test
    void aClientIdentifiesItselfTheWayItsFederationAllows() throws Exception {
        List<String> chain = new ArrayList<>(FederationSamples.chain());
        chain.set(
                2,
                FederationSamples.sign(
                        FederationSamples.HUB_KEY,
                        FederationSamples.provinceByHub().with("metadata_policy", "{}")));
        chain.set(
                0,
                withMetadata(text -> text.replace("private_key_jwt", "client_secret_basic"))
                        .get(0));

        assertRefused(
                provider(chain)
                        .authenticate(client(FederationSamples.PLATFORM_KEY).assertion(RegistrationSamples.PROVIDER)),
                "FED-072");
    }

    private static List<String> withMetadata(UnaryOperator<String> edit) {
        List<String> chain = new ArrayList<>(FederationSamples.chain());
        chain.set(
                0,
                FederationSamples.sign(
                        FederationSamples.PLATFORM_KEY,
                        FederationSamples.platform()
                                .with(
                                        "metadata",
                                        edit.apply(FederationSamples.platform().get("metadata")))));
        return chain;
    }

    @Test
    void nonsenseCostsNoSearch() {
        assertRefused(provider().verifyRequest("x.y"), "JWS-002");
        assertThat(resolved).isEmpty();
        assertThatThrownBy(() -> AutomaticRegistration.forProvider(
                        "hub", FederationSamplesTest.verifier(), entity -> null, (a, b, c) -> null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertRefused(Verified<?> verified, String... ids) {
        assertThat(verified.findings()).extracting(Finding::id).containsExactly(ids);
        SampleFolders.assertFilled(verified.findings());
    }
}
