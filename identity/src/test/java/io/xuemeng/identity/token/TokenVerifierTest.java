package io.xuemeng.identity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.core.code.AreaCode;
import io.xuemeng.core.code.InstitutionId;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.identity.SampleFolders;
import io.xuemeng.identity.TestKeys;
import io.xuemeng.identity.keys.MemoryReplayGuard;
import io.xuemeng.identity.keys.ReplayGuard;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierTest {

    private static final BigInteger P256_ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

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

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "nOnE"})
    void refusesTokensWithoutSignatureHoweverTheySayIt(String none) {
        String input = unsigned(header(none, TestKeys.P_256));
        TokenVerifier verifier = builder(TestKeys.P_256).build();

        assertThat(verifier.verify(input + '.').findings())
                .extracting(Finding::id)
                .contains("JWS-008", "JWS-009");
        assertRefused(verifier.verify(input + ".AA"), "JWS-008");
    }

    @Test
    void refusesAnEmptySignature() {
        assertRefused(
                builder(TestKeys.P_256).build().verify(unsigned(header("ES256", TestKeys.P_256)) + '.'), "JWS-009");
    }

    @Test
    void refusesAnHmacWithThePublicKeyForItsSecret() throws GeneralSecurityException {
        SigningKey key = TestKeys.rsa(SignatureAlgorithm.RS256);
        String input = unsigned(header("HS256", key));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.verificationKey().encoded(), "HmacSHA256"));
        String token = input + '.' + TestKeys.encode(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));

        assertRefused(builder(key).algorithms(SignatureAlgorithm.RS256).build().verify(token), "JWS-008");
    }

    @Test
    void refusesAnAlgorithmThatIsNotTheKeys() {
        String token = TestKeys.sign(
                TestKeys.P_256,
                header("PS256", TestKeys.P_256),
                TokenSamples.idToken().toString());

        assertRefused(builder(TestKeys.P_256).build().verify(token), "JWS-017");
    }

    @Test
    void refusesACurveThatIsNotTheAlgorithms() {
        String token = TestKeys.sign(
                TestKeys.SM2,
                header("ES256", TestKeys.SM2),
                TokenSamples.idToken().toString());

        assertRefused(builder(TestKeys.SM2).build().verify(token), "JWS-017");
    }

    @Test
    void refusesEcdsaSignaturesThatAreNoneAndForms() {
        String input = unsigned(header("ES256", TestKeys.P_256));
        TokenVerifier verifier = builder(TestKeys.P_256).build();
        String good = TestKeys.sign(
                TestKeys.P_256,
                header("ES256", TestKeys.P_256),
                TokenSamples.idToken().toString());
        byte[] raw = Base64.getUrlDecoder().decode(good.substring(good.lastIndexOf('.') + 1));
        assertThat(verifier.verify(good).isAccepted()).isTrue();

        byte[] zeroR = raw.clone();
        Arrays.fill(zeroR, 0, 32, (byte) 0);
        byte[] zeroS = raw.clone();
        Arrays.fill(zeroS, 32, 64, (byte) 0);
        byte[] longer = Arrays.copyOf(raw, 65);
        byte[] der = io.xuemeng.core.crypto.EcSignatures.toDer(raw);
        byte[] orderForR = raw.clone();
        System.arraycopy(unsigned32(P256_ORDER), 0, orderForR, 0, 32);
        for (byte[] bad : List.of(zeroR, zeroS, new byte[64], longer, der, orderForR, plusOrder(raw))) {
            assertRefused(verifier.verify(input + '.' + TestKeys.encode(bad)), "JWS-018");
        }
    }

    /** r + n, when that still fits into 32 bytes or, as nearly always, into 33. */
    private static byte[] plusOrder(byte[] raw) {
        byte[] sum = new BigInteger(1, Arrays.copyOf(raw, 32)).add(P256_ORDER).toByteArray();
        byte[] changed = new byte[sum.length + 32];
        System.arraycopy(sum, 0, changed, 0, sum.length);
        System.arraycopy(raw, 32, changed, sum.length, 32);
        return changed;
    }

    private static byte[] unsigned32(BigInteger value) {
        byte[] bytes = value.toByteArray();
        return Arrays.copyOfRange(bytes, bytes.length - 32, bytes.length);
    }

    @Test
    void refusesSm2SignaturesMadeUnderAnotherIdOrDamaged() throws Exception {
        TokenVerifier verifier =
                builder(TestKeys.SM2).algorithms(SignatureAlgorithm.SM2_SM3).build();
        String good = issuer(TestKeys.SM2).issue(IdToken.draft("s", TokenSamples.CLIENT));
        assertThat(verifier.verify(good).isAccepted()).isTrue();

        TokenVerifier otherId = TokenVerifier.forIssuer(TokenSamples.ISSUER)
                .keys(io.xuemeng.core.jose.JwkSet.of(io.xuemeng.core.jose.Jwk.of(
                                TestKeys.SM2.verificationKey().withSm2Id("other".getBytes(StandardCharsets.US_ASCII)))
                        .withKeyId(TestKeys.keyId(TestKeys.SM2))))
                .audience(TokenSamples.CLIENT)
                .algorithms(SignatureAlgorithm.SM2_SM3)
                .clock(TestKeys.CLOCK)
                .build();
        assertRefused(otherId.verify(good), "JWS-018");

        String input = good.substring(0, good.lastIndexOf('.') + 1);
        assertRefused(verifier.verify(input + TestKeys.encode(new byte[64])), "JWS-018");
        assertRefused(verifier.verify(input + TestKeys.encode(new byte[63])), "JWS-018");
    }

    @Test
    void sm2IsNotAcceptedUnlessItIsNamed() throws Exception {
        String token = issuer(TestKeys.SM2).issue(IdToken.draft("s", TokenSamples.CLIENT));

        assertRefused(builder(TestKeys.SM2).build().verify(token), "JWS-008");
    }

    @Test
    void refusesHeadersThatSteerTheVerifier() {
        TokenVerifier verifier = builder(TestKeys.P_256).build();
        String claims = TokenSamples.idToken().toString();
        String own = new String(io.xuemeng.core.jose.Jwk.of(TestKeys.P_256).toJson(), StandardCharsets.UTF_8);

        assertRefused(
                verifier.verify(
                        TestKeys.sign(TestKeys.P_256, "{\"alg\":\"ES256\",\"crit\":[\"exp\"],\"exp\":1}", claims)),
                "JWS-011");
        assertRefused(
                verifier.verify(TestKeys.sign(TestKeys.P_256, "{\"alg\":\"ES256\",\"jwk\":" + own + "}", claims)),
                "JWS-013");
        assertRefused(
                verifier.verify(TestKeys.sign(
                        TestKeys.P_256, "{\"alg\":\"ES256\",\"jku\":\"https://evil.example/keys\"}", claims)),
                "JWS-013");
    }

    @Test
    void refusesLaxEncodingAndDuplicateMembers() {
        TokenVerifier verifier = builder(TestKeys.P_256).build();
        String good = TestKeys.sign(
                TestKeys.P_256,
                header("ES256", TestKeys.P_256),
                TokenSamples.idToken().toString());

        assertRefused(verifier.verify(good + "="), "JWS-003");
        assertRefused(verifier.verify(good.replaceFirst("\\.", ".+")), "JWS-003");
        String claims = TokenSamples.idToken().toString();
        String twice = claims.substring(0, claims.length() - 1) + ",\"sub\":\"other\"}";
        assertRefused(
                verifier.verify(TestKeys.sign(TestKeys.P_256, header("ES256", TestKeys.P_256), twice)), "JSON-005");
    }

    @Test
    void refusesBombsWithoutReadingThem() {
        TokenVerifier verifier = builder(TestKeys.P_256).build();
        String deep = "{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}";

        assertRefused(
                verifier.verify(TestKeys.sign(TestKeys.P_256, header("ES256", TestKeys.P_256), deep)), "JSON-015");
        assertRefused(verifier.verify("a".repeat(2 << 20)), "JWS-001");
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
}
