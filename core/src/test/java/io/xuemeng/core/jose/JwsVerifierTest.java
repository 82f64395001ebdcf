package io.xuemeng.core.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.core.crypto.EcSignatures;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.input.Limits;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwsVerifierTest {

    private static final BigInteger P_256_ORDER =
            new BigInteger("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", 16);

    private final JwsVerifier verifier = Tokens.verifier(SignatureAlgorithm.ES256);

    private void assertRefused(String token, String... ids) {
        assertThat(Tokens.ids(verifier.verify(token))).as(token).containsExactly(ids);
    }

    private static String withSignature(String token, byte[] signature) {
        return token.substring(0, token.lastIndexOf('.') + 1) + Tokens.base64(signature);
    }

    private static byte[] signature(String token) {
        byte[] encoded = token.substring(token.lastIndexOf('.') + 1).getBytes(StandardCharsets.US_ASCII);
        return Base64Url.decode(encoded, 0, encoded.length);
    }

    @ParameterizedTest
    @EnumSource
    void verifiesWhatItsSignerMakes(SignatureAlgorithm algorithm) throws Exception {
        String token = JwsSigner.with(Tokens.key(algorithm))
                .keyId("k1")
                .type("at+jwt")
                .build()
                .sign(Tokens.PAYLOAD);
        JwsVerifier own = Tokens.verifier(algorithm);
        // Twice: the second time the header is known.
        for (int i = 0; i < 2; i++) {
            assertThat(own.verify(token)).isInstanceOfSatisfying(JwsResult.Verified.class, jws -> {
                assertThat(jws.payload()).isEqualTo(Tokens.PAYLOAD);
                assertThat(jws.header().algorithm()).isEqualTo(algorithm);
                assertThat(jws.header().keyId()).contains("k1");
                assertThat(jws.header().type()).contains("at+jwt");
                assertThat(jws.header().contentType()).isEmpty();
                assertThat(jws.key().key()).isEqualTo(Tokens.key(algorithm).verificationKey());
            });
        }
        assertThat(own.verify(token.getBytes(StandardCharsets.US_ASCII)).isVerified())
                .isTrue();
        assertThat(own.verify(CharBuffer.wrap(token)).isVerified()).isTrue();
    }

    @Test
    void takesAnEmptyPayload() {
        assertThat(verifier.verify(
                        Tokens.token(Tokens.key(SignatureAlgorithm.ES256), "{\"alg\":\"ES256\"}", new byte[0])))
                .isInstanceOfSatisfying(
                        JwsResult.Verified.class,
                        jws -> assertThat(jws.payload()).isEmpty());
    }

    @Test
    void takesMembersItDoesNotKnowAndKeepsThem() {
        JwsResult result = verifier.verify(
                Tokens.token(
                        "{ \"trust_chain\" : [\"a\", \"b\"], \"alg\":\"ES256\", \"b64\":true, \"x5t\":\"x\", \"n\\u0061me\":\"\\u4e2d\" }"));
        assertThat(result).isInstanceOfSatisfying(JwsResult.Verified.class, jws -> {
            assertThat(jws.header().names()).containsExactly("trust_chain", "alg", "b64", "x5t", "name");
            assertThat(jws.header().member("trust_chain").orElseThrow().text()).isEqualTo("[\"a\",\"b\"]");
            assertThat(jws.header().member("kid")).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a", "a.b", "..", "...", "a.b.c.d", "a.b.c.d.e", "{\"payload\":\"\"}"})
    void refusesWhatIsNotThreeParts(String token) {
        JwsResult result = verifier.verify(token);
        assertThat(result.isVerified()).isFalse();
        if (!token.equals("..")) {
            assertThat(Tokens.ids(result)).containsExactly("JWS-002");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n", "\t", "=", "==", "+", "/", "é", "\u0000", "学", "A", "\uD83D\uDE00"})
    void refusesEachPartThatIsNotStrictBase64url(String foreign) {
        String token = Tokens.token("{\"alg\":\"ES256\"}");
        String[] parts = token.split("\\.");
        assertThat(verifier.verify(token).isVerified()).isTrue();
        for (int i = 0; i < 3; i++) {
            for (String changed : new String[] {parts[i] + foreign, foreign + parts[i]}) {
                String[] copy = parts.clone();
                copy[i] = changed;
                assertThat(verifier.verify(String.join(".", copy)).isVerified())
                        .as(String.join(".", copy))
                        .isFalse();
            }
        }
        assertRefused(parts[0] + "." + parts[1] + ".", "JWS-009");
        assertThat(verifier.verify(token + " ").isVerified()).isFalse();
    }

    @Test
    void refusesBitsThatNoByteNeeds() {
        // "fQ" is the end of the header and stands for one byte; so would "fR", leniently read.
        String token = Tokens.token("{\"alg\":\"ES256\"}");
        assertThat(token).startsWith("eyJhbGciOiJFUzI1NiJ9.");
        String padded = Tokens.token("{\"alg\":\"ES256\"} ");
        String spare = padded.replaceFirst("IA\\.", "IB.");
        assertThat(spare).isNotEqualTo(padded);
        assertRefused(spare, "JWS-003");
        assertRefused(Tokens.tokenOf(Tokens.key(SignatureAlgorithm.ES256), "eyJhbGciOiJFUzI1NiJ9IB.e30"), "JWS-003");
        assertRefused(Tokens.tokenOf(Tokens.key(SignatureAlgorithm.ES256), "eyJhbGciOiJFUzI1NiJ9.e31"), "JWS-003");
        assertRefused(Tokens.tokenOf(Tokens.key(SignatureAlgorithm.ES256), "eyJhbGciOiJFUzI1NiJ9.e30="), "JWS-003");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]|JWS-005",
                "\"alg\"|JWS-005",
                "null|JWS-005",
                "{}|JWS-007",
                "{\"alg\":null}|JWS-006",
                "{\"alg\":1}|JWS-006",
                "{\"alg\":[\"ES256\"]}|JWS-006",
                "{\"alg\":\"\"}|JWS-008",
                "{\"alg\":\"es256\"}|JWS-008",
                "{\"alg\":\"ES256 \"}|JWS-008",
                "{\"alg\":\"none\"}|JWS-008",
                "{\"alg\":\"None\"}|JWS-008",
                "{\"alg\":\"NONE\"}|JWS-008",
                "{\"alg\":\"HS256\"}|JWS-008",
                "{\"alg\":\"RS256\"}|JWS-008",
                "{\"alg\":\"ES384\"}|JWS-008",
                "{\"ALG\":\"ES256\"}|JWS-007",
                "{\"alg\":\"ES256\",\"kid\":1}|JWS-006",
                "{\"alg\":\"ES256\",\"typ\":null}|JWS-006",
                "{\"alg\":\"ES256\",\"cty\":{}}|JWS-006",
                "{\"alg\":\"ES256\",\"x5t\":1}|JWS-006",
                "{\"alg\":\"ES256\",\"x5t#S256\":true}|JWS-006",
                "{\"alg\":\"ES256\",\"b64\":false}|JWS-012",
                "{\"alg\":\"ES256\",\"b64\":\"false\"}|JWS-006",
                "{\"alg\":\"ES256\",\"b64\":null}|JWS-006",
                "{\"alg\":\"ES256\",\"crit\":[]}|JWS-010",
                "{\"alg\":\"ES256\",\"crit\":null}|JWS-010",
                "{\"alg\":\"ES256\",\"crit\":\"exp\",\"exp\":1}|JWS-010",
                "{\"alg\":\"ES256\",\"crit\":{\"exp\":1},\"exp\":1}|JWS-010",
                "{\"alg\":\"ES256\",\"crit\":[1],\"exp\":1}|JWS-010",
                "{\"alg\":\"ES256\",\"crit\":[\"exp\"]}|JWS-010",
                "{\"alg\":\"ES256\",\"crit\":[\"exp\",\"exp\"],\"exp\":1}|JWS-010",
                "{\"alg\":\"ES256\",\"crit\":[\"alg\"]}|JWS-010",
                "{\"alg\":\"ES256\",\"crit\":[\"crit\"]}|JWS-010",
                "{\"alg\":\"ES256\",\"crit\":[\"exp\"],\"exp\":1}|JWS-011",
                "{\"alg\":\"ES256\",\"crit\":[\"b64\"],\"b64\":true}|JWS-011",
                "{\"alg\":\"ES256\",\"jwk\":{}}|JWS-013",
                "{\"alg\":\"ES256\",\"jku\":\"https://example.cn/keys\"}|JWS-013",
                "{\"alg\":\"ES256\",\"x5u\":\"https://example.cn/x\"}|JWS-013",
                "{\"alg\":\"ES256\",\"x5c\":[]}|JWS-013",
                "{\"alg\":\"ES256\"|JSON-002",
                "{\"alg\":\"ES256\"}}|JSON-006",
                "{\"alg\":\"ES256\"} {}|JSON-006",
                "{\"alg\":\"ES256\",}|JSON-009",
                "{\"alg\":\"ES256\",\"alg\":\"ES256\"}|JSON-005",
                "{\"alg\":\"none\",\"\\u0061lg\":\"ES256\"}|JSON-005",
                "{\"alg\":\"ES256\",\"a\":{\"b\":1,\"b\":2}}|JSON-005",
                "{\"alg\":\"ES256\"}//|JSON-007",
                "{'alg':'ES256'}|JSON-008",
                "{\"alg\":\"ES256\",\"kid\":\"\\ud800\"}|JSON-013",
            })
    void refusesTheHeader(String header, String id) {
        assertRefused(Tokens.token(header), id);
    }

    @Test
    void refusesHeadersThatAreNotUtf8OrStartWithAByteOrderMark() {
        SigningKey key = Tokens.key(SignatureAlgorithm.ES256);
        assertRefused(
                Tokens.token(
                        key, "{\"alg\":\"ES256\",\"kid\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1), Tokens.PAYLOAD),
                "JSON-003");
        assertRefused(Tokens.token(key, "\uFEFF{\"alg\":\"ES256\"}", Tokens.PAYLOAD), "JSON-004");
        assertRefused(
                Tokens.token(key, "{\"alg\":\"ES256\"}".getBytes(StandardCharsets.UTF_16LE), Tokens.PAYLOAD),
                "JSON-003");
        assertRefused(Tokens.token(key, "", Tokens.PAYLOAD), "JSON-002");
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        assertRefused(
                Tokens.base64("{\"alg\":\"none\",\"kid\":1,\"crit\":[\"a\"],\"b64\":false,\"jku\":\"x\"}") + ".e31.",
                "JWS-008",
                "JWS-006",
                "JWS-010",
                "JWS-012",
                "JWS-013",
                "JWS-003",
                "JWS-009");
    }

    @Test
    void refusesSignaturesWithNumbersOutOfRangeOrInAnotherForm() {
        String token = Tokens.token("{\"alg\":\"ES256\"}");
        byte[] good = signature(token);
        BigInteger r = new BigInteger(1, good, 0, 32);
        BigInteger s = new BigInteger(1, good, 32, 32);
        byte[] zeroR = good.clone();
        Arrays.fill(zeroR, 0, 32, (byte) 0);
        byte[] zeroS = good.clone();
        Arrays.fill(zeroS, 32, 64, (byte) 0);
        for (byte[] bad : new byte[][] {
            new byte[64],
            zeroR,
            zeroS,
            pair(P_256_ORDER, s),
            pair(r, P_256_ORDER),
            pair(P_256_ORDER, P_256_ORDER),
            pair(BigInteger.ONE, BigInteger.ONE),
            pair(P_256_ORDER.subtract(BigInteger.ONE), s),
            EcSignatures.toDer(good),
            Arrays.copyOf(good, 63),
            Arrays.copyOf(good, 65),
            Arrays.copyOf(good, 128),
            Arrays.copyOfRange(good, 1, 64),
            new byte[1],
            new byte[5000],
        }) {
            assertRefused(withSignature(token, bad), "JWS-018");
        }
    }

    @Test
    void refusesRPlusTheOrder() {
        // r + n fits into 32 bytes only for a small r; both are the same number to a verifier that does not look at the
        // range.
        String token = Tokens.token("{\"alg\":\"ES256\"}");
        BigInteger small = BigInteger.valueOf(7);
        assertRefused(withSignature(token, pair(small.add(P_256_ORDER), BigInteger.TEN)), "JWS-018");
    }

    private static byte[] pair(BigInteger r, BigInteger s) {
        byte[] raw = new byte[64];
        byte[] first = r.toByteArray();
        byte[] second = s.toByteArray();
        System.arraycopy(
                first,
                Math.max(0, first.length - 32),
                raw,
                32 - Math.min(32, first.length),
                Math.min(32, first.length));
        System.arraycopy(
                second,
                Math.max(0, second.length - 32),
                raw,
                64 - Math.min(32, second.length),
                Math.min(32, second.length));
        return raw;
    }

    @Test
    void findsTheKeyByItsName() {
        SigningKey first = Tokens.key(SignatureAlgorithm.ES256);
        SigningKey second = Tokens.key(SignatureAlgorithm.ED25519);
        JwsVerifier both = JwsVerifier.allowing(SignatureAlgorithm.ES256, SignatureAlgorithm.ED25519)
                .keys(JwkSet.of(Jwk.of(first).withKeyId("1"), Jwk.of(second).withKeyId("2")))
                .build();
        assertThat(both.verify(Tokens.token(first, "{\"alg\":\"ES256\",\"kid\":\"1\"}", Tokens.PAYLOAD))
                        .isVerified())
                .isTrue();
        assertThat(both.verify(Tokens.token(second, "{\"alg\":\"EdDSA\",\"kid\":\"2\"}", Tokens.PAYLOAD))
                        .isVerified())
                .isTrue();
        assertThat(both.verify(Tokens.token(second, "{\"alg\":\"Ed25519\"}", Tokens.PAYLOAD))
                        .isVerified())
                .isTrue();
        assertThat(Tokens.ids(both.verify(Tokens.token(first, "{\"alg\":\"ES256\",\"kid\":\"2\"}", Tokens.PAYLOAD))))
                .containsExactly("JWS-017");
        assertThat(Tokens.ids(both.verify(Tokens.token(first, "{\"alg\":\"ES256\",\"kid\":\"3\"}", Tokens.PAYLOAD))))
                .containsExactly("JWS-016");
        assertThat(Tokens.ids(both.verify(Tokens.token(first, "{\"alg\":\"ES256\",\"kid\":\"\"}", Tokens.PAYLOAD))))
                .containsExactly("JWS-016");
    }

    @Test
    void doesNotGuessBetweenTwoKeys() {
        SigningKey own = Tokens.key(SignatureAlgorithm.PS256);
        SigningKey other = SigningKey.generate(KeyType.P_256);
        JwkSet keys = JwkSet.of(Jwk.of(Tokens.key(SignatureAlgorithm.ES256)), Jwk.of(other), Jwk.of(own));
        JwsVerifier three = JwsVerifier.allowing(SignatureAlgorithm.ES256, SignatureAlgorithm.PS256)
                .keys(keys)
                .build();
        assertThat(Tokens.ids(three.verify(Tokens.token("{\"alg\":\"ES256\"}"))))
                .containsExactly("JWS-016");
        assertThat(three.verify(Tokens.token(own, "{\"alg\":\"PS256\"}", Tokens.PAYLOAD))
                        .isVerified())
                .isTrue();
    }

    @Test
    void holdsTheAlgorithmAgainstTheKeysOwn() {
        SigningKey key = Tokens.key(SignatureAlgorithm.RS256);
        JwsVerifier both = JwsVerifier.allowing(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256)
                .key(Jwk.of(key).withAlgorithm(SignatureAlgorithm.PS256))
                .build();
        assertThat(Tokens.ids(both.verify(Tokens.token(key, "{\"alg\":\"RS256\"}", Tokens.PAYLOAD))))
                .containsExactly("JWS-017");
        JwsVerifier free = JwsVerifier.allowing(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256)
                .key(Jwk.of(key.verificationKey()))
                .build();
        assertThat(free.verify(Tokens.token(key, "{\"alg\":\"RS256\"}", Tokens.PAYLOAD))
                        .isVerified())
                .isTrue();
        // Signed with one, said to be the other.
        assertThat(Tokens.ids(free.verify(Tokens.token(key, "{\"alg\":\"PS256\"}", Tokens.PAYLOAD))))
                .containsExactly("JWS-018");
    }

    @Test
    void asksItsSourceForEachTokenOfGoodFormOnly() {
        AtomicInteger asked = new AtomicInteger();
        JwsVerifier remote = JwsVerifier.allowing(SignatureAlgorithm.ES256)
                .keys(header -> {
                    asked.incrementAndGet();
                    return JwkSet.of(
                            Jwk.of(Tokens.key(SignatureAlgorithm.ES256)).withKeyId("1"));
                })
                .build();
        assertThat(remote.verify(Tokens.token("{\"alg\":\"ES256\",\"kid\":\"1\"}"))
                        .isVerified())
                .isTrue();
        assertThat(remote.verify(Tokens.token("{\"alg\":\"ES256\",\"kid\":\"1\"}"))
                        .isVerified())
                .isTrue();
        assertThat(asked).hasValue(2);
        remote.verify(Tokens.token("{\"alg\":\"HS256\",\"kid\":\"1\"}"));
        remote.verify("nonsense");
        assertThat(asked).hasValue(2);
    }

    @Test
    void verifiesTokensOfMoreHeadersThanItRemembers() {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 40; i++) {
                String token = Tokens.token("{\"alg\":\"ES256\",\"kid\":\"" + i + "\"}");
                assertThat(verifier.verify(token)).isInstanceOf(JwsResult.Verified.class);
                assertRefused(token.replace(".e", ".f"), "JWS-018");
            }
        }
    }

    @Test
    void takesNoKeyFromAHeaderUnlessToldTo() {
        SigningKey stranger = SigningKey.generate(KeyType.P_256);
        Jwk key = Jwk.of(stranger);
        String token = sign(JwsSigner.with(stranger).type("dpop+jwt").withKey().build());
        assertRefused(token, "JWS-013");
        JwsVerifier proofs = JwsVerifier.allowing(SignatureAlgorithm.ES256)
                .headerKey(jwk -> jwk.thumbprint().equals(key.thumbprint()))
                .build();
        assertThat(proofs.verify(token))
                .isInstanceOfSatisfying(
                        JwsResult.Verified.class,
                        jws -> assertThat(jws.key().key()).isEqualTo(stranger.verificationKey()));
        // Known header, and trust is asked for again all the same.
        assertThat(proofs.verify(token).isVerified()).isTrue();
        JwsVerifier none = JwsVerifier.allowing(SignatureAlgorithm.ES256)
                .headerKey(jwk -> false)
                .build();
        assertThat(Tokens.ids(none.verify(token))).containsExactly("JWS-015");
        assertThat(Tokens.ids(proofs.verify(Tokens.token("{\"alg\":\"ES256\"}"))))
                .containsExactly("JWS-016");
    }

    @Test
    void refusesAPrivateKeyInAHeader() {
        JwsVerifier proofs = JwsVerifier.allowing(SignatureAlgorithm.ES256)
                .headerKey(jwk -> true)
                .build();
        String token = Tokens.token("{\"alg\":\"ES256\",\"jwk\":{\"kty\":\"EC\",\"crv\":\"P-256\",\"d\":\"AA\"}}");
        assertThat(Tokens.ids(proofs.verify(token))).containsExactly("KEY-012");
        String text = Tokens.token("{\"alg\":\"ES256\",\"jwk\":\"x\"}");
        assertThat(Tokens.ids(proofs.verify(text))).containsExactly("KEY-003");
    }

    private static String sign(JwsSigner signer) {
        try {
            return signer.sign(Tokens.PAYLOAD);
        } catch (SigningException e) {
            throw new IllegalStateException("a key in memory signs", e);
        }
    }

    @Test
    void keepsItsLimits() {
        String token = Tokens.token("{\"alg\":\"ES256\"}");
        JwsVerifier.Builder builder =
                JwsVerifier.allowing(SignatureAlgorithm.ES256).key(Jwk.of(Tokens.key(SignatureAlgorithm.ES256)));
        Limits exact = Limits.defaults().toBuilder()
                .tokenBytes(token.length())
                .tokenHeaderBytes(20)
                .build();
        assertThat(builder.limits(exact).build().verify(token).isVerified()).isTrue();
        Limits size = exact.toBuilder().tokenBytes(token.length() - 1).build();
        assertThat(Tokens.ids(builder.limits(size).build().verify(token))).containsExactly("JWS-001");
        assertThat(Tokens.ids(builder.limits(size).build().verify(token.getBytes(StandardCharsets.US_ASCII))))
                .containsExactly("JWS-001");
        Limits header = exact.toBuilder().tokenHeaderBytes(19).build();
        assertThat(Tokens.ids(builder.limits(header).build().verify(token))).containsExactly("JWS-004");
        String deep = "{\"alg\":\"ES256\",\"a\":" + "[".repeat(40) + "]".repeat(40) + "}";
        assertRefused(Tokens.token(deep), "JSON-015");
    }

    @Test
    void tellsTheSenderNothing() {
        String wrongKey = Tokens.token(SigningKey.generate(KeyType.P_256), "{\"alg\":\"ES256\"}", Tokens.PAYLOAD);
        for (String token : new String[] {"", "a.b.c", wrongKey, Tokens.token("{\"alg\":\"none\"}")}) {
            assertThat(verifier.verify(token)).isInstanceOfSatisfying(JwsResult.Refused.class, refused -> {
                assertThat(refused.publicMessage(Locale.ENGLISH)).isEqualTo("The token was not accepted.");
                assertThat(refused.publicMessage(Locale.SIMPLIFIED_CHINESE)).isEqualTo("令牌未被接受。");
            });
        }
    }

    @Test
    void cannotBeBuiltWithoutKeysOrAlgorithms() {
        JwsVerifier.Builder builder = JwsVerifier.allowing(SignatureAlgorithm.ES256);
        assertThatThrownBy(builder::build).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> JwsVerifier.allowing(Set.of())).isInstanceOf(IllegalArgumentException.class);
        builder.headerKey(jwk -> true).headerCertificates(chain -> true);
        assertThatThrownBy(builder::build).isInstanceOf(IllegalStateException.class);
    }
}
