package io.xuemeng.conformance.relyingparty;

import static io.xuemeng.conformance.relyingparty.TokenUse.ACCESS_TOKEN;
import static io.xuemeng.conformance.relyingparty.TokenUse.ID_TOKEN;
import static io.xuemeng.conformance.relyingparty.TokenUse.LOGOUT_TOKEN;

import io.xuemeng.core.crypto.SignatureAlgorithm;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;

/** What tokens say. */
final class ClaimCases {

    private static final String OTHER = "https://other.kit.example";

    private ClaimCases() {}

    static void write(Map<String, Consumer<Cases>> book) {
        addForm(book);
        addParties(book);
        addDates(book);
        addSignIn(book);
        addEducation(book);
        addAccess(book);
        addLogout(book);
    }

    private static void addForm(Map<String, Consumer<Cases>> book) {
        book.put(
                "TOK-001",
                cases -> cases.about(ID_TOKEN)
                        .bad("[]", draft -> draft.payload("[]"))
                        .bad("text", draft -> draft.payload("\"" + draft.issuer.id() + "\""))
                        .bad("empty", draft -> draft.payload("")));
        book.put(
                "TOK-002",
                cases -> cases.about(ID_TOKEN)
                        .bad(
                                "exp is text",
                                draft -> draft.claims.put(
                                        "exp", draft.claims.path("exp").asText()))
                        .bad(
                                "iat is text",
                                draft -> draft.claims.put(
                                        "iat", draft.claims.path("iat").asText()))
                        .bad("sub", "[1]")
                        .bad("aud", "[1]")
                        .bad("acr", "{}"));
        book.put(
                "TOK-003",
                cases -> cases.about(ID_TOKEN)
                        .bad("auth_time", "-1")
                        .bad("auth_time", "99999999999999")
                        .bad(
                                "exp in milliseconds",
                                draft -> draft.claims.put(
                                        "exp", draft.claims.path("exp").asLong() * 1000))
                        .bad(
                                "exp = 1e300",
                                draft ->
                                        draft.editPayload(text -> text.replaceFirst("\"exp\":\\d+", "\"exp\":1e300"))));
        book.put(
                "TOK-004",
                cases -> cases.about(ID_TOKEN)
                        .good("no typ", draft -> draft.header.remove("typ"))
                        .bad("typ = at+jwt", draft -> draft.header.put("typ", "at+jwt"))
                        .bad("typ = logout+jwt", draft -> draft.header.put("typ", "logout+jwt"))
                        .bad("typ = secevent+jwt", draft -> draft.header.put("typ", "secevent+jwt"))
                        .bad("typ = entity-statement+jwt", draft -> draft.header.put("typ", "entity-statement+jwt")));
        book.put(
                "TOK-022",
                cases -> cases.about(ID_TOKEN)
                        .bad("sub", "'11010519491231002X'")
                        .bad("phone", "'13812345678'")
                        .bad("phone", "13812345678")
                        .bad("email", "'li.lei@example.cn'")
                        .bad(
                                "profile, escaped",
                                draft -> draft.editPayload(text -> text.substring(0, text.length() - 1)
                                        + ",\"profile\":{\"a\":[\"\\u0031\\u0033812345678\"]}}")));
    }

