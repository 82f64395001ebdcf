package io.xuemeng.core.jose;

import io.xuemeng.core.crypto.Signer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The samples of the requirements on tokens: a small token, and what one edit makes of it, rightly signed. */
final class JoseSamples {

    static final String KEYS =
            "{\"keys\":[" + key(ExampleKeys.EC, "1") + ",\n" + key(ExampleKeys.ED25519, "2") + "]}\n";

    private static final String PAYLOAD = "{\"iss\":\"https://hub.example.cn\",\"sub\":\"f3a1\",\"name\":\"示例\"}";
    private static final String HEADER = "{\"alg\":\"ES256\",\"kid\":\"1\"}";
    private static final String GOOD = token(HEADER, PAYLOAD);

    private final Map<String, byte[]> files = new TreeMap<>();

    private JoseSamples() {}

    /** All samples by path below {@code src/samples}. */
    static Map<String, byte[]> all() {
        JoseSamples samples = new JoseSamples();
        samples.addForms();
        samples.addHeaders();
        samples.addHeaderKeys();
        samples.addKeys();
        return samples.files;
    }

    private static String key(Signer signer, String name) {
        return new String(Jwk.of(signer).withKeyId(name).toJson(), StandardCharsets.UTF_8);
    }

    private static String token(String header, String payload) {
        return Tokens.token(ExampleKeys.EC, header, payload.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String header, String encodedPayload) {
        return Tokens.tokenOf(ExampleKeys.EC, Tokens.base64(header) + '.' + encodedPayload);
    }

    private void addForms() {
        fail("JWS-001", "fail", token(HEADER, PAYLOAD + " "));
        limit("JWS-001", "tokenBytes=" + GOOD.length());
        fail("JWS-002", "fail", GOOD.substring(0, GOOD.lastIndexOf('.')));
        fail("JWS-002", "fail-five-parts", GOOD + ".AA.AA");
        fail(
                "JWS-002",
                "fail-json",
                "{\"payload\":\"e30\",\"protected\":\"eyJhbGciOiJFUzI1NiJ9\",\"signature\":\"AA\"}");
        fail("JWS-003", "fail", encoded(HEADER, Tokens.base64(PAYLOAD) + "="));
        fail("JWS-003", "fail-spare-bits", encoded(HEADER, Tokens.base64("{}").replace("e30", "e31")));
        fail("JWS-003", "fail-space", GOOD + "\n");
        fail("JWS-003", "fail-alphabet", encoded(HEADER, "e30/"));
        fail("JWS-004", "fail", token("{\"alg\":\"ES256\",\"kid\":\"1\",\"typ\":\"JWT\"}", PAYLOAD));
        limit("JWS-004", "tokenHeaderBytes=" + Tokens.base64(HEADER).length());
        fail("JWS-009", "fail", GOOD.substring(0, GOOD.lastIndexOf('.') + 1));
        fail("JWS-018", "fail", GOOD.replace("." + Tokens.base64(PAYLOAD), "." + Tokens.base64(PAYLOAD + " ")));
        fail("JWS-018", "fail-zero", GOOD.substring(0, GOOD.lastIndexOf('.') + 1) + Tokens.base64(new byte[64]));
        fail(
                "JWS-018",
                "fail-other-key",
                Tokens.token(ExampleKeys.OTHER_EC, HEADER, PAYLOAD.getBytes(StandardCharsets.UTF_8)));
    }

    private void addHeaders() {
        header("JWS-005", "fail", "[\"ES256\"]");
        header("JWS-006", "fail", HEADER.replace("\"1\"", "1"));
        header("JWS-007", "fail", "{\"kid\":\"1\"}");
        header("JWS-008", "fail", HEADER.replace("ES256", "none"));
        header("JWS-008", "fail-case", HEADER.replace("ES256", "nOnE"));
        header("JWS-008", "fail-hmac", HEADER.replace("ES256", "HS256"));
        header("JWS-010", "fail", with("\"crit\":[]"));
        header("JWS-010", "fail-absent", with("\"crit\":[\"exp\"]"));
        header("JWS-010", "fail-registered", with("\"crit\":[\"kid\"]"));
        header("JWS-010", "fail-twice", with("\"crit\":[\"exp\",\"exp\"],\"exp\":1"));
        header("JWS-011", "fail", with("\"crit\":[\"exp\"],\"exp\":1"));
        header("JWS-012", "fail", with("\"b64\":false"));
        header("JWS-013", "fail", with("\"jku\":\"https://attacker.example.cn/keys\""));
        header("JWS-013", "fail-jwk", with("\"jwk\":" + bare(ExampleKeys.EC)));
        header("JWS-013", "fail-x5c", with("\"x5c\":[\"" + JwkWriter.text(ExampleKeys.EC_CERTIFICATE) + "\"]"));
        header("JWS-016", "fail", HEADER.replace("\"1\"", "\"3\""));
        header("JWS-017", "fail", HEADER.replace("\"1\"", "\"2\""));
    }

    private static String with(String member) {
        return HEADER.replace("}", "," + member + "}");
    }

    private static String bare(Signer signer) {
        return new String(JwkWriter.thumbprintInput(signer.verificationKey()), StandardCharsets.UTF_8);
    }

    private void addHeaderKeys() {
        String certificate = JwkWriter.text(ExampleKeys.EC_CERTIFICATE);
        String anchor = JwkWriter.text(ExampleKeys.ANCHOR);
        String chain = "{\"alg\":\"ES256\",\"x5c\":[\"" + certificate + "\",\"" + anchor + "\"]}";
        token("JWS-014", "pass", token(chain, PAYLOAD));
        token("JWS-014", "fail", token(chain.replace("[\"", "[\"="), PAYLOAD));
        token("JWS-014", "fail-empty", token("{\"alg\":\"ES256\",\"x5c\":[]}", PAYLOAD));
        text("JWS-014/verifier.properties", "headerCertificates=" + anchor + "\n");
        token("JWS-015", "pass", token("{\"alg\":\"ES256\",\"jwk\":" + bare(ExampleKeys.EC) + "}", PAYLOAD));
        token(
                "JWS-015",
                "fail",
                Tokens.token(
                        ExampleKeys.OTHER_EC,
                        "{\"alg\":\"ES256\",\"jwk\":" + bare(ExampleKeys.OTHER_EC) + "}",
                        PAYLOAD.getBytes(StandardCharsets.UTF_8)));
        text(
                "JWS-015/verifier.properties",
                "headerKey=" + Jwk.of(ExampleKeys.EC).thumbprint() + "\n");
    }

    private void addKeys() {
        KeySamples.all().forEach(this::text);
    }

    private void header(String id, String name, String header) {
        fail(id, name, token(header, PAYLOAD));
    }

    /** A failing sample beside the token that is good, with the keys to verify with. */
    private void fail(String id, String name, String token) {
        token(id, name, token);
        token(id, "pass", GOOD);
        text(id + "/keys.json", KEYS);
    }

    private void limit(String id, String line) {
        text(id + "/limits.properties", line + "\n");
    }

    private void token(String id, String name, String token) {
        text(id + "/" + name + ".jws", token);
    }

    private void text(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
