package io.xuemeng.identity.dpop;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.identity.TestKeys;
import io.xuemeng.identity.keys.MemoryReplayGuard;
import io.xuemeng.identity.token.Verified;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9449, 4.3: addresses are the same after the normalization of RFC 3986, 6.2.2 and 6.2.3, however they are spelt. */
class DpopAddressTest {

    private static final String ORIGIN = "https://lrs.example.cn";

    /** A character of a path as it is usually spelt, and as a client spelt it. */
    record Spelt(String usual, String unusual) {}

    private static Verified<DpopProof> verified(String htu, String requested) {
        String proof = TestKeys.sign(
                DpopSamples.KEY,
                DpopSamples.header(DpopSamples.KEY),
                DpopSamples.proof().without("ath").withText("htu", htu).toString());
        return DpopVerifier.of(
                        Set.of(SignatureAlgorithm.ED25519),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(5),
                        TestKeys.CLOCK,
                        MemoryReplayGuard.withCapacity(10, TestKeys.CLOCK))
                .verify(proof, DpopRequest.of("POST", URI.create(requested)).nonce(DpopSamples.NONCE));
    }

    @Provide
    Arbitrary<List<Spelt>> paths() {
        Arbitrary<Spelt> unreserved = Arbitraries.of("aZ09-_~".split(""))
                .map(text -> new Spelt(text, "%%%02x".formatted((int) text.charAt(0))));
        Arbitrary<Spelt> encoded = Arbitraries.of("%2F", "%3A", "%E5%AD%A6", "%20")
                .map(text -> new Spelt(text, text.toLowerCase(Locale.ROOT)));
        Arbitrary<Spelt> plain = Arbitraries.of("/a", "b", "!", "@").map(text -> new Spelt(text, text));
        return Arbitraries.oneOf(unreserved, encoded, plain).list().ofMinSize(1).ofMaxSize(20);
    }

    @Property(tries = 300)
    void anAddressIsTheSameHoweverItIsSpelt(@ForAll("paths") List<Spelt> path) {
        String usual =
                ORIGIN + '/' + String.join("", path.stream().map(Spelt::usual).toList());
        String unusual = ORIGIN.replace("https", "HTTPS") + ":443/"
                + String.join("", path.stream().map(Spelt::unusual).toList());

        assertThat(verified(unusual, usual).findings()).isEmpty();
        assertThat(verified(usual, unusual).findings()).isEmpty();
    }

    @Property(tries = 100)
    void anAddressWithOneCharacterMoreIsAnotherOne(@ForAll("paths") List<Spelt> path) {
        String usual =
                ORIGIN + '/' + String.join("", path.stream().map(Spelt::usual).toList());

        assertThat(verified(usual + "%2e2", usual).findings())
                .extracting(Finding::id)
                .containsExactly("TOK-104");
    }

    @ParameterizedTest
    @CsvSource({
        "/a/./b, /a/b",
        "/a/b/.., /a/",
        "/a/b/../c, /a/c",
        "/../token, /token",
        "/a/../../token, /token",
        "/a/., /a/",
        "/%2e%2E/token, /token",
        "'', /"
    })
    void dotSegmentsAreTakenAwayAsRfc3986Has(String found, String requested) {
        assertThat(verified(ORIGIN + found, ORIGIN + requested).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"//token, /token", "/a//token, /a/token", "/a, /a/", "/A, /a", "/%2E%2E/token, /a/token"})
    void emptySegmentsAndOtherPathsAreOthers(String found, String requested) {
        assertRefused(ORIGIN + found, ORIGIN + requested);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://[::1%2d1]/token",
                "https://[::1%251]/token",
                "https://lrs.example.cn@evil.example/token",
                "https:token",
                "mailto:a@example.cn",
                "token",
                "%",
                ""
            })
    void whatIsNoAddressOfTheRequestIsRefused(String found) {
        assertRefused(found, ORIGIN + "/token");
    }

    @Test
    @Timeout(10)
    void aLongWayUpTakesNoLongerThanItIsLong() {
        int segments = 150_000;
        String found = ORIGIN + '/' + "a/".repeat(segments) + "../".repeat(segments) + "token";
        assertThat(verified(found, ORIGIN + "/token").findings()).isEmpty();
    }

    private static void assertRefused(String found, String requested) {
        assertThat(verified(found, requested).findings())
                .extracting(Finding::id)
                .containsExactly("TOK-104");
    }
}
