package io.xuemeng.identity.token;

import static io.xuemeng.identity.TestKeys.ED25519;
import static io.xuemeng.identity.TestKeys.NOW;

import io.xuemeng.identity.ClaimsText;
import io.xuemeng.identity.SampleFolders;
import io.xuemeng.identity.TestKeys;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The samples of the requirements on tokens: one good token of each kind, and what one edit makes of it. */
final class TokenSamples {

    static final String ISSUER = "https://hub.example.cn";
    static final String CLIENT = "https://platform.example.cn";
    static final String NONCE = "n-0S6_WzA2Mj";
    static final String ACCESS_TOKEN = "jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y";

    private static final long NOW_SECONDS = NOW.getEpochSecond();
    private static final String ID = "id";
    private static final String ACCESS = "access";
    private static final String LOGOUT = "logout";

    private final Map<String, String> files = new TreeMap<>();

    private TokenSamples() {}

    /** Run in the module's folder after a change. */
    public static void main(String[] arguments) throws IOException {
        SampleFolders.write(all());
    }

    static Map<String, String> all() {
        TokenSamples samples = new TokenSamples();
        samples.addClaims();
        samples.addDates();
        samples.addIdTokens();
        samples.addAccessTokens();
        samples.addEducation();
        samples.addLogoutTokens();
        return samples.files;
    }

    static ClaimsText idToken() {
        return ClaimsText.empty()
                .withText("iss", ISSUER)
                .withText("sub", "6TvGJ2mfnmB0XkA0Ym9Jx2mAq3mUoQ5Zr1cXv8yHn4w")
                .withText("aud", CLIENT)
                .with("iat", Long.toString(NOW_SECONDS - 10))
                .with("exp", Long.toString(NOW_SECONDS + 290))
                .with("auth_time", Long.toString(NOW_SECONDS - 40))
                .withText("nonce", NONCE)
                .withText("acr", "urn:example:loa:2")
                .withText("edu_role", "learner")
                .withText("edu_org", "2111000001")
                .withText("edu_region", "110108")
                .withText("edu_stage", "primary")
                .with("edu_minor", "true");
    }

    static ClaimsText accessToken() {
        return ClaimsText.empty()
                .withText("iss", ISSUER)
                .withText("sub", "6TvGJ2mfnmB0XkA0Ym9Jx2mAq3mUoQ5Zr1cXv8yHn4w")
                .withText("aud", CLIENT)
                .withText("client_id", "https://app.example.cn")
                .with("iat", Long.toString(NOW_SECONDS - 10))
                .with("exp", Long.toString(NOW_SECONDS + 590))
                .withText("jti", "yD3mGmL2Qv6rJ1bT8wZc0A")
                .withText("scope", "statements/write statements/read/mine");
    }

    static ClaimsText logoutToken() {
        return ClaimsText.empty()
                .withText("iss", ISSUER)
                .withText("sub", "6TvGJ2mfnmB0XkA0Ym9Jx2mAq3mUoQ5Zr1cXv8yHn4w")
                .withText("aud", CLIENT)
                .with("iat", Long.toString(NOW_SECONDS - 2))
                .with("exp", Long.toString(NOW_SECONDS + 118))
                .withText("jti", "bWJqQ3J1c2hlZC1pY2U")
                .withText("sid", "08a5019c-17e1-4977-8f42-65a12843ea02")
                .with("events", "{\"http://schemas.openid.net/event/backchannel-logout\":{}}");
    }

