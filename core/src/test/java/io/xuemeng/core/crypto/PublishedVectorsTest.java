package io.xuemeng.core.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class PublishedVectorsTest {

    private final Properties vectors = load();

    private static Properties load() {
        Properties properties = new Properties();
        try (InputStream in = PublishedVectorsTest.class.getResourceAsStream("vectors.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return properties;
    }

    private byte[] bytes(String name) {
        return HexFormat.of().parseHex(vectors.getProperty(name));
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = new byte[one.length + other.length];
        System.arraycopy(one, 0, both, 0, one.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void sm3GivesTheDigestsOfItsStandard() {
        assertThat(DigestAlgorithm.SM3.digest(ascii("abc"))).isEqualTo(bytes("sm3.abc"));
        assertThat(DigestAlgorithm.SM3.digest(ascii("abcd".repeat(16)))).isEqualTo(bytes("sm3.abcd16"));
        assertThat(DigestAlgorithm.SM3.digest(new byte[0])).isEqualTo(bytes("sm3.empty"));
    }

    @Test
    void sm2VerifiesTheExampleOfItsStandardAndNoOtherMessageOrSignerId() throws Exception {
        VerificationKey key = VerificationKey.of(KeyType.SM2, new KeyMaterial.Point(bytes("sm2.x"), bytes("sm2.y")));
        byte[] signature = joined(bytes("sm2.r"), bytes("sm2.s"));

        assertThat(key.verify(SignatureAlgorithm.SM2_SM3, ascii("message digest"), signature))
                .isTrue();
        assertThat(key.verify(SignatureAlgorithm.SM2_SM3, ascii("message digesT"), signature))
                .isFalse();
        assertThat(key.withSm2Id(new byte[0]).verify(SignatureAlgorithm.SM2_SM3, ascii("message digest"), signature))
                .isFalse();
        assertThat(key.withSm2Id(ascii(VerificationKey.SM2_ID))
                        .verify(SignatureAlgorithm.SM2_SM3, ascii("message digest"), signature))
                .isTrue();
    }

    @Test
    void es256VerifiesTheExampleOfRfc7515() throws Exception {
        VerificationKey key =
                VerificationKey.of(KeyType.P_256, new KeyMaterial.Point(bytes("es256.x"), bytes("es256.y")));
        byte[] message = ascii(vectors.getProperty("es256.message"));

        assertThat(key.verify(SignatureAlgorithm.ES256, message, bytes("es256.signature")))
                .isTrue();
        assertThat(key.verify(SignatureAlgorithm.ES256, message, 1, message.length - 1, bytes("es256.signature")))
                .isFalse();
    }

    @Test
    void ed25519VerifiesTheExampleOfRfc8032() throws Exception {
        VerificationKey key = VerificationKey.of(KeyType.ED25519, new KeyMaterial.Octets(bytes("ed25519.key")));

        assertThat(key.verify(SignatureAlgorithm.ED25519, bytes("ed25519.message"), bytes("ed25519.signature")))
                .isTrue();
        assertThat(key.verify(SignatureAlgorithm.ED25519, new byte[2], bytes("ed25519.signature")))
                .isFalse();
    }
}