    private static void addParties(Map<String, Consumer<Cases>> book) {
        book.put("TOK-005", cases -> cases.about(ID_TOKEN).without("iss").bad("iss", "''"));
        book.put(
                "TOK-006",
                cases -> cases.about(ID_TOKEN)
                        .bad("iss + /", draft -> draft.claims.put("iss", draft.issuer.id() + '/'))
                        .bad("iss longer", draft -> draft.claims.put("iss", draft.issuer.id() + ".evil.example"))
                        .bad(
                                "iss shorter",
                                draft -> draft.claims.put(
                                        "iss",
                                        draft.issuer
                                                .id()
                                                .substring(0, draft.issuer.id().length() - 1)))
                        .bad(
                                "iss in capitals",
                                draft -> draft.claims.put(
                                        "iss", draft.issuer.id().replaceFirst("http", "HTTP")))
                        .bad(
                                "iss with a Greek letter",
                                draft -> draft.claims.put(
                                        "iss", draft.issuer.id().replaceFirst("p", "ρ")))
                        .bad("iss of another", draft -> draft.claims.put("iss", OTHER)));
        book.put("TOK-007", cases -> cases.about(ID_TOKEN).without("sub").bad("sub", "''"));
        book.put(
                "TOK-008",
                cases -> cases.about(ID_TOKEN)
                        .good("sub of 255", draft -> draft.claims.put("sub", "a".repeat(255)))
                        .bad("sub of 256", draft -> draft.claims.put("sub", "a".repeat(256)))
                        .bad("sub", "'学生一'"));
        book.put("TOK-009", cases -> cases.about(ID_TOKEN).without("aud").bad("aud", "[]"));
        book.put(
                "TOK-010",
                cases -> cases.about(ID_TOKEN)
                        .bad("aud", "'" + OTHER + "'")
                        .bad("aud + /", draft -> draft.claims.put("aud", draft.audience + '/'))
                        .bad("aud longer", draft -> draft.claims.put("aud", draft.audience + ".evil.example"))
                        .bad("aud is the issuer", draft -> draft.claims.put("aud", draft.issuer.id())));
        book.put(
                "TOK-011",
                cases -> cases.about(ID_TOKEN)
                        .good(
                                "aud is an array",
                                draft -> draft.claims.putArray("aud").add(draft.audience))
                        .bad("aud has a stranger", draft -> {
                            draft.claims.putArray("aud").add(draft.audience).add("https://evil.example");
                            draft.claims.put("azp", draft.audience);
                        }));
        book.put(
                "TOK-031",
                cases -> cases.about(ID_TOKEN)
                        .good("azp", draft -> draft.claims.put("azp", draft.audience))
                        .recommended()
                        .bad("azp", "'" + OTHER + "'"));
    }

    private static void addDates(Map<String, Consumer<Cases>> book) {
        book.put("TOK-012", cases -> cases.about(ID_TOKEN).without("exp"));
        book.put(
                "TOK-013",
                cases -> cases.about(ID_TOKEN)
                        .bad("ended", draft -> draft.lasting(cases.skew() + 330, -cases.skew() - 30))
                        .bad("ended long ago", draft -> draft.lasting(86_400 + 300, -86_400)));
        book.put(
                "TOK-014",
                cases -> cases.about(ID_TOKEN)
                        .good("nbf", draft -> draft.claims.put("nbf", draft.now - 10))
                        .bad(
                                "nbf to come",
                                draft -> draft.lasting(10, cases.skew() + 360)
                                        .claims
                                        .put("nbf", draft.now + cases.skew() + 60)));
        book.put("TOK-015", cases -> cases.about(ID_TOKEN).without("iat"));
        book.put(
                "TOK-016",
                cases -> cases.about(ID_TOKEN)
                        .recommended()
                        .bad(
                                "iat to come",
                                draft -> draft.claims
                                        .put("iat", draft.now + cases.skew() + 60)
                                        .put("exp", draft.now + cases.skew() + 360)));
        book.put(
                "TOK-017",
                cases -> cases.about(ID_TOKEN)
                        .good("an hour", draft -> draft.lasting(10, 3590))
                        .bad("ten days", draft -> draft.lasting(10, 864_000)));
    }