    private void addClaims() {
        add("TOK-001", ID, idToken(), null);
        file("TOK-001/fail.jwt", token("JWT", "[]"));
        add("TOK-002", ID, idToken(), idToken().with("exp", '"' + idToken().get("exp") + '"'));
        file(
                "TOK-002/fail-audience.jwt",
                token("JWT", idToken().with("aud", "[1]").toString()));
        file("TOK-002/fail-object.jwt", token("JWT", idToken().with("acr", "{}").toString()));
        add("TOK-003", ID, idToken(), idToken().with("auth_time", "-1"));
        file(
                "TOK-003/fail-milliseconds.jwt",
                token("JWT", idToken().with("auth_time", "99999999999999").toString()));
        file(
                "TOK-003/fail-overflow.jwt",
                token("JWT", idToken().with("auth_time", "1e300").toString()));
        add("TOK-004", ACCESS, accessToken(), null);
        file("TOK-004/fail.jwt", token("JWT", accessToken().toString()));
        file("TOK-004/fail-none.jwt", token(null, accessToken().toString()));
        file(
                "TOK-004/pass-media-type.jwt",
                token("application/at+jwt", accessToken().toString()));
        add("TOK-005", ID, idToken(), idToken().without("iss"));
        add("TOK-006", ID, idToken(), idToken().withText("iss", ISSUER + "/"));
        file(
                "TOK-006/fail-prefix.jwt",
                token("JWT", idToken().withText("iss", ISSUER + ".evil.example").toString()));
        file(
                "TOK-006/fail-look-alike.jwt",
                token("JWT", idToken().withText("iss", "https://hυb.example.cn").toString()));
        file(
                "TOK-006/fail-case.jwt",
                token("JWT", idToken().withText("iss", "https://Hub.example.cn").toString()));
        add("TOK-007", ID, idToken(), idToken().without("sub"));
        file(
                "TOK-007/fail-empty.jwt",
                token("JWT", idToken().withText("sub", "").toString()));
        add("TOK-008", ID, idToken().withText("sub", "a".repeat(255)), idToken().withText("sub", "a".repeat(256)));
        file(
                "TOK-008/fail-not-ascii.jwt",
                token("JWT", idToken().withText("sub", "学生一").toString()));
        file(
                "TOK-008/fail-control.jwt",
                token("JWT", idToken().withText("sub", "a\\tb").toString()));
        add("TOK-009", ID, idToken(), idToken().without("aud"));
        file("TOK-009/fail-empty.jwt", token("JWT", idToken().with("aud", "[]").toString()));
        add("TOK-010", ID, idToken(), idToken().withText("aud", "https://other.example.cn"));
        ClaimsText both = idToken()
                .with("aud", "[\"" + CLIENT + "\",\"https://lrs.example.cn\"]")
                .withText("azp", CLIENT);
        add("TOK-011", ID, both, both.with("aud", "[\"" + CLIENT + "\",\"https://evil.example\"]"));
        expect("TOK-011", "kind=id\ntrustedAudience=https://lrs.example.cn\n");
        add("TOK-018", ACCESS, accessToken(), accessToken().without("jti"));
        file(
                "TOK-018/fail-empty.jwt",
                token("at+jwt", accessToken().withText("jti", "").toString()));
        add("TOK-021", ID, idToken(), idToken().without("edu_role"));
        expect("TOK-021", "kind=id\nrequiredClaim=edu_role\n");
        add("TOK-022", ID, idToken(), idToken().withText("sub", "11010519491231002X"));
        file(
                "TOK-022/fail-mobile.jwt",
                token("JWT", idToken().withText("phone", "13812345678").toString()));
        file(
                "TOK-022/fail-number.jwt",
                token("JWT", idToken().with("phone", "13812345678").toString()));
        file(
                "TOK-022/fail-email.jwt",
                token("JWT", idToken().withText("email", "li.lei@example.cn").toString()));
        file(
                "TOK-022/fail-escaped.jwt",
                token(
                        "JWT",
                        idToken()
                                .with("profile", "{\"a\":[\"\\u0031\\u0033812345678\"]}")
                                .toString()));
        add(
                "TOK-023",
                ID,
                idToken().withText("jti", "a".repeat(1024)),
                idToken().withText("jti", "a".repeat(1025)));
        expect("TOK-023", "kind=id\nsingleUse=true\n");
    }

    private void addDates() {
        add("TOK-012", ID, idToken(), idToken().without("exp"));
        add(
                "TOK-013",
                ID,
                idToken().with("exp", Long.toString(NOW_SECONDS - 59)),
                idToken().with("exp", Long.toString(NOW_SECONDS - 60)));
        add(
                "TOK-014",
                ID,
                idToken().with("nbf", Long.toString(NOW_SECONDS + 60)),
                idToken().with("nbf", Long.toString(NOW_SECONDS + 61)));
        add("TOK-015", ID, idToken(), idToken().without("iat"));
        add(
                "TOK-016",
                ID,
                idToken().with("iat", Long.toString(NOW_SECONDS + 60)),
                idToken().with("iat", Long.toString(NOW_SECONDS + 61)));
        add(
                "TOK-017",
                ID,
                idToken().with("exp", Long.toString(NOW_SECONDS - 10 + 86_400)),
                idToken().with("exp", Long.toString(NOW_SECONDS - 10 + 86_401)));
    }

