package io.xuemeng.conformance.relyingparty;

import static io.xuemeng.conformance.relyingparty.TokenUse.ID_TOKEN;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.conformance.host.Host;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.jose.Jwk;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What issuers publish of their keys. Each bad key has signed the token that goes with it, beside a good key, so that whoever takes the
 * key takes the token.
 */
final class KeyCases {

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private KeyCases() {}

    static void write(Map<String, Consumer<Cases>> book) {
        book.put(
                "KEY-001",
                cases -> cases.about(ID_TOKEN)
                        .bad("a set that is an array", draft -> published(cases, draft, "[" + own(cases) + "]"))
                        .bad(
                                "a key without a set",
                                draft -> published(cases, draft, own(cases).toString()))
                        .bad("keys is an object", draft -> published(cases, draft, "{\"keys\":" + own(cases) + "}")));
        book.put(
                "KEY-003",
                cases -> cases.about(ID_TOKEN)
                        .recommended()
                        .good(
                                "text among keys",
                                draft -> published(cases, draft, "{\"keys\":[\"a\"," + own(cases) + "]}")));
        key(book, "KEY-004", "no kty", key -> key.remove("kty"), "no x, or n of RSA", key -> key.remove(number(key)));
        key(
                book,
                "KEY-005",
                "kid is a number",
                key -> key.put("kid", 1),
                "x, or n of RSA, is an array",
                key -> key.set(number(key), Json.of("['AQ']")));
        key(
                book,
                "KEY-006",
                "x, or n of RSA, with padding",
                key -> key.put(number(key), padded(key.path(number(key)).asText())),
                "x, or n of RSA, with a zero in front",
                key -> key.put(number(key), longer(key.path(number(key)).asText())));
        book.put(
                "KEY-007",
                cases -> cases.about(ID_TOKEN)
                        .recommended()
                        .good(
                                "a key of a kind that does not exist beside the good one",
                                draft -> published(
                                        cases,
                                        draft,
                                        Json.set(Json.of("{'kty':'XYZ','kid':'a','z':'AQ'}"), own(cases))))
                        .good(
                                "a key on another curve beside it",
                                draft -> published(
                                        cases,
                                        draft,
                                        Json.set(
                                                own(cases),
                                                Json.of(
                                                        "{'kty':'OKP','crv':'X448','kid':'b','use':'enc','x':'AQ'}")))));
        book.put(
                "KEY-009",
                cases -> cases.about(ID_TOKEN)
                        .bad("RSA with 1,024 bits", draft -> weak(cases, draft, Keys.weak(1024, 65_537))));
        book.put(
                "KEY-010",
                cases -> cases.about(ID_TOKEN)
                        .bad("RSA with the exponent 3", draft -> weak(cases, draft, Keys.weak(2048, 3))));
        book.put(
                "KEY-011",
                cases -> cases.about(ID_TOKEN).bad("a key that both sides share", draft -> shared(cases, draft)));
        key(book, "KEY-012", "with a private half", key -> key.put("d", "AQ".repeat(21) + "A"), null, null);
        key(book, "KEY-013", "use = enc", key -> key.put("use", "enc"), null, null);
        key(
                book,
                "KEY-014",
                "key_ops = encrypt",
                key -> {
                    key.remove("use");
                    key.putArray("key_ops").add("encrypt");
                },
                null,
                null);
        key(
                book,
                "KEY-015",
                "key_ops has verify twice",
                key -> key.putArray("key_ops").add("verify").add("verify"),
                null,
                null);
        key(book, "KEY-016", "alg = XX256", key -> key.put("alg", "XX256"), null, null);
        key(
                book,
                "KEY-017",
                "alg of another kind of key",
                key -> key.put("alg", isRsa(key) ? "ES384" : "RS384"),
                null,
                null);
        key(book, "KEY-019", "x5c is no certificate", key -> key.putArray("x5c").add("AQ"), null, null);
        book.put(
                "KEY-018",
                cases -> cases.about(ID_TOKEN).recommended().bad("two keys of one name", draft -> {
                    SigningKey key = cases.scene().key("issuer");
                    ObjectNode other = Json.of(Jwk.of(cases.scene().key("second")));
                    other.put("kid", TokenDraft.keyId(key));
                    published(cases, draft, Json.set(other, own(cases)));
                }));
    }

    private static boolean isRsa(ObjectNode key) {
        return key.path("kty").asText().equals("RSA");
    }

    /** The member that tells a key from others of its kind. */
    private static String number(ObjectNode key) {
        return isRsa(key) ? "n" : "x";
    }

    private static String padded(String text) {
        return text + "=".repeat(Math.max(1, (4 - text.length() % 4) % 4));
    }

    private static ObjectNode own(Cases cases) {
        return Json.of(Jwk.of(cases.scene().key("issuer")));
    }

    private static void published(Cases cases, TokenDraft draft, String jwks) {
        draft.from(cases.scene().issuer(cases.scene().key("issuer"), jwks));
    }

