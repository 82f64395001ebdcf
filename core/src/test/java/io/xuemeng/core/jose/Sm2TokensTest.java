package io.xuemeng.core.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.core.crypto.DigestAlgorithm;
import io.xuemeng.core.crypto.EcSignatures;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.requirement.FindingCollector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Properties;
import org.bouncycastle.jcajce.spec.SM2ParameterSpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The declared SM2 profile, with the key of GB/T 32918.5-2017 (GM/T 0003.5-2012), annex A. */
class Sm2TokensTest {

    private final Properties vectors = vectors();
    private final String x = base64("sm2.x");
    private final String y = base64("sm2.y");
    private final PrivateJwk key = key();

    private static Properties vectors() {
        Properties properties = new Properties();
        try (InputStream in = Sm2TokensTest.class.getResourceAsStream("/io/xuemeng/core/jose/sm2.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the vectors cannot be read", e);
        }
        return properties;
    }

    private String base64(String name) {
        return Tokens.base64(HexFormat.of().parseHex(vectors.getProperty(name)));
    }

    private PrivateJwk key() {
        FindingCollector findings = new FindingCollector();
        String json = "{\"kty\":\"EC\",\"crv\":\"sm2p256v1\",\"alg\":\"SGD_SM3_SM2\",\"kid\":\"sm2\",\"x\":\"" + x
                + "\",\"y\":\"" + y + "\",\"d\":\"" + base64("sm2.d") + "\"}";
        PrivateJwk read = JwkReader.standard()
                .readPrivateKey(json.getBytes(StandardCharsets.UTF_8), findings)
                .orElseThrow();
        assertThat(findings.findings()).isEmpty();
        return read;
    }

    private String token() {
        try {
            return JwsSigner.with(key.signingKey()).keyId("sm2").build().sign(Tokens.PAYLOAD);
        } catch (SigningException e) {
            throw new IllegalStateException("a key in memory signs", e);
        }
    }

    private static byte[] part(String token, int index) {
        byte[] decoded = Base64Url.decode(token.split("\\.")[index]);
        assertThat(decoded).isNotNull();
        return decoded;
    }

