package io.xuemeng.conformance.relyingparty;

import static io.xuemeng.conformance.relyingparty.TokenUse.ACCESS_TOKEN;
import static io.xuemeng.conformance.relyingparty.TokenUse.ID_TOKEN;
import static io.xuemeng.conformance.relyingparty.TokenUse.LOGOUT_TOKEN;

import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.jose.Jwk;
import java.util.Map;
import java.util.function.Consumer;

/** What is unusual and right nevertheless, the algorithms, and the kinds of tokens. */
final class LenienceCases {

    private static final int MIN_SKEW_SECONDS = 20;

    private LenienceCases() {}

    static void write(Map<String, Consumer<Cases>> book) {
        book.put("RP-001", cases -> algorithm(cases, SignatureAlgorithm.ES256));
        book.put("RP-002", cases -> algorithm(cases, SignatureAlgorithm.ED25519));
        book.put("RP-003", cases -> algorithm(cases, SignatureAlgorithm.PS256));
        book.put("RP-004", cases -> algorithm(cases, SignatureAlgorithm.RS256));
        book.put("RP-005", cases -> algorithm(cases, SignatureAlgorithm.SM2_SM3));
        book.put("RP-006", LenienceCases::sm2);
        book.put("RP-007", LenienceCases::unusual);
        book.put("RP-008", LenienceCases::skewed);
        book.put("RP-010", cases -> {
            cases.about(ACCESS_TOKEN)
                    .bad("an ID token", draft -> draft.header.put("typ", "JWT"))
                    .bad("no typ", draft -> draft.header.remove("typ"));
            judged(cases);
        });
        book.put("RP-011", cases -> {
            cases.about(LOGOUT_TOKEN).bad("an access token", draft -> draft.header.put("typ", "at+jwt"));
            judged(cases);
        });
    }

    /** What is wrong with a token whatever it is for: who signed it, from whom it is, for whom, and when. */
    static void judged(Cases cases) {
        SigningKey attacker = cases.scene().key("attacker");
        cases.bad("another key under the issuer's name", draft -> draft.signing = attacker::sign)
                .bad("another key under its own name", draft -> draft.signedBy(attacker))
                .bad("a claim changed after signing", SignatureCases::changed)
                .bad("one bit of the signature turned", SignatureCases::turned)
                .bad("alg = none", draft -> {
                    draft.header.put("alg", "none");
                    draft.signature = bytes -> new byte[0];
                })
                .without("iss")
                .bad("iss", "'https://other.kit.example'")
                .bad("iss longer", draft -> draft.claims.put("iss", draft.issuer.id() + ".evil.example"))
                .bad("aud", "'https://other.kit.example'")
                .bad("ended", draft -> draft.lasting(cases.skew() + 330, -cases.skew() - 30));
    }

    private static PublishedIssuer signing(Cases cases, SignatureAlgorithm algorithm) {
        SigningKey key = Keys.of(algorithm, "issuer");
        return cases.scene().issuer(key, Json.set(Json.of(Jwk.of(key))));
    }

    private static void algorithm(Cases cases, SignatureAlgorithm algorithm) {
        PublishedIssuer issuer = signing(cases, algorithm);
        cases.good(Keys.name(algorithm), draft -> draft.from(issuer))
                .bad("one bit of the signature turned", draft -> SignatureCases.turned(draft.from(issuer)))
                .bad("another key under its name", draft -> {
                    SigningKey other = Keys.of(algorithm, "attacker");
                    draft.from(issuer).signing = other::sign;
                });
    }

    private static void sm2(Cases cases) {
        PublishedIssuer issuer = signing(cases, SignatureAlgorithm.SM2_SM3);
        cases.good(Keys.name(SignatureAlgorithm.SM2_SM3), draft -> draft.from(issuer))
                .bad("an empty ID", draft -> draft.from(issuer).signing = Sm2Ids.signing(issuer.key(), ""))
                .bad(
                        "another ID",
                        draft -> draft.from(issuer).signing = Sm2Ids.signing(issuer.key(), "ALICE123@YAHOO.COM"))
                .bad("in DER", draft -> draft.from(issuer).signature = SignatureCases::der);
        for (String alias : new String[] {"SM2", "SM2SM3", "SM3withSM2", "ES256"}) {
            cases.bad("alg = " + alias, draft -> draft.from(issuer).header.put("alg", alias));
        }
    }

    private static void unusual(Cases cases) {
        cases.about(ID_TOKEN)
                .good(
                        "no education claims",
                        draft -> draft.claims.remove(
                                java.util.List.of("edu_role", "edu_org", "edu_region", "edu_stage", "edu_minor")))
                .good(
                        "claims that nobody knows",
                        draft -> draft.claims
                                .put("urn:kit:claim", 1)
                                .putObject("urn:kit:object")
                                .put("a", "学生"))
                .good("typ in small letters", draft -> draft.header.put("typ", "jwt"))
                .good("typ as a media type", draft -> draft.header.put("typ", "application/jwt"))
                .good(
                        "white space and escapes in the JSON",
                        draft -> draft.editPayload(
                                text -> text.replace(",", " ,\n ").replace("\"sub\"", "\"\\u0073ub\"")))
                .good(
                        "fractions of seconds",
                        draft -> draft.editPayload(text -> text.replaceFirst("(\"iat\":\\d+)", "$1.25")))
                .good("a header member that nobody knows", draft -> draft.header.put("urn:kit:note", "a"))
                .good("a subject with all that it may have", draft -> draft.claims.put("sub", "a|b:c/d@e=f~g"));
    }

    private static void skewed(Cases cases) {
        cases.about(ID_TOKEN);
        long within = cases.skew() / 2;
        cases.good(
                        "iat to come within the skew",
                        draft -> draft.claims.put("iat", draft.now + within).put("exp", draft.now + within + 300))
                .good(
                        "nbf to come within the skew",
                        draft -> draft.lasting(10, within + 300).claims.put("nbf", draft.now + within));
        // While it looks at a token time goes by, which a short skew would not cover; what is to come only comes
        // nearer.
        if (cases.skew() >= MIN_SKEW_SECONDS) {
            cases.good("ended within the skew", draft -> draft.lasting(within + 300, -within));
        }
    }
}
