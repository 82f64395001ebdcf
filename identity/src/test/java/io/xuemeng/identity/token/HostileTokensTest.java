package io.xuemeng.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.crypto.EcSignatures;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.jose.Jwk;
import io.xuemeng.core.jose.JwkSet;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.identity.SampleFolders;
import io.xuemeng.identity.TestKeys;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that somebody made who is not the issuer, or that no issuer makes. */
class HostileTokensTest {
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
        byte[] der = EcSignatures.toDer(raw);
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
                .keys(JwkSet.of(
                        Jwk.of(TestKeys.SM2.verificationKey().withSm2Id("other".getBytes(StandardCharsets.US_ASCII)))
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
        String own = new String(Jwk.of(TestKeys.P_256).toJson(), StandardCharsets.UTF_8);

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
}
