package io.xuemeng.conformance.relyingparty;

import static io.xuemeng.conformance.relyingparty.TokenUse.ID_TOKEN;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.core.crypto.KeyMaterial;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.jose.Jwk;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How tokens are signed. */
final class SignatureCases {

    private static final BigInteger N_P256 =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    private static final BigInteger N_SM2 =
            new BigInteger("fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123", 16);
    private static final int HALF = 32;

    private SignatureCases() {}

    static void write(Map<String, Consumer<Cases>> book) {
        addForm(book);
        addHeader(book);
        addAlgorithms(book);
        addKeys(book);
        addSignatures(book);
    }

    private static void addForm(Map<String, Consumer<Cases>> book) {
        book.put(
                "JWS-001",
                cases -> cases.about(ID_TOKEN)
                        .good("8 KiB", draft -> draft.claims.put("note", "a".repeat(8 << 10)))
                        .bad("2 MiB", draft -> draft.claims.put("note", "a".repeat(2 << 20))));
        book.put(
                "JWS-002",
                cases -> cases.about(ID_TOKEN)
                        .bad("two parts", draft -> draft.compact = token -> token.substring(0, token.lastIndexOf('.')))
                        .bad("four parts", draft -> draft.compact = token -> token + ".e30")
                        .bad("five parts", draft -> draft.compact = token -> token + ".e30.e30")
                        .bad("nothing", draft -> draft.compact = token -> ""));
        book.put(
                "JWS-003",
                cases -> cases.about(ID_TOKEN)
                        .bad("padding", draft -> draft.compact = token -> token + "==")
                        .bad("a space at the end", draft -> draft.compact = token -> token + " ")
                        .bad(
                                "a line break in the signature",
                                draft -> draft.compact = token -> token.substring(0, token.length() - 10) + "\n"
                                        + token.substring(token.length() - 10))
                        .bad(
                                "an illegal character in the signature",
                                draft -> draft.compact = token -> token.substring(0, token.length() - 10) + "!"
                                        + token.substring(token.length() - 10))
                        .bad("base64 instead of base64url", draft -> draft.compact = SignatureCases::inBase64)
                        .recommended()
                        .bad("spare bits that are not zero", draft -> draft.compact = SignatureCases::withSpareBits));
        book.put(
                "JWS-004",
                cases -> cases.about(ID_TOKEN)
                        .good("a further member", draft -> draft.header.put("note", "a"))
                        .bad("a header of 1 MiB", draft -> draft.header.put("note", "a".repeat(700 << 10))));
        book.put(
                "JWS-009",
                cases -> cases.about(ID_TOKEN).bad("no signature", draft -> draft.signature = bytes -> new byte[0]));
    }

