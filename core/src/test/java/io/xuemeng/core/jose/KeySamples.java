package io.xuemeng.core.jose;

import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The samples of the requirements on keys: a small set, and what one edit makes of it. */
final class KeySamples {

    private static final String EC = """
            {
              "keys": [
                {
                  "kty": "EC",
                  "use": "sig",
                  "kid": "2026-09",
                  "crv": "P-256",
                  "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                  "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"
                },
                {
                  "kty": "OKP",
                  "key_ops": ["verify"],
                  "alg": "EdDSA",
                  "kid": "2026-10",
                  "crv": "Ed25519",
                  "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"
                }
              ]
            }
            """;

    private static final String PRIVATE = """
            {
              "kty": "EC",
              "crv": "P-256",
              "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
              "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
              "d": "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"
            }
            """;

    /** The modulus of RFC 7638, 3.1. */
    private static final String MODULUS =
            "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6t"
                    + "Soc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8"
                    + "KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-"
                    + "csFCur-kEgU8awapJzKnqDKgw";

    /** A modulus of a faulty chip: C2SP/wycheproof, json_web_key_test.json, 7. */
    private static final String PREDICTABLE =
            "AanFpofbj7KjD4Lf-N2hVMKR7yewSyXhhbirIMTGpfYEhZ_lnt5UoK98DnKIgArXGTu3MaW_HhFw16HGaTDUHqPrId7fe4r11CqR"
                    + "w09yBFuW79V8sYIwHdzCaWflUI6auImYbVfoN9_nD5n8N8SY9DwXw7mwZM9wREPXoDPgOoIWl6q_MPsp7n0zs3Z5ZaiQWOOzl1S9"
                    + "OhwAfSiiOwz6efnXEaxuTEtPd7BjSx7NaFka8Dx9U7YqXy2RFj1O9PjyaDGuRh7YXsX3iMUSP_wSyHQg_c_qHRtKUsNSGCT7OZg0"
                    + "hzm2KphtjnayKJvC64vAbROBR4Ubg6Bxg9IQVZ-QYyE";

    private static final String RSA = """
            {"keys": [{"kty": "RSA", "use": "sig", "n": "%s", "e": "AQAB"}]}
            """.formatted(MODULUS);

    private final Map<String, String> files = new TreeMap<>();

    private KeySamples() {}

    /** All samples by path below {@code src/samples}. */
    static Map<String, String> all() {
        KeySamples samples = new KeySamples();
        samples.addSets();
        samples.addMembers();
        samples.addStrength();
        samples.addUses();
        return samples.files;
    }

    private void addSets() {
        edit("KEY-001", "\"keys\"", "\"Keys\"");
        edit("KEY-002", "  ]\n}", "  , {}]\n}");
        text("KEY-002/limits.properties", "keySetKeys=2\n");
        edit("KEY-003", "  ]\n}", "  , \"2026-11\"]\n}");
        edit(
                "KEY-018",
                "  ]\n}",
                "  , {\"kty\": \"EC\", \"kid\": \"2026-09\", \"crv\": \"P-256\",\n"
                        + "    \"x\": \"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4\", \"y\": \"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM\"}]\n}");
    }

    private void addMembers() {
        edit("KEY-004", "\"crv\": \"P-256\",", "");
        fail("KEY-004", "fail-kty", "\"kty\": \"EC\",", "");
        edit("KEY-005", "\"2026-09\"", "202609");
        edit("KEY-006", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0=");
        fail(
                "KEY-006",
                "fail-short",
                "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
                "8UTNG72bfocs3-257rn0s2ldbqkLJK2KRiMohYjlrQ");
        fail("KEY-006", "fail-spare-bits", "PcHURo", "PcHURp");
        edit("KEY-007", "\"Ed25519\"", "\"Ed448\"");
        fail("KEY-007", "fail-type", "\"OKP\"", "\"AKP\"");
        edit("KEY-011", "  ]\n}", "  , {\"kty\": \"oct\", \"k\": \"GawgguFyGrWKav7AX4VKUg\"}]\n}");
        edit(
                "KEY-012",
                "\"use\": \"sig\",",
                "\"use\": \"sig\", \"d\": \"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI\",");
        fail(
                "KEY-012",
                "fail-unknown-kind",
                "  ]\n}",
                "  , {\"kty\": \"AKP\", \"alg\": \"ML-DSA-44\", \"pub\": \"AAAA\", \"priv\": \"AAAA\"}]\n}");
        text("KEY-012/pass-foreign-member.json", EC.replace("\"use\": \"sig\",", "\"use\": \"sig\", \"k\": \"note\","));
        String certificate = JwkWriter.text(ExampleKeys.EC_CERTIFICATE);
        String certified = EC.replace("\"use\": \"sig\",", "\"use\": \"sig\", \"x5c\": [\"" + certificate + "\"],");
        text("KEY-019/pass.json", certified);
        text("KEY-019/fail.json", certified.replace(certificate, JwkWriter.text(ExampleKeys.ANCHOR)));
        text("KEY-020/pass.json", PRIVATE);
        text("KEY-020/fail.json", PRIVATE.replace("jpsQ", "ipsQ"));
        text("KEY-020/reader.properties", "private=true\n");
    }

    private void addStrength() {
        edit("KEY-008", "x_FEzRu9", "y_FEzRu9");
        text("KEY-009/pass.json", RSA);
        text("KEY-009/fail.json", RSA.replace(MODULUS, Tokens.base64(shorter())));
        text("KEY-009/fail-even.json", RSA.replace(MODULUS, MODULUS.substring(0, MODULUS.length() - 1) + "g"));
        text("KEY-009/fail-predictable.json", RSA.replace(MODULUS, PREDICTABLE));
        text("KEY-010/pass.json", RSA);
        text("KEY-010/fail.json", RSA.replace("AQAB", "Aw"));
        text("KEY-010/fail-even.json", RSA.replace("AQAB", "AQAA"));
    }

    /** 1,024 bits of the modulus. */
    private static byte[] shorter() {
        byte[] modulus = Base64.getUrlDecoder().decode(MODULUS);
        byte[] half = Arrays.copyOf(modulus, modulus.length / 2);
        half[half.length - 1] |= 1;
        return half;
    }

    private void addUses() {
        edit("KEY-013", "\"sig\"", "\"enc\"");
        edit("KEY-014", "[\"verify\"]", "[\"sign\"]");
        edit("KEY-015", "[\"verify\"]", "[\"verify\", \"verify\"]");
        fail("KEY-015", "fail-unrelated", "[\"verify\"]", "[\"verify\", \"encrypt\"]");
        edit("KEY-016", "\"EdDSA\"", "\"ES512\"");
        edit("KEY-017", "\"EdDSA\"", "\"ES256\"");
    }

    private void edit(String id, String before, String after) {
        text(id + "/pass.json", EC);
        fail(id, "fail", before, after);
    }

    private void fail(String id, String name, String before, String after) {
        if (!EC.contains(before)) {
            throw new IllegalArgumentException("the set has no " + before);
        }
        text(id + "/" + name + ".json", EC.replaceFirst(Pattern.quote(before), Matcher.quoteReplacement(after)));
    }

    private void text(String path, String text) {
        files.put(path, text);
    }
}