    private static void addSignIn(Map<String, Consumer<Cases>> book) {
        book.put("TOK-032", cases -> cases.about(ID_TOKEN).without("nonce"));
        book.put(
                "TOK-033",
                cases -> cases.about(ID_TOKEN)
                        .bad("another nonce", draft -> draft.claims.put("nonce", "n-0S6_WzA2Mj"))
                        .bad("a nonce that begins alike", draft -> draft.claims.put("nonce", draft.nonce + "a"))
                        .bad("an empty nonce", draft -> draft.claims.put("nonce", "")));
        book.put(
                "TOK-035",
                cases -> cases.about(ID_TOKEN)
                        .good("at_hash", draft -> {
                            draft.accessToken = "jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y";
                            draft.claims.put("at_hash", halfHash(cases.scene().algorithm(), draft.accessToken));
                        })
                        .recommended()
                        .bad("at_hash of another", draft -> {
                            draft.accessToken = "jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y";
                            draft.claims.put("at_hash", halfHash(cases.scene().algorithm(), "another"));
                        }));
        book.put(
                "TOK-037",
                cases -> cases.about(ID_TOKEN)
                        .good("max_age", draft -> draft.maxAge = 300)
                        .bad("no auth_time", draft -> {
                            draft.maxAge = 300;
                            draft.claims.remove("auth_time");
                        }));
        book.put(
                "TOK-038",
                cases -> cases.about(ID_TOKEN)
                        .good("max_age", draft -> draft.maxAge = 300)
                        .recommended()
                        .bad("auth_time too long ago", draft -> {
                            draft.maxAge = 300;
                            draft.claims.put("auth_time", draft.now - 300 - cases.skew() - 30);
                        }));
        book.put(
                "TOK-039",
                cases -> cases.about(ID_TOKEN)
                        .good("acr", draft -> draft.acr = "urn:example:loa:2")
                        .recommended()
                        .bad("acr of another class", draft -> {
                            draft.acr = "urn:example:loa:2";
                            draft.claims.put("acr", "urn:example:loa:1");
                        })
                        .bad("no acr", draft -> {
                            draft.acr = "urn:example:loa:2";
                            draft.claims.remove("acr");
                        }));
    }

    /** The left half of a token's hash (OpenID Connect Core 1.0, 3.1.3.6). */
    static String halfHash(SignatureAlgorithm algorithm, String token) {
        byte[] hash = algorithm.digest().digest(token.getBytes(StandardCharsets.US_ASCII));
        return TokenDraft.encode(Arrays.copyOf(hash, hash.length / 2));
    }

    private static void addEducation(Map<String, Consumer<Cases>> book) {
        book.put(
                "TOK-050",
                cases -> cases.about(ID_TOKEN)
                        .good("two roles", draft -> draft.claims.set("edu_role", Json.of("['teacher','guardian']")))
                        .bad("edu_role", "'admin'"));
        book.put("TOK-051", cases -> cases.about(ID_TOKEN).bad("edu_org", "'99110000'"));
        book.put("TOK-052", cases -> cases.about(ID_TOKEN).bad("edu_region", "'990000'"));
        book.put("TOK-053", cases -> cases.about(ID_TOKEN).bad("edu_stage", "'小学'"));
    }

    private static void addAccess(Map<String, Consumer<Cases>> book) {
        book.put(
                "TOK-018",
                cases -> cases.about(ACCESS_TOKEN).recommended().without("jti").bad("jti", "''"));
        book.put("TOK-040", cases -> cases.about(ACCESS_TOKEN).recommended().without("client_id"));
        book.put(
                "TOK-041",
                cases -> cases.about(ACCESS_TOKEN).bad("scope", "'a  b'").bad("scope", "'a\\\\b'"));
        book.put(
                "TOK-042",
                cases -> cases.about(ACCESS_TOKEN)
                        .bad("cnf", "{'x5t#S256':'bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2'}"));
    }

    private static void addLogout(Map<String, Consumer<Cases>> book) {
        book.put(
                "TOK-023",
                cases -> cases.about(LOGOUT_TOKEN)
                        .bad("jti of 100,000", draft -> draft.claims.put("jti", "a".repeat(100_000))));
        book.put(
                "TOK-070",
                cases -> cases.about(LOGOUT_TOKEN)
                        .without("events")
                        .bad("events", "{'a':{}}")
                        .bad("events", "{'http://schemas.openid.net/event/backchannel-logout':'x'}"));
        book.put(
                "TOK-071",
                cases -> cases.about(LOGOUT_TOKEN)
                        .good("no sid", draft -> draft.claims.remove("sid"))
                        .good("no sub", draft -> draft.claims.remove("sub"))
                        .bad("neither sub nor sid", draft -> {
                            draft.claims.remove("sub");
                            draft.claims.remove("sid");
                        }));
        book.put("TOK-072", cases -> cases.about(LOGOUT_TOKEN).bad("nonce", "'n-0S6_WzA2Mj'"));
    }
}
