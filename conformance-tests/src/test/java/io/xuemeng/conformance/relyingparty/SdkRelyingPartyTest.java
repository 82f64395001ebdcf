package io.xuemeng.conformance.relyingparty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.result.Conclusion;
import io.xuemeng.conformance.result.RequirementResult;
import io.xuemeng.conformance.result.RunResult;
import io.xuemeng.conformance.result.Verdict;
import io.xuemeng.conformance.role.Offer;
import io.xuemeng.conformance.run.ConformanceRun;
import io.xuemeng.conformance.run.Plan;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The SDK's verifiers pass, in each way in which an issuer can be trusted, and so does a relying party without them. */
class SdkRelyingPartyTest {

    private static final Set<String> WHATEVER = Set.of(
            "es256",
            "sm2",
            "eddsa",
            "ps256",
            "rs256",
            "access-token",
            "logout-token",
            "max-age",
            "acr",
            "education",
            "replay",
            "dpop",
            "dpop-nonce",
            "lti",
            "lti-deep-linking");

    @TempDir
    Path folder;

    @Test
    void withKeysThatAreDiscovered() {
        assertConformant("discovery", "key-cache");
    }

    @Test
    void withChainsThatAreFetched() {
        assertConformant("federation");
    }

    @Test
    void withEverythingAtOnce() {
        assertConformant("discovery", "key-cache", "federation");
    }

    @Test
    void withKeysThatAreGiven() {
        assertConformant();
    }

    @Test
    void soDoesOneThatIsMadeByHand() {
        Set<String> features = new RelyingPartyKit().features().keySet();

        assertThat(failures(run(new HandMade(null), features))).isEmpty();
    }

    @Test
    void withSm2Only() {
        RunResult result = run(Set.of("sm2", "replay"));

        assertThat(failures(result)).isEmpty();
        assertThat(result.roles().get(0).contradictions()).isNotEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("algorithmsAndWays")
    void withOneAlgorithmOnly(String algorithm, Set<String> ways) {
        Set<String> features = new TreeSet<>(ways);
        features.addAll(Set.of(algorithm, "access-token", "logout-token", "dpop", "lti"));

        assertThat(failures(run(features))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"es256", "sm2", "eddsa", "ps256", "rs256"})
    void soDoesOneThatIsMadeByHandWithOneAlgorithmOnly(String algorithm) {
        assertThat(failures(run(new HandMade(null), Set.of(algorithm, "discovery", "key-cache", "federation"))))
                .isEmpty();
    }

    @Test
    void theIssuersAreGoneWithTheRun() {
        Set<String> addresses = ConcurrentHashMap.newKeySet();
        SdkRelyingParty right = new SdkRelyingParty();

        run(
                question -> {
                    addresses.add(question.issuer() + "/jwks");
                    return right.judge(question);
                },
                Set.of("es256", "discovery"));

        assertThat(addresses).isNotEmpty();
        for (String address : addresses) {
            assertThatThrownBy(() -> URI.create(address).toURL().openStream()).isInstanceOf(ConnectException.class);
        }
    }

    static Stream<Arguments> algorithmsAndWays() {
        return Stream.of("es256", "sm2", "eddsa", "ps256", "rs256")
                .flatMap(
                        algorithm -> Stream.of(Set.<String>of(), Set.of("discovery", "key-cache"), Set.of("federation"))
                                .map(ways -> Arguments.of(algorithm, ways)));
    }

    private void assertConformant(String... ways) {
        Set<String> features = new TreeSet<>(WHATEVER);
        features.addAll(Set.of(ways));
        RunResult result = run(features);

        assertThat(failures(result)).isEmpty();
        assertThat(result.conclusion()).isEqualTo(Conclusion.CONFORMANT);
        assertThat(result.exitCode()).isZero();
    }

    private RunResult run(Set<String> features) {
        return run(new SdkRelyingParty(), features);
    }

    private RunResult run(TokenAcceptance party, Set<String> features) {
        return ConformanceRun.run(
                Plan.of("SDK", java.util.List.of(new Offer(Role.RELYING_PARTY, party, features, 2))), folder);
    }

    private static java.util.List<String> failures(RunResult result) {
        return result.roles().get(0).requirements().stream()
                .filter(requirement ->
                        requirement.verdict() != Verdict.PASSED && requirement.verdict() != Verdict.INAPPLICABLE)
                .map(SdkRelyingPartyTest::text)
                .toList();
    }

    private static String text(RequirementResult requirement) {
        return requirement.id() + " " + requirement.verdict() + " "
                + requirement.tests().stream()
                        .map(test -> test.reason() + " "
                                + test.exchanges().stream()
                                        .map(exchange -> exchange.sent().en() + " / "
                                                + exchange.expected().en() + " / "
                                                + exchange.received().en())
                                        .toList())
                        .toList()
                + "\n";
    }
}
