package io.xuemeng.conformance.relyingparty;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.jose.Jwk;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Access tokens that are bound to a key, and the proofs that come with them (RFC 9449). */
final class DpopCases {

    /** How old a proof may never be, whatever the clocks. */
    private static final long OLD_SECONDS = 600;

    private static final String NONCE = "n-0S6_WzA2Mj";
    private static final byte[] SHARED = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private DpopCases() {}

    static void write(Map<String, Consumer<Cases>> book) {
        addForm(book);
        addRequest(book);
        addTimes(book);
        addBinding(book);
        addProof(book);
    }

    private static void addForm(Map<String, Consumer<Cases>> book) {
        book.put(
                "TOK-100",
                cases -> cases.presented()
                        .bad("typ = JWT", draft -> draft.proof().header.put("typ", "JWT"))
                        .bad("typ = at+jwt", draft -> draft.proof().header.put("typ", "at+jwt"))
                        .bad("no typ", draft -> draft.proof().header.remove("typ")));
        book.put(
                "TOK-101",
                cases -> cases.presented()
                        .bad("no jwk", draft -> draft.proof().header.remove("jwk"))
                        .bad("a name of the key for the key", draft -> {
                            ObjectNode header = draft.proof().header;
                            header.put("kid", header.path("jwk").path("kid").asText())
                                    .remove("jwk");
                        })
                        .bad("jwk is text", draft -> {
                            ObjectNode header = draft.proof().header;
                            header.put("jwk", header.path("jwk").toString());
                        }));
        book.put(
                "TOK-102",
                cases -> cases.presented()
                        .bad("no jti", draft -> draft.proof().claims.remove("jti"))
                        .bad("jti is empty", draft -> draft.proof().claims.put("jti", "")));
    }

    private static void addRequest(Map<String, Consumer<Cases>> book) {
        book.put(
                "TOK-103",
                cases -> cases.presented()
                        .good("GET", draft -> {
                            draft.presentation().method = "GET";
                            draft.proof().claims.put("htm", "GET");
                        })
                        .bad("htm = GET", draft -> draft.proof().claims.put("htm", "GET"))
                        .bad("htm = post", draft -> draft.proof().claims.put("htm", "post"))
                        .bad("no htm", draft -> draft.proof().claims.remove("htm")));
        book.put(
                "TOK-104",
                cases -> cases.presented()
                        .good("a query", draft -> draft.presentation().query = "?statementId=a")
                        .bad("htu with a longer path", draft -> addressed(draft, url -> url + "/b"))
                        .bad(
                                "htu with a shorter path",
                                draft -> addressed(draft, url -> url.replaceFirst("/[^/]*$", "")))
                        .bad(
                                "htu at another host",
                                draft -> addressed(draft, url -> "https://other.kit.example/xapi/statements"))
                        .bad(
                                "htu with a longer host",
                                draft -> addressed(draft, url -> url.replaceFirst("(//[^/:]+)", "$1.evil.example")))
                        .bad(
                                "htu with another scheme",
                                draft -> addressed(
                                        draft,
                                        url -> url.startsWith("https:")
                                                ? url.replaceFirst("^https:", "http:")
                                                : url.replaceFirst("^http:", "https:")))
                        .bad("htu is a path", draft -> addressed(draft, url -> "/xapi/statements"))
                        .bad("no htu", draft -> draft.proof().claims.remove("htu")));
    }

    private static void addressed(TokenDraft draft, UnaryOperator<String> edit) {
        ObjectNode claims = draft.proof().claims;
        claims.put("htu", edit.apply(claims.path("htu").asText()));
    }

    private static void addTimes(Map<String, Consumer<Cases>> book) {
        book.put(
                "TOK-105",
                cases -> cases.presented()
                        .bad("no iat", draft -> draft.proof().claims.remove("iat")));
        book.put(
                "TOK-106",
                cases -> cases.presented()
                        .good("ten seconds ago", draft -> draft.proof().claims.put("iat", draft.now - 10))
                        .bad(
                                "ten minutes ago, and the skew",
                                draft -> draft.proof().claims.put("iat", draft.now - OLD_SECONDS - cases.skew()))
                        .bad("a day ago", draft -> draft.proof().claims.put("iat", draft.now - 86_400))
                        .bad(
                                "to come, beyond the skew",
                                draft -> draft.proof().claims.put("iat", draft.now + cases.skew() + 60)));
    }