    @Test
    void writesTheDeclaredNames() {
        assertThat(part(token(), 0))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"alg\":\"SGD_SM3_SM2\",\"kid\":\"sm2\"}");
        assertThat(part(token(), 2)).hasSize(64);
        assertThat(key.publicKey().toJson())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(
                        "{\"kty\":\"EC\",\"use\":\"sig\",\"alg\":\"SGD_SM3_SM2\",\"kid\":\"sm2\",\"crv\":\"sm2p256v1\",\"x\":\""
                                + x + "\",\"y\":\"" + y + "\"}");
    }

    @Test
    void signsAsBouncyCastleDoesWithTheUsualId() throws GeneralSecurityException {
        String token = token();
        Signature signature = Signature.getInstance("SM3withSM2", new BouncyCastleProvider());
        signature.setParameter(new SM2ParameterSpec("1234567812345678".getBytes(StandardCharsets.US_ASCII)));
        signature.initVerify(KeyFactory.getInstance("EC", new BouncyCastleProvider())
                .generatePublic(new X509EncodedKeySpec(key.publicKey().key().encoded())));
        signature.update(token.substring(0, token.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(EcSignatures.toDer(part(token, 2)))).isTrue();
    }

    @Test
    void verifiesWithTheUsualIdOnly() {
        JwsVerifier usual = JwsVerifier.allowing(SignatureAlgorithm.SM2_SM3)
                .key(key.publicKey())
                .build();
        assertThat(usual.verify(token()).isVerified()).isTrue();
        for (String id : new String[] {"", "1234567812345679", "ALICE123@YAHOO.COM"}) {
            Jwk other = Jwk.of(key.publicKey().key().withSm2Id(id.getBytes(StandardCharsets.US_ASCII)));
            assertThat(Tokens.ids(JwsVerifier.allowing(SignatureAlgorithm.SM2_SM3)
                            .key(other)
                            .build()
                            .verify(token())))
                    .containsExactly("JWS-018");
        }
    }

    @Test
    void hasAThumbprintWithEachDigest() {
        String canonical = "{\"crv\":\"sm2p256v1\",\"kty\":\"EC\",\"x\":\"" + x + "\",\"y\":\"" + y + "\"}";
        byte[] bytes = canonical.getBytes(StandardCharsets.UTF_8);
        assertThat(key.publicKey().thumbprint()).isEqualTo(Tokens.base64(DigestAlgorithm.SHA_256.digest(bytes)));
        assertThat(key.publicKey().thumbprint(DigestAlgorithm.SM3))
                .isEqualTo(Tokens.base64(DigestAlgorithm.SM3.digest(bytes)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SM2", "SM2SM3", "SM3withSM2"})
    void takesAnAliasOnlyWhenToldTo(String alias) {
        SigningKey signing = key.signingKey();
        String token = Tokens.token(signing, "{\"alg\":\"" + alias + "\"}", Tokens.PAYLOAD);
        JwsVerifier.Builder builder =
                JwsVerifier.allowing(SignatureAlgorithm.SM2_SM3).key(key.publicKey());
        assertThat(Tokens.ids(builder.build().verify(token))).containsExactly("JWS-008");
        Sm2Profile profile = Sm2Profile.declared().withAlgorithmAlias(alias);
        assertThat(builder.sm2(profile).build().verify(token).isVerified()).isTrue();
        assertThat(builder.build().verify(token()).isVerified()).isTrue();
    }

    @Test
    void takesDerOnlyWhenToldTo() {
        String token = token();
        String der = token.substring(0, token.lastIndexOf('.') + 1) + Tokens.base64(EcSignatures.toDer(part(token, 2)));
        JwsVerifier.Builder builder =
                JwsVerifier.allowing(SignatureAlgorithm.SM2_SM3).key(key.publicKey());
        assertThat(Tokens.ids(builder.build().verify(der))).containsExactly("JWS-018");
        builder.sm2(Sm2Profile.declared().withDerSignatures());
        assertThat(builder.build().verify(der).isVerified()).isTrue();
        assertThat(Tokens.ids(builder.build().verify(token))).containsExactly("JWS-018");
        String ber = token.substring(0, token.lastIndexOf('.') + 1)
                + Tokens.base64(longLength(EcSignatures.toDer(part(token, 2))));
        assertThat(Tokens.ids(builder.build().verify(ber))).containsExactly("JWS-018");
    }

    /** The same two integers with the sequence's length in two bytes, which BER allows and DER does not. */
    private static byte[] longLength(byte[] der) {
        byte[] ber = new byte[der.length + 1];
        ber[0] = der[0];
        ber[1] = (byte) 0x81;
        System.arraycopy(der, 1, ber, 2, der.length - 1);
        return ber;
    }

    @Test
    void takesAnotherNameOfTheCurveOnlyWhenToldTo() {
        String json = "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"SM2-P-256\",\"x\":\"" + x + "\",\"y\":\"" + y + "\"}]}";
        assertThat(Tokens.keyFindings(json)).containsExactly("KEY-007");
        FindingCollector findings = new FindingCollector();
        JwkSet keys = JwkReader.standard()
                .withSm2(Sm2Profile.declared().withCurveAlias("SM2-P-256"))
                .readSet(json.getBytes(StandardCharsets.UTF_8), findings);
        assertThat(findings.findings()).isEmpty();
        assertThat(keys.keys().get(0).key()).isEqualTo(key.publicKey().key());
    }

    @Test
    void isPublishedApart() {
        Jwk other = Jwk.of(Tokens.key(SignatureAlgorithm.ES256));
        JwkSet mixed = JwkSet.of(other, key.publicKey());
        assertThatThrownBy(mixed::toJson).isInstanceOf(IllegalStateException.class);
        FindingCollector findings = new FindingCollector();
        assertThat(JwkReader.standard()
                        .readSet(mixed.onlySm2().toJson(), findings)
                        .keys())
                .containsExactly(key.publicKey());
        assertThat(JwkReader.standard()
                        .readSet(mixed.withoutSm2().toJson(), findings)
                        .keys())
                .containsExactly(other);
        assertThat(findings.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ES256", "RS256", "PS512", "HS256", "none", "NONE", "EdDSA", "Ed25519", "ES256K", "A128KW", ""})
    void cannotTakeAnotherAlgorithmsNameForSm2(String name) {
        assertThatThrownBy(() -> Sm2Profile.declared().withAlgorithmAlias(name))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P-256", "P-384", "secp256k1", "secp256r1", "Ed25519", "X25519", ""})
    void cannotTakeAnotherCurvesNameForSm2(String name) {
        assertThatThrownBy(() -> Sm2Profile.declared().withCurveAlias(name))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
