package io.xuemeng.core.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.Ed25519Signer;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import io.xuemeng.core.crypto.KeyMaterial;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.crypto.VerificationKey;
import io.xuemeng.core.requirement.FindingCollector;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.Arrays;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tokens and keys exchanged with Nimbus JOSE+JWT and jose4j, both ways. */
class PeersTest {

    private static String name(SignatureAlgorithm algorithm) {
        return algorithm == SignatureAlgorithm.ED25519 ? "EdDSA" : algorithm.name();
    }

    private static String ofOurs(SignatureAlgorithm algorithm) throws SigningException {
        return JwsSigner.with(Tokens.key(algorithm))
                .keyId("k1")
                .type("JWT")
                .build()
                .sign(Tokens.PAYLOAD);
    }

    private static PublicKey publicKey(SignatureAlgorithm algorithm) throws GeneralSecurityException {
        return factory(algorithm)
                .generatePublic(new X509EncodedKeySpec(
                        Tokens.key(algorithm).verificationKey().encoded()));
    }

    private static PrivateKey privateKey(SignatureAlgorithm algorithm) throws GeneralSecurityException {
        return factory(algorithm)
                .generatePrivate(new PKCS8EncodedKeySpec(Tokens.key(algorithm).privateKeyInfo()));
    }

    private static KeyFactory factory(SignatureAlgorithm algorithm) throws GeneralSecurityException {
        return KeyFactory.getInstance(
                switch (algorithm.keyType()) {
                    case P_256 -> "EC";
                    case ED25519 -> "Ed25519";
                    case RSA -> "RSA";
                    case SM2 -> throw new IllegalArgumentException("the Java platform has no SM2");
                });
    }

    private static OctetKeyPair octetKeyPair() {
        byte[] info = Tokens.key(SignatureAlgorithm.ED25519).privateKeyInfo();
        byte[] seed = Arrays.copyOfRange(info, info.length - 32, info.length);
        KeyMaterial.Octets open = (KeyMaterial.Octets)
                Tokens.key(SignatureAlgorithm.ED25519).verificationKey().material();
        return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(open.octets()))
                .d(Base64URL.encode(seed))
                .build();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SM2_SM3")
    void nimbusVerifiesOurs(SignatureAlgorithm algorithm)
            throws GeneralSecurityException, JOSEException, ParseException, SigningException {
        JWSVerifier verifier = switch (algorithm.keyType()) {
            case RSA -> new RSASSAVerifier((RSAPublicKey) publicKey(algorithm));
            case P_256 -> new ECDSAVerifier((ECPublicKey) publicKey(algorithm));
            case ED25519 -> new Ed25519Verifier(octetKeyPair().toPublicJWK());
            case SM2 -> throw new IllegalArgumentException("Nimbus has no SM2");
        };
        JWSObject token = JWSObject.parse(ofOurs(algorithm));
        assertThat(token.verify(verifier)).isTrue();
        assertThat(token.getHeader().getKeyID()).isEqualTo("k1");
        assertThat(token.getPayload().toBytes()).isEqualTo(Tokens.PAYLOAD);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SM2_SM3")
    void verifiesTokensOfNimbus(SignatureAlgorithm algorithm) throws GeneralSecurityException, JOSEException {
        JWSSigner signer = switch (algorithm.keyType()) {
            case RSA -> new RSASSASigner(privateKey(algorithm));
            case P_256 -> new ECDSASigner((ECPrivateKey) privateKey(algorithm));
            case ED25519 -> new Ed25519Signer(octetKeyPair());
            case SM2 -> throw new IllegalArgumentException("Nimbus has no SM2");
        };
        JWSObject token = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.parse(name(algorithm)))
                        .keyID("k1")
                        .build(),
                new Payload(Tokens.PAYLOAD));
        token.sign(signer);
        assertThat(Tokens.verifier(algorithm).verify(token.serialize()))
                .isInstanceOfSatisfying(
                        JwsResult.Verified.class,
                        jws -> assertThat(jws.payload()).isEqualTo(Tokens.PAYLOAD));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SM2_SM3")
    void jose4jVerifiesOurs(SignatureAlgorithm algorithm)
            throws GeneralSecurityException, JoseException, SigningException {
        JsonWebSignature token = new JsonWebSignature();
        token.setCompactSerialization(ofOurs(algorithm));
        token.setKey(publicKey(algorithm));
        assertThat(token.verifySignature()).isTrue();
        assertThat(token.getPayloadBytes()).isEqualTo(Tokens.PAYLOAD);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SM2_SM3")
    void verifiesTokensOfJose4j(SignatureAlgorithm algorithm) throws GeneralSecurityException, JoseException {
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(name(algorithm));
        token.setKeyIdHeaderValue("k1");
        token.setPayloadBytes(Tokens.PAYLOAD);
        token.setKey(privateKey(algorithm));
        assertThat(Tokens.verifier(algorithm).verify(token.getCompactSerialization()))
                .isInstanceOfSatisfying(
                        JwsResult.Verified.class,
                        jws -> assertThat(jws.payload()).isEqualTo(Tokens.PAYLOAD));
    }

    @Test
    void theirReadersTakeOurKeySetAndFindTheSameThumbprints() throws ParseException, JOSEException, JoseException {
        JwkSet ours = JwkSet.of(
                Jwk.of(Tokens.key(SignatureAlgorithm.ES256)),
                Jwk.of(Tokens.key(SignatureAlgorithm.PS256)),
                Jwk.of(Tokens.key(SignatureAlgorithm.ED25519)));
        String json = new String(ours.toJson(), StandardCharsets.UTF_8);
        JWKSet nimbus = JWKSet.parse(json);
        JsonWebKeySet jose4j = new JsonWebKeySet(json);
        for (int i = 0; i < ours.keys().size(); i++) {
            Jwk key = ours.keys().get(i);
            assertThat(nimbus.getKeys().get(i).computeThumbprint()).hasToString(key.thumbprint());
            assertThat(nimbus.getKeys().get(i).getKeyID()).isEqualTo(key.thumbprint());
            assertThat(jose4j.getJsonWebKeys().get(i).calculateBase64urlEncodedThumbprint("SHA-256"))
                    .isEqualTo(key.thumbprint());
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SM2_SM3")
    void readsTheirKeys(SignatureAlgorithm algorithm) throws GeneralSecurityException, JoseException, ParseException {
        PublicJsonWebKey theirs = PublicJsonWebKey.Factory.newPublicJwk(publicKey(algorithm));
        theirs.setKeyId("k1");
        theirs.setPrivateKey(privateKey(algorithm));
        VerificationKey expected = Tokens.key(algorithm).verificationKey();
        FindingCollector findings = new FindingCollector();
        byte[] open = theirs.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY).getBytes(StandardCharsets.UTF_8);
        byte[] secret =
                theirs.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE).getBytes(StandardCharsets.UTF_8);
        byte[] nimbus = JWK.parse(new String(secret, StandardCharsets.UTF_8))
                .toPublicJWK()
                .toJSONString()
                .getBytes(StandardCharsets.UTF_8);
        assertThat(JwkReader.standard().readKey(open, findings)).map(Jwk::key).contains(expected);
        assertThat(JwkReader.standard().readKey(nimbus, findings)).map(Jwk::key).contains(expected);
        SigningKey read = JwkReader.standard()
                .readPrivateKey(secret, findings)
                .orElseThrow()
                .signingKey();
        assertThat(findings.findings()).isEmpty();
        assertThat(read.privateKeyInfo()).isEqualTo(Tokens.key(algorithm).privateKeyInfo());
    }
}