    private static void addBinding(Map<String, Consumer<Cases>> book) {
        book.put(
                "TOK-107",
                cases -> cases.presented()
                        .bad("no ath", draft -> draft.proof().hashed = null)
                        .bad("ath of another token", draft -> draft.proof().hashed = token -> "another")
                        .bad("ath is empty", draft -> {
                            draft.proof().hashed = null;
                            draft.proof().claims.put("ath", "");
                        }));
        book.put(
                "TOK-108",
                cases -> cases.presented()
                        .bad(
                                "another key than that of cnf",
                                draft -> draft.proof().signedBy(cases.scene().key("attacker")))
                        .bad(
                                "cnf of another key",
                                draft -> draft.claims
                                        .putObject("cnf")
                                        .put(
                                                "jkt",
                                                Jwk.of(cases.scene().key("attacker"))
                                                        .thumbprint()))
                        .bad("no cnf", draft -> draft.claims.remove("cnf")));
        book.put(
                "TOK-109",
                cases -> cases.presented()
                        .good("the nonce that was given", draft -> nonce(draft, NONCE))
                        .bad("another nonce", draft -> nonce(draft, "another"))
                        .bad("no nonce", draft -> {
                            nonce(draft, "-");
                            draft.proof().claims.remove("nonce");
                        }));
    }

    private static void nonce(TokenDraft draft, String said) {
        draft.presentation().nonce = NONCE;
        draft.proof().claims.put("nonce", said);
    }

    private static void addProof(Map<String, Consumer<Cases>> book) {
        book.put(
                "RP-040",
                cases -> cases.presented()
                        .good("further members", draft -> {
                            draft.proof().header.put("urn:kit:note", "a");
                            draft.proof().claims.put("urn:kit:claim", 1);
                        })
                        .bad("no proof", draft -> draft.presentation().proofs.clear())
                        .bad("Bearer, no proof", draft -> {
                            draft.presentation().proofs.clear();
                            draft.presentation().scheme = "Bearer";
                        })
                        .bad("Bearer, with its proof", draft -> draft.presentation().scheme = "Bearer"));
        book.put(
                "RP-041",
                cases -> cases.presented()
                        .bad(
                                "two proofs",
                                draft -> draft.presentation()
                                        .proofs
                                        .add(new ProofDraft(
                                                cases.scene().key("client"),
                                                draft.presentation().method,
                                                draft.presentation().url,
                                                draft.now)))
                        .bad(
                                "the same proof twice",
                                draft -> draft.presentation().proofs.add(draft.proof())));
        book.put("RP-042", DpopCases::signed);
        book.put(
                "RP-043",
                cases -> cases.presented()
                        .bad(
                                "a private key in jwk",
                                draft -> draft.proof()
                                        .header
                                        .withObject("/jwk")
                                        .put("d", JwsDraft.encode(new byte[32]).replace('A', 'k'))));
    }

    private static void signed(Cases cases) {
        SigningKey attacker = cases.scene().key("attacker");
        ObjectNode published = Json.of(Jwk.of(cases.scene().key("client")));
        cases.presented()
                .bad("another key than that of jwk", draft -> draft.proof().signing = attacker::sign)
                .bad("a claim changed after signing", draft -> SignatureCases.changed(draft.proof()))
                .bad("one bit of the signature turned", draft -> SignatureCases.turned(draft.proof()))
                .bad("no signature", draft -> draft.proof().signature = bytes -> new byte[0])
                .bad("no JWT", draft -> draft.proof().compact = token -> "proof");
        for (String none : new String[] {"none", "None", "NONE"}) {
            cases.bad("alg = " + none, draft -> {
                draft.proof().header.put("alg", none);
                draft.proof().signature = bytes -> new byte[0];
            });
        }
        cases.bad("alg = HS256 with the public key as it is published", draft -> {
                    draft.proof().header.put("alg", "HS256");
                    draft.proof().signing =
                            SignatureCases.hmac(published.toString().getBytes(StandardCharsets.UTF_8));
                })
                .bad("alg = HS256 with a key of its own", draft -> {
                    draft.proof().header.put("alg", "HS256");
                    draft.proof().header.putObject("jwk").put("kty", "oct").put("k", JwsDraft.encode(SHARED));
                    draft.proof().signing = SignatureCases.hmac(SHARED);
                });
    }
}
