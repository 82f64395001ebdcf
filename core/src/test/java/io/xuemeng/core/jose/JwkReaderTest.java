package io.xuemeng.core.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.core.crypto.KeyMaterial;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.crypto.VerificationKey;
import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwkReaderTest {

    /** The key of RFC 7515, A.3. */
    private static final String X = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU";

    private static final String Y = "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0";
    private static final String EC = "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" + X + "\",\"y\":\"" + Y + "\"";
    private static final String OKP =
            "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"";

    private static String set(String... keys) {
        return "{\"keys\":[" + String.join(",", keys) + "]}";
    }

    private static JwkSet read(String json) {
        return JwkReader.standard().readSet(json.getBytes(StandardCharsets.UTF_8), finding -> {});
    }

    private static String rsa(BigInteger modulus, BigInteger exponent) {
        return "{\"kty\":\"RSA\",\"n\":\"" + number(modulus) + "\",\"e\":\"" + number(exponent) + "\"";
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int zero = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
        return Tokens.base64(Arrays.copyOfRange(bytes, zero, bytes.length));
    }

    private static BigInteger modulus() {
        return ((KeyMaterial.Rsa)
                        Tokens.key(SignatureAlgorithm.RS256).verificationKey().material())
                .modulus();
    }

    @Test
    void aBadKeyDoesNotLoseTheOthers() {
        String json = set(
                EC + ",\"kid\":\"1\"}",
                "1",
                "null",
                "[]",
                "{}",
                "{\"kty\":\"EC\"}",
                "{\"kty\":\"EC\",\"crv\":\"P-384\",\"x\":\"\",\"y\":\"\"}",
                "{\"kty\":\"oct\",\"k\":\"AAAA\"}",
                EC + ",\"d\":\"AAAA\"}",
                EC + ",\"kty\":\"EC\"}",
                "{\"kty\":\"AKP\",\"pub\":\"AAAA\"}",
                OKP + ",\"kid\":\"2\"}");
        assertThat(Tokens.keyFindings(json))
                .containsExactlyInAnyOrder(
                        "KEY-003",
                        "KEY-003",
                        "KEY-003",
                        "KEY-004",
                        "KEY-004",
                        "KEY-007",
                        "KEY-011",
                        "KEY-012",
                        "JSON-005",
                        "KEY-003",
                        "KEY-007");
        assertThat(read(json).keys()).extracting(key -> key.keyId().orElse("")).containsExactly("1", "2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "1", "{\"keys\":{}}", "{\"keys\":null}", "{\"Keys\":[]}"})
    void wantsASet(String json) {
        assertThat(Tokens.keyFindings(json)).containsExactly("KEY-001");
    }

    @Test
    void takesAnEmptySetAndForeignMembers() {
        assertThat(Tokens.keyFindings("{\"keys\":[]}")).isEmpty();
        assertThat(Tokens.keyFindings("{\"a\":{\"b\":[1]},\"keys\":[" + EC + ",\"exp\":1}],\"c\":null}"))
                .isEmpty();
    }

    @Test
    void doesNotChooseBetweenTwoArrays() {
        String json = "{\"keys\":[" + EC + "}],\"keys\":[" + OKP + "}]}";
        assertThat(Tokens.keyFindings(json)).containsExactly("JSON-005", "KEY-001");
        assertThat(read(json).keys()).isEmpty();
    }

    @Test
    void readsNothingOfASetWhoseJsonIsBroken() {
        String json = set(EC + "}", OKP + "}").replace("]}", "");
        assertThat(Tokens.keyFindings(json)).containsExactly("JSON-002");
        assertThat(read(json).keys()).isEmpty();
        assertThat(Tokens.keyFindings(set(EC + "}") + "x")).containsExactly("JSON-006");
        assertThat(read(set(EC + "}") + " {}").keys()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"use\":\"sig\"|",
                "\"use\":\"enc\"|KEY-013",
                "\"use\":\"\"|KEY-013",
                "\"use\":\"Sig\"|KEY-013",
                "\"use\":1|KEY-005",
                "\"use\":[\"sig\"]|KEY-005",
                "\"use\":null|KEY-005",
                "\"key_ops\":[\"verify\"]|",
                "\"key_ops\":[\"sign\",\"verify\"]|",
                "\"key_ops\":[\"verify\",\"deriveKey\"]|KEY-015",
                "\"key_ops\":[]|KEY-014",
                "\"key_ops\":[\"sign\"]|KEY-014",
                "\"key_ops\":[\"encrypt\"]|KEY-014",
                "\"key_ops\":[\"VERIFY\"]|KEY-014",
                "\"key_ops\":[\"verify\",\"verify\"]|KEY-015",
                "\"key_ops\":\"verify\"|KEY-005",
                "\"key_ops\":[\"verify\",1]|KEY-005",
                "\"key_ops\":null|KEY-005",
                "\"use\":\"sig\",\"key_ops\":[\"verify\"]|",
                "\"use\":\"sig\",\"key_ops\":[\"verify\",\"encrypt\"]|KEY-015",
                "\"alg\":\"ES256\"|",
                "\"alg\":\"RS256\"|KEY-017",
                "\"alg\":\"SGD_SM3_SM2\"|KEY-017",
                "\"alg\":\"ES384\"|KEY-016",
                "\"alg\":\"ECDH-ES\"|KEY-016",
                "\"alg\":\"none\"|KEY-016",
                "\"alg\":\"es256\"|KEY-016",
                "\"alg\":256|KEY-005",
                "\"alg\":null|KEY-005",
                "\"kid\":\"\"|KEY-005",
                "\"kid\":7|KEY-005",
                "\"d\":\"\"|KEY-012",
                // Members that only keys of another kind keep secret say nothing here (RFC 7517, 4).
                "\"k\":\"AAAA\"|",
                "\"oth\":[]|",
                "\"p\":\"AAAA\"|",
                "\"x5c\":[]|KEY-019",
                "\"x5c\":[\"AAAA\"]|KEY-019",
                "\"x5c\":\"AAAA\"|KEY-005",
            })
    void judgesWhatStandsBesideAKey(String members, String id) {
        String json = set(EC + "," + members + "}");
        if (id == null) {
            assertThat(Tokens.keyFindings(json)).isEmpty();
            assertThat(read(json).keys()).hasSize(1);
        } else {
            assertThat(Tokens.keyFindings(json)).containsExactly(id);
            assertThat(read(json).keys()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"crv\":\"P-256\"}|KEY-004",
                "{\"kty\":\"ec\"}|KEY-007",
                "{\"kty\":1}|KEY-005",
                "{\"kty\":\"EC\",\"crv\":1}|KEY-005",
                "{\"kty\":\"EC\",\"crv\":\"Ed25519\"}|KEY-007",
                "{\"kty\":\"OKP\",\"crv\":\"P-256\"}|KEY-007",
                "{\"kty\":\"OKP\",\"crv\":\"X25519\",\"x\":\"AAAA\"}|KEY-007",
                "{\"kty\":\"OKP\",\"crv\":\"Ed448\",\"x\":\"AAAA\"}|KEY-007",
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\"}|KEY-004",
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"d\":\"AAAA\"}|KEY-012",
                "{\"kty\":\"RSA\",\"qi\":\"AAAA\"}|KEY-012",
                "{\"kty\":\"RSA\",\"oth\":[]}|KEY-012",
                "{\"kty\":\"AKP\",\"alg\":\"ML-DSA-44\",\"priv\":\"AAAA\"}|KEY-012",
                "{\"kty\":\"AKP\",\"alg\":\"ML-DSA-44\",\"pub\":\"AAAA\"}|KEY-007",
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"\"}|KEY-006",
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHUR\"}|KEY-006",
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURp\"}|KEY-006",
                // y = 0 and 1 have small order; the last is not reduced.
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}|KEY-008",
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}|KEY-008",
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"__________________________________________8\"}|KEY-008",
            })
    void judgesTheKindOfKeyAndItsMembers(String key, String id) {
        assertThat(Tokens.keyFindings(set(key))).containsExactly(id);
    }

    @Test
    void wantsCoordinatesInTheirOneForm() {
        String head = "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":";
        assertThat(Tokens.keyFindings(set(head + "\"" + X + "\"}"))).containsExactly("KEY-004");
        assertThat(Tokens.keyFindings(set(head + "1,\"y\":\"" + Y + "\"}"))).containsExactly("KEY-005");
        for (String x : new String[] {
            "", X + "=", X.replace('_', '/'), X + "A", "AA" + X, X.substring(1), X.replaceFirst(".$", "V"), " " + X
        }) {
            if (!x.equals(X)) {
                assertThat(Tokens.keyFindings(set(head + "\"" + x + "\",\"y\":\"" + Y + "\"}")))
                        .as(x)
                        .containsExactly("KEY-006");
            }
        }
        byte[] longer = new byte[33];
        System.arraycopy(Base64Url.decode(X), 0, longer, 1, 32);
        assertThat(Tokens.keyFindings(set(head + "\"" + Tokens.base64(longer) + "\",\"y\":\"" + Y + "\"}")))
                .containsExactly("KEY-006");
    }

    @Test
    void wantsPointsOnTheirCurve() {
        String other = Y.replaceFirst("x", "y");
        assertThat(Tokens.keyFindings(set(EC.replace(Y, other) + "}"))).containsExactly("KEY-008");
        assertThat(Tokens.keyFindings(set(EC.replace("P-256", "sm2p256v1") + "}")))
                .containsExactly("KEY-008");
        String zero = "A".repeat(43);
        assertThat(Tokens.keyFindings(set(EC.replace(X, zero).replace(Y, zero) + "}")))
                .containsExactly("KEY-008");
    }

    @Test
    void wantsRsaKeysThatAreStrongEnough() {
        BigInteger e = BigInteger.valueOf(65537);
        BigInteger n = modulus();
        assertThat(Tokens.keyFindings(set(rsa(n, e) + "}"))).isEmpty();
        assertThat(Tokens.keyFindings(set(rsa(BigInteger.ONE.shiftLeft(2046).add(BigInteger.ONE), e) + "}")))
                .containsExactly("KEY-009");
        assertThat(Tokens.keyFindings(set(rsa(BigInteger.ONE.shiftLeft(8192).add(BigInteger.ONE), e) + "}")))
                .containsExactly("KEY-009");
        assertThat(Tokens.keyFindings(set(rsa(n.subtract(BigInteger.ONE), e) + "}")))
                .containsExactly("KEY-009");
        for (long bad : new long[] {1, 2, 3, 4, 65536}) {
            assertThat(Tokens.keyFindings(set(rsa(n, BigInteger.valueOf(bad)) + "}")))
                    .as("%d", bad)
                    .containsExactly("KEY-010");
        }
        assertThat(Tokens.keyFindings(set(rsa(n, BigInteger.ONE.shiftLeft(256).add(BigInteger.ONE)) + "}")))
                .containsExactly("KEY-010");
        // Leading zero bytes, and no bytes at all.
        assertThat(Tokens.keyFindings(set(rsa(n, e).replace("AQAB", "AAEAAQ") + "}")))
                .containsExactly("KEY-006");
        assertThat(Tokens.keyFindings(set(rsa(n, e).replace("AQAB", "") + "}"))).containsExactly("KEY-006");
        assertThat(Tokens.keyFindings(set(rsa(n, e).replace("\"n\":\"", "\"n\":\"AAAA") + "}")))
                .containsExactly("KEY-006");
        assertThat(Tokens.keyFindings(set("{\"kty\":\"RSA\",\"e\":\"AQAB\"}"))).containsExactly("KEY-004");
        assertThat(Tokens.keyFindings(set("{\"kty\":\"RSA\"}"))).containsExactly("KEY-004", "KEY-004");
    }

    @Test
    void leavesOutTheSecondKeyOfAName() {
        String other = new String(
                Jwk.of(SigningKey.generate(KeyType.P_256).verificationKey()).toJson(), StandardCharsets.UTF_8);
        String named = other.substring(0, other.length() - 1) + ",\"kid\":\"1\"}";
        String json = set(EC + ",\"kid\":\"1\"}", named, OKP + ",\"kid\":\"1\"}", EC + "}", OKP + "}");
        assertThat(Tokens.keyFindings(json)).containsExactly("KEY-018");
        assertThat(read(json).keys()).hasSize(4);
        // A key for something else does not take the name away.
        assertThat(Tokens.keyFindings(set(EC + ",\"use\":\"enc\",\"kid\":\"1\"}", named)))
                .containsExactly("KEY-013");
        Jwk key = Jwk.of(Tokens.key(SignatureAlgorithm.ES256)).withKeyId("1");
        assertThatThrownBy(() -> JwkSet.of(
                        key, Jwk.of(SigningKey.generate(KeyType.P_256)).withKeyId("1")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsItsLimits() {
        String json = set(IntStream.range(0, 5)
                .mapToObj(i -> EC + ",\"kid\":\"" + i + "\"}")
                .toArray(String[]::new));
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        FindingCollector findings = new FindingCollector();
        Limits three = Limits.defaults().toBuilder().keySetKeys(3).build();
        assertThat(JwkReader.standard()
                        .withLimits(three)
                        .readSet(bytes, findings)
                        .keys())
                .hasSize(3);
        assertThat(Tokens.ids(findings.findings())).containsExactly("KEY-002");
        FindingCollector size = new FindingCollector();
        Limits small =
                Limits.defaults().toBuilder().keySetBytes(bytes.length - 1).build();
        assertThat(JwkReader.standard().withLimits(small).readSet(bytes, size).keys())
                .isEmpty();
        assertThat(Tokens.ids(size.findings())).containsExactly("JSON-014");
    }

    @Test
    void neverRepeatsAPrivateMember() {
        String secret = "c2VjcmV0LXNlY3JldC1zZWNyZXQ";
        String json = set(
                EC + ",\"d\":\"" + secret + "\"}",
                "{\"kty\":\"oct\",\"k\":\"" + secret + "\"}",
                "{\"kty\":\"XX\",\"d\":\"" + secret + "\"}");
        FindingCollector findings = new FindingCollector();
        JwkSet keys = JwkReader.standard().readSet(json.getBytes(StandardCharsets.UTF_8), findings);
        String shown = findings.findings().stream()
                .map(finding -> finding + finding.message(Locale.ENGLISH) + finding.reason(Locale.ENGLISH))
                .collect(Collectors.joining());
        assertThat(shown + keys).doesNotContain(secret);
    }

    @Test
    void writesWhatItReads() {
        JwkSet keys = JwkSet.of(
                Jwk.of(Tokens.key(SignatureAlgorithm.ES256)),
                Jwk.of(Tokens.key(SignatureAlgorithm.ED25519)).withKeyId("钥匙 \"1\""),
                Jwk.of(Tokens.key(SignatureAlgorithm.RS384)),
                Jwk.of(Tokens.key(SignatureAlgorithm.PS256).verificationKey()));
        FindingCollector findings = new FindingCollector();
        assertThat(JwkReader.standard().readSet(keys.toJson(), findings)).isEqualTo(keys);
        assertThat(JwkReader.standard().readKey(keys.keys().get(1).toJson(), findings))
                .contains(keys.keys().get(1));
        assertThat(findings.findings()).isEmpty();
        assertThat(keys.has("钥匙 \"1\"")).isTrue();
    }

    @Test
    void readsAPrivateKeyOnlyWhereOneIsAskedFor() {
        SigningKey key = Tokens.key(SignatureAlgorithm.ES256);
        FindingCollector findings = new FindingCollector();
        byte[] open = Jwk.of(key).toJson();
        assertThat(JwkReader.standard().readPrivateKey(open, findings)).isEmpty();
        assertThat(Tokens.ids(findings.findings())).containsExactly("KEY-004");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"d\":\"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI\"|",
                "\"d\":\"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LJ\"|KEY-006",
                "\"d\":\"ipsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI\"|KEY-020",
                "\"d\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"|KEY-020",
                "\"d\":\"__________________________________________8\"|KEY-020",
                "\"d\":\"mxCecZCYv5gEh98fXXfpyylgbr7SJjtfV8IT34T0sg\"|KEY-006",
                "\"d\":1|KEY-005",
                "\"d\":\"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI\",\"key_ops\":[\"sign\"]|",
                "\"d\":\"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI\",\"key_ops\":[\"verify\"]|KEY-014",
                "\"d\":\"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI\",\"use\":\"enc\"|KEY-013",
            })
    void judgesPrivateKeys(String members, String id) {
        FindingCollector findings = new FindingCollector();
        var read = JwkReader.standard()
                .readPrivateKey((EC + "," + members + "}").getBytes(StandardCharsets.UTF_8), findings);
        if (id == null) {
            assertThat(findings.findings()).isEmpty();
            assertThat(read.orElseThrow().toString()).contains("Jwk[P_256").doesNotContain("jps");
        } else {
            assertThat(findings.findings()).extracting(Finding::id).containsExactly(id);
            assertThat(read).isEmpty();
        }
    }

    @Test
    void aKeyIsEqualWhereverItComesFrom() throws Exception {
        VerificationKey key = Tokens.key(SignatureAlgorithm.ES256).verificationKey();
        Jwk again = Jwk.of(VerificationKey.of(key.encoded()));
        assertThat(again).isEqualTo(Jwk.of(key)).hasSameHashCodeAs(Jwk.of(key));
        assertThat(again.withKeyId("1")).isNotEqualTo(again);
        assertThatThrownBy(() -> again.withKeyId("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> again.withAlgorithm(SignatureAlgorithm.RS256))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
