package io.xuemeng.core.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Security;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

    private static final char[] PASSWORD = "一个密码 secret".toCharArray();

    private static void assertFault(KeyFault fault, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        UnusableKeyException.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }

    private static byte[] file(String name) throws IOException {
        try (InputStream in = KeysTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void aKeyComesBackFromPemAsItWent(KeyType type) throws Exception {
        SigningKey key = SigningKey.generate(type);

        SigningKey read = SigningKey.fromPem(key.toPem(), null);

        assertThat(read.verificationKey()).isEqualTo(key.verificationKey());
        assertThat(key.verificationKey().verify(read.algorithm(), new byte[] {1}, read.sign(new byte[] {1})))
                .isTrue();
        assertThat(VerificationKey.of(type, key.verificationKey().material())).isEqualTo(key.verificationKey());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sm2.p12", "p256.p12", "rsa.p12", "ed25519.p12", "sm2.pem", "p256.pem", "rsa.pem", "ed25519.pem"
            })
    void keysThatOpenSslMadeAreRead(String name) throws Exception {
        char[] password = "xuemeng".toCharArray();

        SigningKey key = name.endsWith(".p12")
                ? SigningKey.fromPkcs12(file(name), password, null)
                : SigningKey.fromPem(new String(file(name), StandardCharsets.US_ASCII), password);

        assertThat(key.certificates()).hasSize(1);
        assertThat(VerificationKey.of(key.certificates().get(0))).isEqualTo(key.verificationKey());
        assertThat(key.verificationKey().verify(key.algorithm(), new byte[] {1}, key.sign(new byte[] {1})))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sm2.p12", "p256.p12", "rsa.p12", "ed25519.p12"})
    void aPkcs12FileComesBackAsItWentWithItsCertificates(String name) throws Exception {
        SigningKey key = SigningKey.fromPkcs12(file(name), "xuemeng".toCharArray(), null);

        SigningKey read = SigningKey.fromPkcs12(key.toPkcs12(PASSWORD), PASSWORD, null);

        assertThat(read.verificationKey()).isEqualTo(key.verificationKey());
        assertThat(read.certificates()).isEqualTo(key.certificates());
    }

    @Test
    void aWrongPasswordIsSaidToBeOne() throws Exception {
        byte[] pkcs12 = file("sm2.p12");
        String pem = new String(file("sm2.pem"), StandardCharsets.US_ASCII);

        assertFault(KeyFault.WRONG_PASSWORD, () -> SigningKey.fromPkcs12(pkcs12, "wrong".toCharArray(), null));
        assertFault(KeyFault.WRONG_PASSWORD, () -> SigningKey.fromPem(pem, "wrong".toCharArray()));
        assertFault(KeyFault.WRONG_PASSWORD, () -> SigningKey.fromPem(pem, null));
    }

    @Test
    void aFileWithoutAKeyOrWithTwoIsSaidToBeOne() throws Exception {
        String one = SigningKey.generate(KeyType.SM2).toPem();

        assertFault(KeyFault.NOT_THERE, () -> SigningKey.fromPem("", null));
        assertFault(KeyFault.NOT_THERE, () -> SigningKey.fromPem(one + one, null));
        assertFault(KeyFault.NOT_THERE, () -> SigningKey.fromPkcs12(file("sm2.p12"), "xuemeng".toCharArray(), "other"));
    }

    @Test
    void aCertificateOfAnotherKeyIsRefused() throws Exception {
        SigningKey sm2 = SigningKey.fromPkcs12(file("sm2.p12"), "xuemeng".toCharArray(), null);
        SigningKey other = SigningKey.generate(KeyType.SM2);

        assertFault(KeyFault.NOT_A_PAIR, () -> other.withCertificates(sm2.certificates()));
    }

    @Test
    void pointsOffTheirCurveAreRefused() throws Exception {
        for (KeyType type : List.of(KeyType.P_256, KeyType.SM2)) {
            KeyMaterial.Point point = (KeyMaterial.Point)
                    SigningKey.generate(type).verificationKey().material();
            byte[] y = point.y();
            y[31] ^= 1;

            assertFault(KeyFault.NOT_ON_CURVE, () -> VerificationKey.of(type, new KeyMaterial.Point(point.x(), y)));
            assertFault(
                    KeyFault.MALFORMED,
                    () -> VerificationKey.of(type, new KeyMaterial.Point(Arrays.copyOf(point.x(), 33), point.y())));
        }
    }

    @Test
    void weakRsaKeysAreRefusedAndSaidToBeWhy() throws Exception {
        BigInteger modulus = BigInteger.ONE.shiftLeft(2047).setBit(0);
        BigInteger usual = BigInteger.valueOf(65537);

        assertFault(KeyFault.RSA_TOO_SHORT, () -> rsa(modulus.shiftRight(1).setBit(0), usual));
        assertFault(KeyFault.RSA_TOO_SHORT, () -> rsa(BigInteger.TWO, usual));
        assertFault(KeyFault.RSA_MODULUS, () -> rsa(modulus.clearBit(0), usual));
        assertFault(KeyFault.RSA_MODULUS, () -> rsa(modulus.negate(), usual));
        assertFault(
                KeyFault.RSA_MODULUS, () -> rsa(BigInteger.ONE.shiftLeft(8192).setBit(0), usual));
        for (BigInteger exponent : List.of(
                BigInteger.ONE.negate(),
                BigInteger.ZERO,
                BigInteger.ONE,
                BigInteger.TWO,
                BigInteger.valueOf(3),
                BigInteger.valueOf(65538),
                BigInteger.ONE.shiftLeft(256).setBit(0))) {
            assertFault(KeyFault.RSA_EXPONENT, () -> rsa(modulus, exponent));
        }
        assertThat(rsa(modulus, BigInteger.valueOf(5)).type()).isEqualTo(KeyType.RSA);

        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(new RSAKeyGenParameterSpec(1024, usual));
        assertFault(
                KeyFault.RSA_TOO_SHORT,
                () -> VerificationKey.of(generator.generateKeyPair().getPublic()));
    }

    private static VerificationKey rsa(BigInteger modulus, BigInteger exponent) throws UnusableKeyException {
        return VerificationKey.of(KeyType.RSA, new KeyMaterial.Rsa(modulus, exponent));
    }

    @Test
    void otherCurvesAndKindsOfKeysAreRefused() throws Exception {
        KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
        curve.initialize(new ECGenParameterSpec("secp384r1"));
        KeyPairGenerator other = KeyPairGenerator.getInstance("X25519");

        assertFault(
                KeyFault.UNSUPPORTED_CURVE,
                () -> VerificationKey.of(curve.generateKeyPair().getPublic()));
        assertFault(
                KeyFault.UNSUPPORTED_CURVE,
                () -> SigningKey.of(curve.generateKeyPair().getPrivate(), List.of()));
        assertFault(
                KeyFault.UNSUPPORTED_TYPE,
                () -> VerificationKey.of(other.generateKeyPair().getPublic()));
        assertFault(KeyFault.MALFORMED, () -> VerificationKey.of(new byte[] {1, 2, 3}));
        assertFault(KeyFault.MALFORMED, () -> VerificationKey.of(new byte[0]));
    }

    @Test
    void anyBytesAreAKeyOrAFault() throws Exception {
        byte[] encoded = SigningKey.generate(KeyType.SM2).verificationKey().encoded();
        SecureRandom random = new SecureRandom();
        for (int i = 0; i < 2_000; i++) {
            byte[] wrong = encoded.clone();
            wrong[random.nextInt(wrong.length)] = (byte) random.nextInt(256);
            try {
                VerificationKey.of(wrong);
            } catch (UnusableKeyException e) {
                assertThat(e.message(Locale.SIMPLIFIED_CHINESE)).endsWith("。");
                assertThat(e.message(Locale.ENGLISH)).endsWith(".");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(KeyFault.class)
    void everyFaultIsToldInBothLanguages(KeyFault fault) {
        assertThat(fault.message(Locale.ENGLISH)).isNotBlank();
        assertThat(fault.message(Locale.SIMPLIFIED_CHINESE)).matches("(?s).*[\\u4e00-\\u9fff].*");
    }

    @Test
    void noTextOfAKeyHoldsItsSecretAndNoProviderIsRegistered() throws Exception {
        SigningKey key = SigningKey.generate(KeyType.SM2);

        assertThat(key.toString()).contains("SM2_SM3", key.verificationKey().toString());
        assertThat(key.toString()).hasSizeLessThan(80);
        assertThat(Security.getProvider("BC")).isNull();
    }
}