    private void addIdTokens() {
        ClaimsText both = idToken()
                .with("aud", "[\"" + CLIENT + "\",\"https://lrs.example.cn\"]")
                .withText("azp", CLIENT);
        add("TOK-030", ID, both, both.without("azp"));
        expect("TOK-030", "kind=id\ntrustedAudience=https://lrs.example.cn\n");
        add("TOK-031", ID, idToken().withText("azp", CLIENT), idToken().withText("azp", "https://other.example.cn"));
        add("TOK-032", ID, idToken(), idToken().without("nonce"));
        expect("TOK-032", "kind=id\nnonce=" + NONCE + "\n");
        add("TOK-033", ID, idToken(), idToken().withText("nonce", "n-0S6_WzA2Mk"));
        expect("TOK-033", "kind=id\nnonce=" + NONCE + "\n");
        String hash = HalfHash.of(ED25519.algorithm().digest(), ACCESS_TOKEN);
        add(
                "TOK-035",
                ID,
                idToken().withText("at_hash", hash),
                idToken().withText("at_hash", "77QmUPtjPfzWtF2AnpK9RQ"));
        expect("TOK-035", "kind=id\nnonce=" + NONCE + "\naccessToken=" + ACCESS_TOKEN + "\n");
        add("TOK-036", ID, idToken().withText("c_hash", hash), idToken());
        file(
                "TOK-036/fail-other.jwt",
                token(
                        "JWT",
                        idToken().withText("c_hash", "77QmUPtjPfzWtF2AnpK9RQ").toString()));
        expect("TOK-036", "kind=id\nnonce=" + NONCE + "\ncode=" + ACCESS_TOKEN + "\n");
        add("TOK-037", ID, idToken(), idToken().without("auth_time"));
        expect("TOK-037", "kind=id\nnonce=" + NONCE + "\nmaxAge=300\n");
        add(
                "TOK-038",
                ID,
                idToken().with("auth_time", Long.toString(NOW_SECONDS - 360)),
                idToken().with("auth_time", Long.toString(NOW_SECONDS - 361)));
        expect("TOK-038", "kind=id\nnonce=" + NONCE + "\nmaxAge=300\n");
        add("TOK-039", ID, idToken(), idToken().withText("acr", "urn:example:loa:1"));
        file("TOK-039/fail-none.jwt", token("JWT", idToken().without("acr").toString()));
        expect("TOK-039", "kind=id\nnonce=" + NONCE + "\nacr=urn:example:loa:2\n");
    }

    private void addAccessTokens() {
        add("TOK-040", ACCESS, accessToken(), accessToken().without("client_id"));
        add("TOK-041", ACCESS, accessToken(), accessToken().withText("scope", "a  b"));
        add(
                "TOK-042",
                ACCESS,
                accessToken().with("cnf", "{\"jkt\":\"" + TestKeys.keyId(ED25519) + "\"}"),
                accessToken().with("cnf", "{\"x5t#S256\":\"" + TestKeys.keyId(ED25519) + "\"}"));
        file(
                "TOK-042/fail-alphabet.jwt",
                token(
                        "at+jwt",
                        accessToken()
                                .with("cnf", "{\"jkt\":\"" + "+".repeat(43) + "\"}")
                                .toString()));
        file(
                "TOK-042/fail-spare-bits.jwt",
                token(
                        "at+jwt",
                        accessToken()
                                .with("cnf", "{\"jkt\":\"" + "A".repeat(42) + "B\"}")
                                .toString()));
    }

    private void addEducation() {
        add(
                "TOK-050",
                ID,
                idToken().with("edu_role", "[\"teacher\",\"guardian\"]"),
                idToken().withText("edu_role", "admin"));
        add("TOK-051", ID, idToken(), idToken().withText("edu_org", "99110000"));
        add("TOK-052", ID, idToken(), idToken().withText("edu_region", "990000"));
        add("TOK-053", ID, idToken(), idToken().withText("edu_stage", "小学"));
    }

    private void addLogoutTokens() {
        add("TOK-070", LOGOUT, logoutToken(), logoutToken().without("events"));
        file(
                "TOK-070/fail-other.jwt",
                token("logout+jwt", logoutToken().with("events", "{\"a\":{}}").toString()));
        add(
                "TOK-071",
                LOGOUT,
                logoutToken().without("sid"),
                logoutToken().without("sid").without("sub"));
        add("TOK-072", LOGOUT, logoutToken(), logoutToken().withText("nonce", NONCE));
    }

    private void add(String id, String kind, ClaimsText pass, ClaimsText fail) {
        String type = kind.equals(ID) ? "JWT" : kind.equals(ACCESS) ? "at+jwt" : "logout+jwt";
        file(id + "/pass.jwt", token(type, pass.toString()));
        if (fail != null) {
            file(id + "/fail.jwt", token(type, fail.toString()));
        }
        expect(id, "kind=" + kind + "\n");
    }

    private void expect(String id, String properties) {
        file(id + "/expected.properties", properties);
    }

    private void file(String name, String content) {
        files.put(name, content);
    }

    private static String token(String type, String payload) {
        String header = "{\"alg\":\"EdDSA\",\"kid\":\"" + TestKeys.keyId(ED25519) + '"'
                + (type == null ? "" : ",\"typ\":\"" + type + '"') + '}';
        return TestKeys.sign(ED25519, header, payload);
    }
}
