package io.xuemeng.core.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.core.crypto.EcSignatures;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.Signer;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.crypto.VerificationKey;
import io.xuemeng.core.json.RawJson;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwsSignerTest {

    private static String header(String token) {
        byte[] json = Base64Url.decode(token.substring(0, token.indexOf('.')));
        assertThat(json).isNotNull();
        return new String(json, StandardCharsets.UTF_8);
    }

    @Test
    void writesTheHeaderItWasBuiltWith() throws Exception {
        String token = JwsSigner.with(ExampleKeys.EC)
                .keyId("2026-\"09\"")
                .type("entity-statement+jwt")
                .contentType("json")
                .member("trust_chain", RawJson.of("[\"a\", \"学盟\"]"))
                .build()
                .sign(Tokens.PAYLOAD);
        assertThat(header(token))
                .isEqualTo("{\"alg\":\"ES256\",\"kid\":\"2026-\\\"09\\\"\",\"typ\":\"entity-statement+jwt\","
                        + "\"cty\":\"json\",\"trust_chain\":[\"a\",\"学盟\"]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alg", "kid", "typ", "cty", "jwk", "x5c", "jku", "x5u", "crit", "b64", "enc", "zip"})
    void leavesNoWayToWriteAHeaderThatIsRefused(String name) {
        JwsSigner.Builder builder = JwsSigner.with(ExampleKeys.EC);
        assertThatThrownBy(() -> builder.member(name, RawJson.of("1"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sendsItsCertificatesForAVerifierThatTakesThem() throws Exception {
        SigningKey certified = ExampleKeys.EC.withCertificates(List.of(ExampleKeys.ANCHOR, ExampleKeys.EC_CERTIFICATE));
        String token = JwsSigner.with(certified).withCertificates().build().sign(Tokens.PAYLOAD);
        List<List<X509Certificate>> seen = new ArrayList<>();
        JwsVerifier verifier = JwsVerifier.allowing(SignatureAlgorithm.ES256)
                .headerCertificates(chain -> {
                    seen.add(chain);
                    return ExampleKeys.isIssuedByAnchor(chain.get(0));
                })
                .build();
        assertThat(verifier.verify(token)).isInstanceOfSatisfying(JwsResult.Verified.class, jws -> {
            assertThat(jws.header().certificates()).containsExactly(ExampleKeys.EC_CERTIFICATE, ExampleKeys.ANCHOR);
            assertThat(jws.key().key()).isEqualTo(ExampleKeys.EC.verificationKey());
            assertThat(jws.key().certificates()).isEqualTo(jws.header().certificates());
        });
        // The header is known now, and trust is asked for all the same.
        assertThat(verifier.verify(token).isVerified()).isTrue();
        assertThat(seen).hasSize(2);
        String forged = token.substring(0, token.lastIndexOf('.') + 1) + Tokens.base64(new byte[64]);
        assertThat(Tokens.ids(verifier.verify(forged))).containsExactly("JWS-018");
        assertThat(seen).hasSize(2);
        JwsVerifier distrustful = JwsVerifier.allowing(SignatureAlgorithm.ES256)
                .headerCertificates(chain -> false)
                .build();
        assertThat(Tokens.ids(distrustful.verify(token))).containsExactly("JWS-015");
        JwsVerifier other = JwsVerifier.allowing(SignatureAlgorithm.ED25519, SignatureAlgorithm.ES256)
                .headerCertificates(chain -> true)
                .build();
        String confused = Tokens.token(ExampleKeys.EC, header(token).replace("ES256", "EdDSA"), Tokens.PAYLOAD);
        assertThat(Tokens.ids(other.verify(confused))).containsExactly("JWS-017");
    }

    @Test
    void cannotSendCertificatesItDoesNotHave() {
        JwsSigner.Builder builder = JwsSigner.with(ExampleKeys.EC).withCertificates();
        assertThatThrownBy(builder::build).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesDerFromASignerThatForgotToConvertIt() {
        Signer remote = new Remote(SigningKey.generate(KeyType.P_256));
        assertThatThrownBy(() -> JwsSigner.with(remote).build().sign(Tokens.PAYLOAD))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("EcSignatures.toRaw");
    }

    /** A device that gives DER. */
    private record Remote(SigningKey key) implements Signer {
        @Override
        public SignatureAlgorithm algorithm() {
            return key.algorithm();
        }

        @Override
        public VerificationKey verificationKey() {
            return key.verificationKey();
        }

        @Override
        public List<X509Certificate> certificates() {
            return List.of();
        }

        @Override
        public byte[] sign(byte[] message) throws SigningException {
            return EcSignatures.toDer(key.sign(message));
        }
    }
}