    /** The last character with its lowest bit, which stands for nothing, turned. */
    private static String withSpareBits(String token) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int last = alphabet.indexOf(token.charAt(token.length() - 1));
        return token.substring(0, token.length() - 1) + alphabet.charAt(last ^ 1);
    }

    /** The signature in the other alphabet, so that it has one of the two characters for certain. */
    private static String inBase64(String token) {
        int dot = token.lastIndexOf('.') + 1;
        String signature = token.substring(dot).replace('-', '+').replace('_', '/');
        return token.substring(0, dot)
                + (signature.contains("+") || signature.contains("/") ? signature : signature + "=");
    }

    private static void addHeader(Map<String, Consumer<Cases>> book) {
        book.put(
                "JWS-005",
                cases -> cases.about(ID_TOKEN)
                        .bad("a header that is an array", draft -> draft.editHeader(header -> "[" + header + "]"))
                        .bad("an empty header", draft -> draft.editHeader(header -> "")));
        book.put(
                "JWS-006",
                cases -> cases.about(ID_TOKEN)
                        .bad("kid is a number", draft -> draft.header.put("kid", 1))
                        .bad("typ is a number", draft -> draft.header.put("typ", 1))
                        .bad("cty is a number", draft -> draft.header.put("cty", 1))
                        .bad(
                                "alg is an array",
                                draft -> draft.header
                                        .putArray("alg")
                                        .add(Keys.name(cases.scene().algorithm()))));
        book.put("JWS-007", cases -> cases.about(ID_TOKEN).bad("no alg", draft -> draft.header.remove("alg")));
        book.put(
                "JWS-010",
                cases -> cases.about(ID_TOKEN)
                        .bad(
                                "crit names what is not there",
                                draft -> draft.header.putArray("crit").add("exp"))
                        .bad("crit is text", draft -> draft.header.put("crit", "kid"))
                        .recommended()
                        .bad("crit is empty", draft -> draft.header.putArray("crit"))
                        .bad(
                                "crit names alg",
                                draft -> draft.header.putArray("crit").add("alg")));
        book.put(
                "JWS-011",
                cases -> cases.about(ID_TOKEN).bad("a critical extension", draft -> {
                    draft.header.put("urn:kit:policy", 1);
                    draft.header.putArray("crit").add("urn:kit:policy");
                }));
        book.put(
                "JWS-012",
                cases -> cases.about(ID_TOKEN)
                        .bad("b64 = false", draft -> {
                            draft.header.put("b64", false);
                            draft.header.putArray("crit").add("b64");
                        })
                        .recommended()
                        .bad("b64 = false, not critical", draft -> draft.header.put("b64", false)));
        book.put(
                "JWS-013",
                cases -> cases.about(ID_TOKEN)
                        .bad("jwk of an attacker", draft -> {
                            draft.signedBy(attacker(cases));
                            draft.header.set("jwk", Json.of(Jwk.of(attacker(cases))));
                        })
                        .bad("jku of an attacker", draft -> {
                            draft.signedBy(attacker(cases));
                            draft.header.put("jku", attackersSet(cases));
                        })
                        .bad("jku of an attacker, kid of the issuer", draft -> {
                            String kid = draft.header.path("kid").asText();
                            draft.signedBy(attacker(cases))
                                    .header
                                    .put("kid", kid)
                                    .put("jku", attackersSet(cases));
                        })
                        .bad("x5u of an attacker", draft -> {
                            draft.signedBy(attacker(cases));
                            draft.header.put("x5u", attackersSet(cases));
                        }));
        book.put(
                "JWS-014",
                cases -> cases.about(ID_TOKEN)
                        .bad("x5c is text", draft -> draft.header.put("x5c", "MIIB"))
                        .bad(
                                "x5c is no certificate",
                                draft -> draft.header.putArray("x5c").add("MIIB")));
    }

    private static SigningKey attacker(Cases cases) {
        return cases.scene().key("attacker");
    }

    private static String attackersSet(Cases cases) {
        String path = cases.scene().path();
        cases.scene().publishKeys(path, cases.scene().algorithm(), Json.set(Json.of(Jwk.of(attacker(cases)))));
        return cases.scene().host().address(path + "/jwks");
    }

    private static void addAlgorithms(Map<String, Consumer<Cases>> book) {
        book.put("JWS-008", cases -> {
            cases.about(ID_TOKEN);
            for (String none : new String[] {"none", "None", "NONE", "nOnE"}) {
                cases.bad("alg = " + none, draft -> {
                    draft.header.put("alg", none);
                    draft.signature = bytes -> new byte[0];
                });
            }
            cases.bad("alg = none, without kid, with a signature", draft -> {
                draft.header.put("alg", "none").remove("kid");
            });
            ObjectNode published = Json.of(Jwk.of(cases.scene().key("issuer")));
            cases.bad("alg = HS256 with the public key as it is published", draft -> {
                draft.header.put("alg", "HS256");
                draft.signing = hmac(published.toString().getBytes(StandardCharsets.UTF_8));
            });
            cases.bad("alg = HS256 with the coordinates of the public key", draft -> {
                draft.header.put("alg", "HS256");
                draft.signing = hmac(point(cases.scene().key("issuer")));
            });
            cases.bad("alg = HS256 with an empty key", draft -> {
                draft.header.put("alg", "HS256");
                draft.signing = hmac(new byte[1]);
            });
            cases.bad(
                    "alg in other capitals",
                    draft -> draft.header.put(
                            "alg", Keys.name(cases.scene().algorithm()).toLowerCase(java.util.Locale.ROOT)));
        });
        book.put(
                "JWS-017",
                cases -> cases.about(ID_TOKEN)
                        .bad("RS256 by a key that is published for PS256", draft -> {
                            SigningKey key = Keys.of(SignatureAlgorithm.RS256, "issuer");
                            ObjectNode jwk = Json.of(Jwk.of(Keys.of(SignatureAlgorithm.PS256, "issuer")));
                            jwk.put("kid", TokenDraft.keyId(key));
                            draft.from(cases.scene().issuer(key, Json.set(jwk)));
                        })
                        .bad(
                                "the issuer's key under the name of another algorithm",
                                draft -> draft.header.put(
                                        "alg",
                                        cases.scene().algorithm() == SignatureAlgorithm.ES256 ? "ES384" : "ES256")));
    }

    private static byte[] point(SigningKey key) {
        return key.verificationKey().material() instanceof KeyMaterial.Point point ? point.x() : new byte[HALF];
    }

    static JwsDraft.Signing hmac(byte[] key) {
        return input -> {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                return mac.doFinal(input);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has HMAC", e);
            }
        };
    }

    private static void addKeys(Map<String, Consumer<Cases>> book) {
        book.put("JWS-016", cases -> {
            SigningKey first = cases.scene().key("issuer");
            PublishedIssuer two = cases.scene()
                    .issuer(
                            first,
                            Json.set(
                                    Json.of(Jwk.of(first)),
                                    Json.of(Jwk.of(cases.scene().key("second")))));
            cases.about(ID_TOKEN)
                    .good("one of two keys", draft -> draft.from(two))
                    .good(
                            "the other one",
                            draft -> draft.from(two).signedBy(cases.scene().key("second")))
                    .bad("a key that is not published", draft -> draft.signedBy(attacker(cases)))
                    .recommended()
                    .bad(
                            "the name of the other one",
                            draft -> draft.from(two)
                                    .header
                                    .put("kid", TokenDraft.keyId(cases.scene().key("second"))))
                    .bad(
                            "an unknown name for the issuer's key",
                            draft -> draft.from(two).header.put("kid", "../../../dev/null"));
        });
    }

    private static void addSignatures(Map<String, Consumer<Cases>> book) {
        book.put("JWS-018", cases -> {
            cases.about(ID_TOKEN)
                    .bad("another key under the issuer's name", draft -> {
                        SigningKey attacker = attacker(cases);
                        draft.signing = attacker::sign;
                    })
                    .bad("a claim changed after signing", SignatureCases::changed)
                    .bad("the signature of another token", draft -> {
                        TokenDraft other = cases.scene().token(ID_TOKEN);
                        String signed = other.sign();
                        draft.compact = token ->
                                token.substring(0, token.lastIndexOf('.')) + signed.substring(signed.lastIndexOf('.'));
                    })
                    .bad("one bit of the signature turned", SignatureCases::turned)
                    .bad(
                            "a signature one byte longer",
                            draft -> draft.signature = bytes -> Arrays.copyOf(bytes, bytes.length + 1))
                    .bad("a signature of zeros", draft -> draft.signature = bytes -> new byte[bytes.length]);
            if (isEllipticCurve(cases)) {
                addPoints(cases);
            }
        });
    }

    private static boolean isEllipticCurve(Cases cases) {
        SignatureAlgorithm algorithm = cases.scene().algorithm();
        return algorithm == SignatureAlgorithm.ES256 || algorithm == SignatureAlgorithm.SM2_SM3;
    }

    private static void addPoints(Cases cases) {
        BigInteger n = cases.scene().algorithm() == SignatureAlgorithm.ES256 ? N_P256 : N_SM2;
        cases.bad(
                        "s + n",
                        draft -> draft.signature = bytes -> {
                            BigInteger more = half(bytes, HALF).add(n);
                            return join(Arrays.copyOf(bytes, HALF), more);
                        })
                .bad("r = 0, s = 1", draft -> draft.signature = bytes -> join(new byte[HALF], BigInteger.ONE))
                .bad("r = n, s = n", draft -> draft.signature = bytes -> join(fixed(n), n))
                .bad("in DER", draft -> draft.signature = SignatureCases::der);
    }

    private static BigInteger half(byte[] signature, int from) {
        return new BigInteger(1, Arrays.copyOfRange(signature, from, from + HALF));
    }

    private static byte[] fixed(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[Math.max(HALF, bytes.length)];
        System.arraycopy(bytes, 0, fixed, fixed.length - bytes.length, bytes.length);
        return fixed.length > HALF && fixed[0] == 0 ? Arrays.copyOfRange(fixed, 1, fixed.length) : fixed;
    }

    private static byte[] join(byte[] r, BigInteger s) {
        byte[] second = fixed(s);
        byte[] both = Arrays.copyOf(r, r.length + second.length);
        System.arraycopy(second, 0, both, r.length, second.length);
        return both;
    }

    /** The same two numbers as ASN.1 has them. */
    static byte[] der(byte[] raw) {
        byte[] r = half(raw, 0).toByteArray();
        byte[] s = half(raw, HALF).toByteArray();
        byte[] der = new byte[6 + r.length + s.length];
        der[0] = 0x30;
        der[1] = (byte) (4 + r.length + s.length);
        der[2] = 2;
        der[3] = (byte) r.length;
        System.arraycopy(r, 0, der, 4, r.length);
        der[4 + r.length] = 2;
        der[5 + r.length] = (byte) s.length;
        System.arraycopy(s, 0, der, 6 + r.length, s.length);
        return der;
    }

    /** Has a claim changed after it was signed. */
    static void changed(JwsDraft draft) {
        draft.compact = token -> {
            ObjectNode claims = draft.claims.deepCopy();
            claims.put("sub", "somebody-else");
            String[] parts = token.split("\\.");
            String body = JwsDraft.encode(claims.toString().getBytes(StandardCharsets.UTF_8));
            return parts[0] + '.' + body + '.' + parts[2];
        };
    }

    /** Has one bit of its signature turned. */
    static void turned(JwsDraft draft) {
        draft.signature = bytes -> {
            byte[] turned = bytes.clone();
            turned[5] ^= 1;
            return turned;
        };
    }
}