    /** A requirement that a key breaks, or that it breaks in two ways, each edited into the good key that signs. */
    private static void key(
            Map<String, Consumer<Cases>> book,
            String id,
            String first,
            Consumer<ObjectNode> one,
            @org.jspecify.annotations.Nullable String second,
            @org.jspecify.annotations.Nullable Consumer<ObjectNode> two) {
        book.put(id, cases -> {
            cases.about(ID_TOKEN).bad(first, draft -> edited(cases, draft, one));
            if (second != null && two != null) {
                cases.bad(second, draft -> edited(cases, draft, two));
            }
        });
    }

    private static void edited(Cases cases, TokenDraft draft, Consumer<ObjectNode> edit) {
        ObjectNode key = own(cases);
        edit.accept(key);
        List<JsonNode> keys =
                new ArrayList<>(List.of(key, Json.of(Jwk.of(cases.scene().key("second")))));
        published(cases, draft, Json.set(keys.toArray(JsonNode[]::new)));
    }

    private static String longer(String coordinate) {
        byte[] bytes = Base64.getUrlDecoder().decode(coordinate);
        byte[] longer = new byte[bytes.length + 1];
        System.arraycopy(bytes, 0, longer, 1, bytes.length);
        return BASE64URL.encodeToString(longer);
    }

    private static void weak(Cases cases, TokenDraft draft, KeyPair pair) {
        RSAPublicKey open = (RSAPublicKey) pair.getPublic();
        ObjectNode key = Json.object()
                .put("kty", "RSA")
                .put("kid", "weak")
                .put("alg", "RS256")
                .put("n", number(open.getModulus().toByteArray()))
                .put("e", number(open.getPublicExponent().toByteArray()));
        published(cases, draft, Json.set(key, own(cases)));
        draft.header.put("alg", "RS256").put("kid", "weak");
        draft.signing = input -> {
            try {
                Signature signature = Signature.getInstance("SHA256withRSA");
                signature.initSign(pair.getPrivate());
                signature.update(input);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform signs with RSA", e);
            }
        };
    }

    private static String number(byte[] bytes) {
        int from = bytes[0] == 0 ? 1 : 0;
        return BASE64URL.encodeToString(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
    }

    private static void shared(Cases cases, TokenDraft draft) {
        byte[] secret = new byte[32];
        ObjectNode key = Json.object()
                .put("kty", "oct")
                .put("kid", "shared")
                .put("alg", "HS256")
                .put("k", BASE64URL.encodeToString(secret));
        published(cases, draft, Json.set(key, own(cases)));
        draft.header.put("alg", "HS256").put("kid", "shared");
        draft.signing = input -> {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret, "HmacSHA256"));
                return mac.doFinal(input);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has HMAC", e);
            }
        };
    }

    /** How issuers publish them: the address of the keys, and the document that names it. */
    static void writeDiscovery(Map<String, Consumer<Cases>> book) {
        book.put(
                "KEY-101",
                cases -> cases.about(ID_TOKEN)
                        .bad(
                                "jwks_uri closes the connection without an answer",
                                draft -> discovered(cases, draft, document -> {}, page -> page.withStatus(0))));
        book.put(
                "KEY-102",
                cases -> cases.about(ID_TOKEN)
                        .bad(
                                "the keys with status 404",
                                draft -> discovered(cases, draft, document -> {}, page -> page.withStatus(404)))
                        .bad(
                                "the keys with status 500",
                                draft -> discovered(cases, draft, document -> {}, page -> page.withStatus(500))));
        book.put(
                "KEY-104",
                cases -> cases.about(ID_TOKEN)
                        .bad("no keys", draft -> published(cases, draft, "{\"keys\":[]}"))
                        .bad(
                                "none that can be used",
                                draft -> published(cases, draft, Json.set(Json.of("{'kty':'XYZ','kid':'a'}")))));
        book.put(
                "KEY-106",
                cases -> cases.about(ID_TOKEN)
                        .bad(
                                "another issuer",
                                draft -> discovered(
                                        cases, draft, document -> document.put("issuer", "https://other.kit.example")))
                        .bad(
                                "the issuer with a slash",
                                draft -> discovered(
                                        cases, draft, document -> document.put("issuer", draft.issuer.id() + "/")))
                        .bad("no issuer", draft -> discovered(cases, draft, document -> document.remove("issuer"))));
        book.put(
                "KEY-107",
                cases -> cases.about(ID_TOKEN)
                        .bad(
                                "no jwks_uri",
                                draft -> discovered(cases, draft, document -> {
                                    document.remove("jwks_uri");
                                    document.remove("sm2_jwks_uri");
                                })));
    }

    static void keysAt(ObjectNode document, String address) {
        document.put("jwks_uri", address);
        if (document.has("sm2_jwks_uri")) {
            document.put("sm2_jwks_uri", address);
        }
    }

    private static void discovered(Cases cases, TokenDraft draft, Consumer<ObjectNode> edit) {
        discovered(cases, draft, edit, page -> page);
    }

    private static void discovered(
            Cases cases,
            TokenDraft draft,
            Consumer<ObjectNode> edit,
            java.util.function.UnaryOperator<Host.Page> keys) {
        Scene scene = cases.scene();
        draft.from(scene.issuer());
        String path = draft.issuer.path();
        scene.publishDiscovery(path, scene.algorithm(), edit);
        scene.host().publish(scene.keysPath(draft.issuer), keys.apply(Host.Page.json(Json.set(own(cases)))));
    }
}
