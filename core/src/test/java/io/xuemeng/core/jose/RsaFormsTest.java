package io.xuemeng.core.jose;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.SigningKey;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** RSA signatures whose padding is not the one that RFC 8017 prescribes, made with the private key itself. */
class RsaFormsTest {

    private static final String SHA_256_INFO = "3031300d060960864801650304020105000420";

    private final SigningKey key = Tokens.key(SignatureAlgorithm.RS256);
    private final RSAPrivateKey numbers = numbers();
    private final int length = (numbers.getModulus().bitLength() + 7) / 8;
    private final String input = "eyJhbGciOiJSUzI1NiJ9.e30";

    private RSAPrivateKey numbers() {
        try {
            return (RSAPrivateKey)
                    KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key.privateKeyInfo()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform reads RSA keys", e);
        }
    }

    /** What stands behind the padding, in hexadecimal, with {@code H} for the hash. */
    static Stream<Arguments> contents() {
        return Stream.of(
                Arguments.of("as prescribed", SHA_256_INFO + "H", true),
                Arguments.of("without NULL", "302f300b06096086480165030402010420H", false),
                Arguments.of("with bytes after the digest", SHA_256_INFO + "H00", false),
                Arguments.of("with a length in two bytes", "308131300d060960864801650304020105000420H", false),
                Arguments.of("another algorithm's name", "3031300d060960864801650304020205000420H", false),
                Arguments.of("the hash alone", "H", false),
                Arguments.of("nothing", "", false));
    }

    private byte[] padded(byte[] content, int first, int type, int filler) {
        byte[] block = new byte[length];
        Arrays.fill(block, (byte) filler);
        block[0] = (byte) first;
        block[1] = (byte) type;
        block[length - content.length - 1] = 0;
        System.arraycopy(content, 0, block, length - content.length, content.length);
        return block;
    }

    private byte[] content(String hex) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(input.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().parseHex(hex.replace("H", HexFormat.of().formatHex(hash)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private byte[] signature(byte[] block) {
        return bytes(new BigInteger(1, block).modPow(numbers.getPrivateExponent(), numbers.getModulus()), length);
    }

    private static byte[] bytes(BigInteger number, int size) {
        byte[] bytes = number.toByteArray();
        byte[] out = new byte[size];
        int from = Math.max(0, bytes.length - size);
        System.arraycopy(bytes, from, out, size - (bytes.length - from), bytes.length - from);
        return out;
    }

    private boolean accepts(byte[] signature) {
        return Tokens.verifier(SignatureAlgorithm.RS256)
                .verify(input + '.' + Tokens.base64(signature))
                .isVerified();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contents")
    void takesTheOneEncodingOfTheHash(String name, String content, boolean valid) {
        assertThat(accepts(signature(padded(content(content), 0, 1, 0xFF))))
                .as(name)
                .isEqualTo(valid);
    }

    @Test
    void takesTheOnePadding() {
        byte[] content = content(SHA_256_INFO + "H");
        assertThat(accepts(signature(padded(content, 0, 2, 0xFF)))).isFalse();
        assertThat(accepts(signature(padded(content, 0, 0, 0xFF)))).isFalse();
        assertThat(accepts(signature(padded(content, 0, 1, 0xFE)))).isFalse();
        byte[] gap = padded(content, 0, 1, 0xFF);
        gap[20] = 0;
        assertThat(accepts(signature(gap))).isFalse();
        byte[] early = Arrays.copyOf(padded(new byte[0], 0, 1, 0xFF), length);
        System.arraycopy(content, 0, early, 11, content.length);
        early[10] = 0;
        assertThat(accepts(signature(early))).isFalse();
    }

    @Test
    void takesANumberInItsOneForm() {
        byte[] good = signature(padded(content(SHA_256_INFO + "H"), 0, 1, 0xFF));
        assertThat(accepts(good)).isTrue();
        BigInteger number = new BigInteger(1, good);
        BigInteger larger = number.add(numbers.getModulus());
        if (larger.bitLength() <= length * 8) {
            assertThat(accepts(bytes(larger, length))).isFalse();
        }
        assertThat(accepts(bytes(larger, length + 1))).isFalse();
        assertThat(accepts(bytes(number, length + 1))).isFalse();
        assertThat(accepts(new byte[length])).isFalse();
        assertThat(accepts(bytes(BigInteger.ONE, length))).isFalse();
        assertThat(accepts(bytes(numbers.getModulus(), length))).isFalse();
        assertThat(accepts(bytes(numbers.getModulus().subtract(BigInteger.ONE), length)))
                .isFalse();
    }

    @Test
    void takesTheSaltLengthOfTheAlgorithmOnly() throws GeneralSecurityException {
        String pss = "eyJhbGciOiJQUzI1NiJ9.e30";
        for (int salt : new int[] {0, 20, 31, 32, 33, 64}) {
            assertThat(Tokens.verifier(SignatureAlgorithm.PS256)
                            .verify(pss + '.' + pss(pss, "SHA-256", MGF1ParameterSpec.SHA256, salt))
                            .isVerified())
                    .as("salt of %d bytes", salt)
                    .isEqualTo(salt == 32);
        }
        assertThat(Tokens.verifier(SignatureAlgorithm.PS256)
                        .verify(pss + '.' + pss(pss, "SHA-256", MGF1ParameterSpec.SHA1, 32))
                        .isVerified())
                .isFalse();
        assertThat(Tokens.verifier(SignatureAlgorithm.PS256)
                        .verify(pss + '.' + pss(pss, "SHA-512", MGF1ParameterSpec.SHA512, 32))
                        .isVerified())
                .isFalse();
    }

    private String pss(String text, String digest, MGF1ParameterSpec mask, int salt) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(new PSSParameterSpec(digest, "MGF1", mask, salt, 1));
        signature.initSign(numbers);
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        return Tokens.base64(signature.sign());
    }
}
