package io.xuemeng.identity.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.identity.SampleFolders;
import io.xuemeng.identity.TestKeys;
import io.xuemeng.identity.keys.MemoryReplayGuard;
import io.xuemeng.identity.keys.MutableClock;
import io.xuemeng.identity.token.AccessToken;
import io.xuemeng.identity.token.IdToken;
import io.xuemeng.identity.token.SignIn;
import io.xuemeng.identity.token.TokenIssuer;
import io.xuemeng.identity.token.TokenVerifier;
import io.xuemeng.identity.token.Verified;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignInAndOutTest {

    private static final String ISSUER = "https://hub.example.cn";
    private static final String CLIENT = "https://platform.example.cn";
    private static final String HOME = CLIENT + "/bye?a=b";

    private final MutableClock clock = new MutableClock();
    private final TokenIssuer issuer = TokenIssuer.of(ISSUER)
            .signer(TestKeys.ED25519, TestKeys.keyId(TestKeys.ED25519))
            .clock(clock)
            .build();
    private final TokenVerifier verifier = TokenVerifier.forIssuer(ISSUER)
            .keys(TestKeys.setOf(TestKeys.ED25519))
            .audience(CLIENT)
            .clock(clock)
            .replayGuard(MemoryReplayGuard.withCapacity(100, clock))
            .build();

    private static void assertRefused(Verified<?> verified, String... ids) {
        assertThat(verified.isAccepted()).isFalse();
        assertThat(verified.findings()).extracting(Finding::id).containsExactly(ids);
        SampleFolders.assertFilled(verified.findings());
    }

    private PendingSignIn pending() {
        return PendingSignIn.start(ISSUER, new SecureRandom(), clock.instant());
    }

    @ParameterizedTest
    @EnumSource
    void saysInBothLanguagesWhatIsWrongAndHowToMendIt(SessionRequirement requirement) {
        SampleFolders.assertTexts(requirement);
    }

    @Test
    void whoWasSentAwayComesBackWithACode() {
        PendingSignIn pending = pending();

        assertThat(pending.accept(Map.of("state", pending.state(), "iss", ISSUER, "code", "c-1"), clock.instant())
                        .orElseThrow())
                .isEqualTo("c-1");
        assertThat(pending.state()).hasSize(43).isNotEqualTo(pending.nonce()).isNotEqualTo(pending.codeVerifier());
        assertThat(pending.toString()).doesNotContain(pending.state(), pending.nonce(), pending.codeVerifier());
    }

    /** RFC 7636, appendix B. */
    @Test
    void theChallengeIsThatOfTheExampleOfTheRfc() {
        PendingSignIn example =
                new PendingSignIn(ISSUER, "s", "n", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", clock.instant());

        assertThat(example.codeChallenge()).isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
        assertThat(ProofKey.matches(example.codeChallenge(), example.codeVerifier()))
                .isTrue();
        assertThat(ProofKey.matches(example.codeChallenge(), example.codeVerifier() + "k"))
                .isFalse();
        assertThat(ProofKey.matches(ProofKey.challenge("short"), "short")).isFalse();
        assertThat(ProofKey.matches(ProofKey.challenge("ü".repeat(43)), "ü".repeat(43)))
                .isFalse();
    }

    @Test
    void answersThatAreNotForThisBrowserOrNotFromThisIssuerAreRefused() {
        PendingSignIn pending = pending();
        Map<String, String> good = Map.of("state", pending.state(), "iss", ISSUER, "code", "c-1");

        assertRefused(pending.accept(with(good, "state", pending().state()), clock.instant()), "TOK-080");
        assertRefused(pending.accept(Map.of("code", "c-1"), clock.instant()), "TOK-080");
        assertRefused(pending.accept(with(good, "iss", ISSUER + "/"), clock.instant()), "TOK-081");
        assertRefused(
                pending.acceptFromIssuerThatNamesItself(
                        Map.of("state", pending.state(), "code", "c-1"), clock.instant()),
                "TOK-081");
        assertThat(pending.acceptFromIssuerThatNamesItself(good, clock.instant())
                        .isAccepted())
                .isTrue();
        assertRefused(pending.accept(with(good, "error", "access_denied"), clock.instant()), "TOK-082");
        assertRefused(pending.accept(with(good, "code", ""), clock.instant()), "TOK-083");
        clock.advance(Duration.ofMinutes(10));
        assertThat(pending.accept(good, clock.instant()).isAccepted()).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertRefused(pending.accept(good, clock.instant()), "TOK-084");
    }

    private static Map<String, String> with(Map<String, String> parameters, String name, String value) {
        Map<String, String> changed = new HashMap<>(parameters);
        changed.put(name, value);
        return changed;
    }

    private LogoutEndpoint endpoint() {
        return LogoutEndpoint.of(verifier, client -> client.equals(CLIENT) ? List.of(HOME) : List.of());
    }

    @Test
    void aClientSignsItsPersonOutAndGetsThePersonBack() throws Exception {
        String hint = issuer.issue(IdToken.draft("s", CLIENT).session("sid-1"));
        clock.advance(Duration.ofDays(3));

        LogoutRequest request = endpoint()
                .verify(Map.of("id_token_hint", hint, "post_logout_redirect_uri", HOME, "state", "x y"))
                .orElseThrow();

        assertThat(request.client()).isEqualTo(CLIENT);
        assertThat(request.subject()).isEqualTo("s");
        assertThat(request.session()).isEqualTo("sid-1");
        assertThat(request.returnTo()).isEqualTo(URI.create(HOME + "&state=x%20y"));
        assertThat(request.toString()).doesNotContain("sid-1");
        assertThat(LogoutEndpoint.address(URI.create(ISSUER + "/logout"), "h", URI.create(HOME), "x y"))
                .isEqualTo(
                        URI.create(
                                ISSUER
                                        + "/logout?id_token_hint=h&post_logout_redirect_uri=https%3A%2F%2Fplatform.example.cn%2Fbye%3Fa%3Db&state=x%20y"));
    }

    @Test
    void nobodyIsSentToAnAddressThatIsNotTheClients() throws Exception {
        String hint = issuer.issue(IdToken.draft("s", CLIENT));

        assertRefused(
                endpoint().verify(Map.of("id_token_hint", hint, "post_logout_redirect_uri", "https://evil.example")),
                "TOK-086");
        assertRefused(endpoint().verify(Map.of("post_logout_redirect_uri", HOME)), "TOK-085");
        assertRefused(
                endpoint().verify(Map.of("id_token_hint", hint, "client_id", "https://other.example")), "TOK-085");
        assertRefused(endpoint().verify(Map.of("id_token_hint", hint + "A")), "JWS-018");
        assertThat(endpoint().verify(Map.of()).orElseThrow().client()).isNull();
        assertThat(endpoint()
                        .verify(Map.of("client_id", CLIENT, "post_logout_redirect_uri", HOME))
                        .isAccepted())
                .isTrue();
    }

    @Test
    void aHintSignsNobodyIn() throws Exception {
        String token = issuer.issue(IdToken.draft("s", "https://other.example.cn"));
        clock.advance(Duration.ofDays(1));

        assertThat(verifier.verifyHint(token).isAccepted()).isTrue();
        assertThat(verifier.verify(token).findings()).extracting(Finding::id).contains("TOK-010", "TOK-013");
    }

    @Test
    void aLogoutTokenEndsASessionOrAllOfASubject() throws Exception {
        Revocations revocations = Revocations.withCapacity(10, Duration.ofHours(1), clock);
        String one = issuer.issue(IdToken.draft("s", CLIENT).session("sid-1").nonce("1"));
        String two = issuer.issue(IdToken.draft("s", CLIENT).session("sid-2").nonce("2"));
        assertThat(revocations.check(verifier.verify(one)).isAccepted()).isTrue();

        revocations.accept(
                verifier.verifyLogout(issuer.issueLogout("s", "sid-1", CLIENT)).orElseThrow());
        assertRefused(revocations.check(verifier.verify(one)), "TOK-096");
        assertThat(revocations.check(verifier.verify(two)).isAccepted()).isTrue();

        revocations.accept(
                verifier.verifyLogout(issuer.issueLogout("s", null, CLIENT)).orElseThrow());
        assertRefused(revocations.check(verifier.verify(two)), "TOK-096");
        clock.advance(Duration.ofSeconds(1));
        String later = issuer.issue(IdToken.draft("s", CLIENT).session("sid-3"));
        assertThat(revocations
                        .check(verifier.verify(later, SignIn.withNonce("x")))
                        .findings())
                .extracting(Finding::id)
                .containsExactly("TOK-032");
        assertThat(revocations.check(verifier.verify(later)).isAccepted()).isTrue();
    }

    @Test
    void aTokenIsRevokedByItsIdAndIsRememberedUntilItEnds() throws Exception {
        Revocations revocations = Revocations.withCapacity(1, Duration.ofHours(1), clock);
        String compact = issuer.issue(AccessToken.draft("s", "c", CLIENT));
        AccessToken token = verifier.verifyAccess(compact).orElseThrow();

        revocations.revokeToken(ISSUER, token.id(), token.expiresAt());
        assertRefused(revocations.checkAccess(verifier.verifyAccess(compact)), "TOK-096");
        assertThatThrownBy(() -> revocations.revokeSubject(ISSUER, "t"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no room");
        clock.advance(Duration.ofMinutes(21));
        revocations.revokeSubject(ISSUER, "t");
        assertThat(revocations.size()).isEqualTo(1);
    }
}
