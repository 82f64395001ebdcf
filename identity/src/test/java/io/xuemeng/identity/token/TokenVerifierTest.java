package io.xuemeng.identity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.core.code.AreaCode;
import io.xuemeng.core.code.InstitutionId;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.input.Limits;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.identity.SampleFolders;
import io.xuemeng.identity.TestKeys;
import io.xuemeng.identity.keys.MemoryReplayGuard;
import io.xuemeng.identity.keys.ReplayGuard;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokenVerifierTest {
    private static TokenVerifier.Builder builder(SigningKey... keys) {
        return TokenVerifier.forIssuer(TokenSamples.ISSUER)
                .keys(TestKeys.setOf(keys))
                .audience(TokenSamples.CLIENT)
                .clock(TestKeys.CLOCK);
    }

    private static TokenIssuer issuer(SigningKey key) {
        return TokenIssuer.of(TokenSamples.ISSUER)
                .signer(key, TestKeys.keyId(key))
                .clock(TestKeys.CLOCK)
                .build();
    }

    private static String header(String alg, SigningKey key) {
        return "{\"alg\":\"" + alg + "\",\"kid\":\"" + TestKeys.keyId(key) + "\",\"typ\":\"JWT\"}";
    }

    private static String unsigned(String header) {
        return TestKeys.encode(header.getBytes(StandardCharsets.UTF_8))
                + '.'
                + TestKeys.encode(TokenSamples.idToken().toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(Verified<?> verified, String... ids) {
        assertThat(verified.isAccepted()).isFalse();
        assertThat(verified.claims()).isEmpty();
        assertThat(verified.findings()).extracting(Finding::id).containsExactly(ids);
        SampleFolders.assertFilled(verified.findings());
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureAlgorithm.class,
            names = {"ES256", "SM2_SM3", "ED25519", "PS256", "RS256"})
    void acceptsWhatAnIssuerIssues(SignatureAlgorithm algorithm) throws Exception {
        SigningKey key = switch (algorithm) {
            case ES256 -> TestKeys.P_256;
            case SM2_SM3 -> TestKeys.SM2;
            case ED25519 -> TestKeys.ED25519;
            default -> TestKeys.rsa(algorithm);
        };
        EducationClaims education = EducationClaims.of(EducationRole.LEARNER)
                .withOrganization(InstitutionId.of("2111000001"))
                .withRegion(AreaCode.of("110108"))
                .withStage(EducationStage.PRIMARY)
                .withMinor(true);
        String compact = issuer(key)
                .issue(IdToken.draft("subject-1", TokenSamples.CLIENT)
                        .nonce("n1")
                        .accessToken("at")
                        .code("c")
                        .authenticatedAt(TestKeys.NOW)
                        .authenticationClass("urn:example:loa:2")
                        .authenticationMethods(List.of("pwd"))
                        .session("s1")
                        .education(education)
                        .claim("vendor_claim", RawJson.of("{\"a\":[1,2]}")));

        Verified<IdToken> verified = builder(key)
                .algorithms(algorithm)
                .build()
                .verify(
                        compact,
                        SignIn.withNonce("n1").accessToken("at").code("c").maxAge(Duration.ofMinutes(5)));

        IdToken token = verified.orElseThrow();
        assertThat(token.subject()).isEqualTo("subject-1");
        assertThat(token.audience()).containsExactly(TokenSamples.CLIENT);
        assertThat(token.education()).isEqualTo(education);
        assertThat(token.authenticationMethods()).containsExactly("pwd");
        assertThat(token.session()).isEqualTo("s1");
        assertThat(token.expiresAt()).isEqualTo(TestKeys.NOW.plusSeconds(300));
        assertThat(token.others()).containsOnlyKeys("vendor_claim");
        assertThat(token.others().get("vendor_claim").text()).isEqualTo("{\"a\":[1,2]}");
        assertThat(token.toString()).doesNotContain("subject-1");
    }

    @Test
    void acceptsAccessTokensWithScopesAndKeys() throws Exception {
        String thumbprint = TestKeys.keyId(TestKeys.P_256);
        String compact = issuer(TestKeys.ED25519)
                .issue(AccessToken.draft("s", "https://app.example.cn", TokenSamples.CLIENT)
                        .scope("statements/write", "profile")
                        .boundTo(thumbprint));

        AccessToken token =
                builder(TestKeys.ED25519).build().verifyAccess(compact).orElseThrow();

        assertThat(token.permits("profile")).isTrue();
        assertThat(token.permits("statements")).isFalse();
        assertThat(token.keyThumbprint()).isEqualTo(thumbprint);
        assertThat(token.client()).isEqualTo("https://app.example.cn");
    }

    @Test
    void acceptsLogoutTokensOnce() throws Exception {
        String compact = issuer(TestKeys.ED25519).issueLogout("s", "sid-1", TokenSamples.CLIENT);
        TokenVerifier verifier = builder(TestKeys.ED25519)
                .replayGuard(MemoryReplayGuard.withCapacity(100, TestKeys.CLOCK))
                .build();

        LogoutToken token = verifier.verifyLogout(compact).orElseThrow();

        assertThat(token.subject()).isEqualTo("s");
        assertThat(token.session()).isEqualTo("sid-1");
        assertRefused(verifier.verifyLogout(compact), "TOK-019");
    }

    @Test
    void tellsWhomATokenClaimsToBeFromSoThatAVerifierCanBeChosen() throws Exception {
        assertThat(TokenVerifier.claimedIssuer(issuer(TestKeys.P_256).issueLogout("s", "sid", TokenSamples.CLIENT)))
                .contains(TokenSamples.ISSUER);
        for (String payload : List.of(
                "{}",
                "{\"iss\":7}",
                "{\"iss\":\"https://a.example.cn\",\"iss\":\"https://b.example.cn\"}",
                "[\"iss\"]",
                "{\"iss\":\"https://a.example.cn\"",
                "")) {
            String compact = "e30." + TestKeys.encode(payload.getBytes(StandardCharsets.UTF_8)) + ".e30";
            assertThat(TokenVerifier.claimedIssuer(compact)).as(payload).isEmpty();
        }
        for (String compact : List.of(
                "", "a", "a.b", "a.*.c", "e30." + "A".repeat(Limits.defaults().tokenBytes()) + ".e30")) {
            assertThat(TokenVerifier.claimedIssuer(compact)).isEmpty();
        }
    }

    @Test
    void oneKindOfTokenDoesNotPassForAnother() throws Exception {
        TokenIssuer issuer = issuer(TestKeys.ED25519);
        TokenVerifier verifier = builder(TestKeys.ED25519).build();
        String id = issuer.issue(IdToken.draft("s", TokenSamples.CLIENT).nonce("n"));
        String access = issuer.issue(AccessToken.draft("s", "c", TokenSamples.CLIENT));
        String logout = issuer.issueLogout("s", null, TokenSamples.CLIENT);

        assertThat(verifier.verifyAccess(id).findings()).extracting(Finding::id).contains("TOK-004");
        assertThat(verifier.verifyAccess(logout).findings())
                .extracting(Finding::id)
                .contains("TOK-004");
        assertRefused(verifier.verify(access), "TOK-004");
        assertRefused(verifier.verify(logout), "TOK-004");
        assertThat(verifier.verifyLogout(id).findings())
                .extracting(Finding::id)
                .containsExactlyInAnyOrder("TOK-070", "TOK-072");
        assertThat(verifier.verifyLogout(access).findings())
                .extracting(Finding::id)
                .contains("TOK-004");
    }

    @Test
    void aNonceIsGoodForOneToken() throws Exception {
        TokenVerifier verifier = builder(TestKeys.ED25519)
                .replayGuard(MemoryReplayGuard.withCapacity(100, TestKeys.CLOCK))
                .build();
        String first = issuer(TestKeys.ED25519)
                .issue(IdToken.draft("s", TokenSamples.CLIENT).nonce("n"));
        String second = issuer(TestKeys.ED25519)
                .issue(IdToken.draft("s", TokenSamples.CLIENT).nonce("n"));

        assertThat(verifier.verify(first, SignIn.withNonce("n")).isAccepted()).isTrue();
        assertRefused(verifier.verify(first, SignIn.withNonce("n")), "TOK-034");
        assertRefused(verifier.verify(second, SignIn.withNonce("n")), "TOK-034");
    }

    @Test
    void aTokenThatIsRefusedUsesNoNonceUp() throws Exception {
        TokenVerifier verifier = builder(TestKeys.ED25519)
                .replayGuard(MemoryReplayGuard.withCapacity(100, TestKeys.CLOCK))
                .build();
        String elsewhere = issuer(TestKeys.ED25519)
                .issue(IdToken.draft("s", "https://other.example.cn").nonce("n"));
        String here = issuer(TestKeys.ED25519)
                .issue(IdToken.draft("s", TokenSamples.CLIENT).nonce("n"));

        assertRefused(verifier.verify(elsewhere, SignIn.withNonce("n")), "TOK-010");
        assertThat(verifier.verify(here, SignIn.withNonce("n")).isAccepted()).isTrue();
    }

    @Test
    void aTokenForSingleUseIsTakenOnce() throws Exception {
        TokenVerifier verifier = builder(TestKeys.ED25519)
                .replayGuard(MemoryReplayGuard.withCapacity(100, TestKeys.CLOCK))
                .singleUse()
                .build();
        String token = issuer(TestKeys.ED25519).issue(AccessToken.draft("s", "c", TokenSamples.CLIENT));

        assertThat(verifier.verifyAccess(token).isAccepted()).isTrue();
        assertRefused(verifier.verifyAccess(token), "TOK-019");
    }

    @Test
    void whatCannotBeRememberedIsRefused() throws Exception {
        ReplayGuard broken = (scope, value, until) -> ReplayGuard.Use.UNKNOWN;
        TokenVerifier verifier =
                builder(TestKeys.ED25519).replayGuard(broken).singleUse().build();

        assertRefused(
                verifier.verifyAccess(issuer(TestKeys.ED25519).issue(AccessToken.draft("s", "c", TokenSamples.CLIENT))),
                "TOK-020");
    }

    @Test
    void tellsEverySenderTheSame() throws Exception {
        TokenVerifier verifier = builder(TestKeys.ED25519).build();
        Set<String> messages = new HashSet<>();
        for (String token : List.of(
                "x",
                unsigned(header("none", TestKeys.ED25519)) + '.',
                issuer(TestKeys.ED25519).issue(IdToken.draft("s", "https://other.example.cn")))) {
            Verified<IdToken> verified = verifier.verify(token);
            assertThat(verified).isInstanceOf(Verified.Refused.class);
            messages.add(((Verified.Refused<IdToken>) verified).publicMessage(Locale.SIMPLIFIED_CHINESE));
            assertThatThrownBy(verified::orElseThrow)
                    .isInstanceOf(RefusedTokenException.class)
                    .hasMessageNotContaining("other.example.cn");
        }

        assertThat(messages).hasSize(1);
    }

    @Test
    void reportsAllThatIsWrongAtOnce() {
        String token = TestKeys.sign(
                TestKeys.ED25519,
                header("EdDSA", TestKeys.ED25519),
                TokenSamples.idToken()
                        .withText("iss", "https://evil.example")
                        .withText("aud", "https://other.example.cn")
                        .with("exp", "1")
                        .withText("edu_role", "admin")
                        .toString());

        assertThat(builder(TestKeys.ED25519).build().verify(token).findings())
                .extracting(Finding::id)
                .containsExactlyInAnyOrder("TOK-006", "TOK-010", "TOK-013", "TOK-050");
    }

    @Test
    void anIssuerIssuesNoPersonalData() {
        TokenIssuer issuer = issuer(TestKeys.ED25519);

        assertThatThrownBy(() -> issuer.issue(IdToken.draft("11010519491231002X", TokenSamples.CLIENT)))
                .isInstanceOf(UnissuableTokenException.class)
                .hasMessageNotContaining("11010519491231002X");
        assertThatThrownBy(() -> issuer.issue(
                        IdToken.draft("s", TokenSamples.CLIENT).claim("phone", RawJson.of("\"13812345678\""))))
                .isInstanceOf(UnissuableTokenException.class);
        assertThatThrownBy(() ->
                        issuer.issue(IdToken.draft("s", TokenSamples.CLIENT).claim("sub", RawJson.of("\"t\""))))
                .isInstanceOf(UnissuableTokenException.class);
        assertThatThrownBy(() -> issuer.issue(IdToken.draft("学生", TokenSamples.CLIENT)))
                .isInstanceOf(UnissuableTokenException.class);
    }

    @Test
    void personalDataPassesOnlyInClaimsThatWereAgreedOn() {
        String token = TestKeys.sign(
                TestKeys.ED25519,
                header("EdDSA", TestKeys.ED25519),
                TokenSamples.idToken().withText("email", "li.lei@example.cn").toString());

        assertThat(builder(TestKeys.ED25519)
                        .personalDataAllowedIn("email")
                        .build()
                        .verify(token)
                        .isAccepted())
                .isTrue();
        assertRefused(
                builder(TestKeys.ED25519)
                        .personalDataAllowedIn("e_mail")
                        .build()
                        .verify(token),
                "TOK-022");
    }

    @Test
    void aVerifierIsBuiltWholeOrNotAtAll() {
        assertThatThrownBy(() -> TokenVerifier.forIssuer("https://a.example").build())
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> builder(TestKeys.ED25519).singleUse().build())
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() ->
                        builder(TestKeys.ED25519).skew(Duration.ofHours(1)).build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** docs/profile/token.en.md, times. */
    @Test
    void clocksAreNeverMoreThanFiveMinutesApart() {
        Duration most = Duration.ofMinutes(5);
        assertThat(builder(TestKeys.ED25519).skew(most).build()).isNotNull();
        assertThatThrownBy(() ->
                        builder(TestKeys.ED25519).skew(most.plusSeconds(1)).build())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
