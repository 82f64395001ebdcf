package io.xuemeng.identity.federation;

import static io.xuemeng.identity.TestKeys.NOW;

import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.jose.Jwk;
import io.xuemeng.identity.ClaimsText;
import io.xuemeng.identity.SampleFolders;
import io.xuemeng.identity.TestKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The samples of the requirements on federations: the chain of a platform in a province, and what one edit makes of it. */
final class FederationSamples {

    static final String HUB = "https://hub.example.cn";
    static final String PROVINCE = "https://edu.province.example.cn";
    static final String PLATFORM = "https://platform.province.example.cn";
    static final String ACCREDITED = "https://hub.example.cn/marks/accredited";
    static final String MINORS = "https://hub.example.cn/marks/minors";

    static final SigningKey HUB_KEY = TestKeys.ed25519(21);
    static final SigningKey PROVINCE_KEY = TestKeys.ed25519(22);
    static final SigningKey PLATFORM_KEY = TestKeys.ed25519(23);
    static final SigningKey OWNER_KEY = TestKeys.ed25519(24);

    private static final long SECONDS = NOW.getEpochSecond();

    private final Map<String, String> files = new TreeMap<>();

    private FederationSamples() {}

    /** Run in the module's folder after a change. */
    public static void main(String[] arguments) throws IOException {
        SampleFolders.write(all());
    }

    static Map<String, String> all() {
        FederationSamples samples = new FederationSamples();
        samples.addStatements();
        samples.addClaims();
        samples.addChains();
        samples.addConstraints();
        samples.addPolicies();
        samples.addMarks();
        return samples.files;
    }

    static String keys(SigningKey... keys) {
        List<String> json = new ArrayList<>();
        for (SigningKey key : keys) {
            json.add(new String(Jwk.of(key).toJson(), StandardCharsets.UTF_8));
        }
        return "{\"keys\":[" + String.join(",", json) + "]}";
    }

    static ClaimsText statement(String issuer, String subject, SigningKey subjectKey) {
        return ClaimsText.empty()
                .withText("iss", issuer)
                .withText("sub", subject)
                .with("iat", Long.toString(SECONDS - 3600))
                .with("exp", Long.toString(SECONDS + 86_400))
                .with("jwks", keys(subjectKey));
    }

    static ClaimsText platform() {
        return statement(PLATFORM, PLATFORM, PLATFORM_KEY)
                .with("authority_hints", "[\"" + PROVINCE + "\"]")
                .with(
                        "metadata",
                        "{\"openid_relying_party\":{\"redirect_uris\":[\"" + PLATFORM
                                + "/cb\"],\"client_registration_types\":[\"automatic\"],\"response_types\":[\"code\"],"
                                + "\"token_endpoint_auth_method\":\"private_key_jwt\",\"jwks\":" + keys(PLATFORM_KEY)
                                + "}}");
    }

    static ClaimsText platformByProvince() {
        return statement(PROVINCE, PLATFORM, PLATFORM_KEY)
                .with("metadata", "{\"openid_relying_party\":{\"organization_name\":\"示例云课堂\"}}");
    }

    static ClaimsText provinceByHub() {
        return statement(HUB, PROVINCE, PROVINCE_KEY)
                .with(
                        "constraints",
                        "{\"max_path_length\":1,\"naming_constraints\":{\"permitted\":[\".province.example.cn\"]}}")
                .with(
                        "metadata_policy",
                        "{\"openid_relying_party\":{\"token_endpoint_auth_method\":{\"one_of\":[\"private_key_jwt\"],"
                                + "\"essential\":true},\"response_types\":{\"subset_of\":[\"code\"]},"
                                + "\"subject_type\":{\"value\":\"pairwise\"}}}");
    }

    static ClaimsText hub() {
        return statement(HUB, HUB, HUB_KEY)
                .with("metadata", "{\"federation_entity\":{\"federation_fetch_endpoint\":\"" + HUB + "/fetch\"}}")
                .with(
                        "trust_mark_issuers",
                        "{\"" + ACCREDITED + "\":[\"" + PROVINCE + "\"],\"" + MINORS + "\":[\"" + HUB + "\"]}")
                .with(
                        "trust_mark_owners",
                        "{\"" + MINORS + "\":{\"sub\":\"https://owner.example.cn\",\"jwks\":" + keys(OWNER_KEY) + "}}");
    }

    static String sign(SigningKey key, ClaimsText claims) {
        return sign(key, "entity-statement+jwt", claims);
    }

    static String sign(SigningKey key, String type, ClaimsText claims) {
        return TestKeys.sign(
                key,
                "{\"alg\":\"EdDSA\",\"kid\":\"" + TestKeys.keyId(key) + "\",\"typ\":\"" + type + "\"}",
                claims.toString());
    }

    static List<String> chain() {
        return List.of(
                sign(PLATFORM_KEY, platform()),
                sign(PROVINCE_KEY, platformByProvince()),
                sign(HUB_KEY, provinceByHub()),
                sign(HUB_KEY, hub()));
    }

    /** The chain with one statement edited and signed again. */
    private static List<String> edited(int index, UnaryOperator<ClaimsText> edit) {
        ClaimsText[] claims = {platform(), platformByProvince(), provinceByHub(), hub()};
        SigningKey[] signers = {PLATFORM_KEY, PROVINCE_KEY, HUB_KEY, HUB_KEY};
        List<String> chain = new ArrayList<>(chain());
        chain.set(index, sign(signers[index], edit.apply(claims[index])));
        return chain;
    }

    private static List<String> replaced(int index, String statement) {
        List<String> chain = new ArrayList<>(chain());
        chain.set(index, statement);
        return chain;
    }

    private void addStatements() {
        pass("FED-001");
        file("FED-001/fail.json", replaced(1, sign(PROVINCE_KEY, "JWT", platformByProvince())));
        pass("FED-002");
        file(
                "FED-002/fail.json",
                replaced(
                        1,
                        TestKeys.sign(
                                PROVINCE_KEY,
                                "{\"alg\":\"EdDSA\",\"typ\":\"entity-statement+jwt\"}",
                                platformByProvince().toString())));
        pass("FED-003");
        file(
                "FED-003/fail.json",
                replaced(
                        1,
                        TestKeys.sign(
                                PROVINCE_KEY,
                                "{\"alg\":\"EdDSA\",\"kid\":\"" + TestKeys.keyId(PROVINCE_KEY)
                                        + "\",\"typ\":\"entity-statement+jwt\",\"trust_chain\":[\"a\"]}",
                                platformByProvince().toString())));
    }

    private void addClaims() {
        edit("FED-004", 0, claims -> claims.without("iss"));
        edit("FED-004", "fail-not-an-address", 1, claims -> claims.withText("sub", "platform"));
        edit("FED-004", "fail-plain-http", 1, claims -> claims.withText("sub", PLATFORM.replace("https", "http")));
        edit("FED-004", "fail-query", 2, claims -> claims.withText("sub", PROVINCE + "?x"));
        edit("FED-005", 1, claims -> claims.without("iat"));
        pass("FED-006", 1, claims -> claims.with("iat", Long.toString(SECONDS + 60)));
        edit("FED-006", 1, claims -> claims.with("iat", Long.toString(SECONDS + 61)));
        edit("FED-007", 1, claims -> claims.without("exp"));
        pass("FED-008", 2, claims -> claims.with("exp", Long.toString(SECONDS - 59)));
        edit("FED-008", 2, claims -> claims.with("exp", Long.toString(SECONDS - 60)));
        edit("FED-009", 1, claims -> claims.without("jwks"));
        edit(
                "FED-009",
                "fail-no-name",
                1,
                claims -> claims.with("jwks", keys(PLATFORM_KEY).replace("\"kid\"", "\"kid2\"")));
        edit(
                "FED-009",
                "fail-same-name",
                1,
                claims -> claims.with(
                        "jwks",
                        keys(PLATFORM_KEY, OWNER_KEY)
                                .replace(TestKeys.keyId(PLATFORM_KEY), "same")
                                .replace(TestKeys.keyId(OWNER_KEY), "same")));
        edit("FED-009", "fail-not-vouched-for", 0, claims -> claims.with("jwks", keys(OWNER_KEY)));
        pass("FED-010", 1, claims -> claims.withText("edu_level", "county").with("crit", "[\"edu_level\"]"));
        edit("FED-010", 1, claims -> claims.withText("edu_rank", "1").with("crit", "[\"edu_rank\"]"));
        edit("FED-010", "fail-defined", 1, claims -> claims.with("crit", "[\"exp\"]"));
        edit("FED-010", "fail-absent", 1, claims -> claims.with("crit", "[\"edu_level\"]"));
        edit("FED-011", 0, claims -> claims.with("metadata_policy", "{}"));
        edit("FED-011", "fail-subordinate", 1, claims -> claims.with("trust_marks", "[]"));
        edit("FED-011", "fail-audience", 0, claims -> claims.withText("aud", HUB));
        edit("FED-011", "fail-registration", 0, claims -> claims.withText("trust_anchor", HUB));
        edit("FED-012", 0, claims -> claims.with("trust_anchor_hints", "[]"));
        edit("FED-013", 0, claims -> claims.with("metadata", "{\"openid_relying_party\":{\"client_name\":null}}"));
        edit("FED-013", "fail-array", 0, claims -> claims.with("metadata", "[]"));
        edit("FED-014", 2, claims -> claims.with("metadata_policy", "{\"openid_relying_party\":[]}"));
        edit("FED-015", 2, claims -> claims.with("constraints", "{\"max_path_length\":-1}"));
        edit(
                "FED-015",
                "fail-names",
                2,
                claims -> claims.with("constraints", "{\"naming_constraints\":{\"permitted\":\".cn\"}}"));
        edit(
                "FED-015",
                "fail-types",
                2,
                claims -> claims.with("constraints", "{\"allowed_entity_types\":[\"federation_entity\"]}"));
        String mark = sign(PROVINCE_KEY, "trust-mark+jwt", mark(PROVINCE, ACCREDITED));
        pass("FED-016", 0, claims -> shown(claims, ACCREDITED, mark));
        edit("FED-016", 3, claims -> claims.with("trust_mark_issuers", "{\"a\":\"b\"}"));
        edit("FED-016", "fail-marks", 0, claims -> claims.with("trust_marks", "[{}]"));
        edit("FED-016", "fail-other-type", 0, claims -> shown(claims, MINORS, mark));
        edit("FED-016", "fail-no-token", 0, claims -> shown(claims, ACCREDITED, "mark"));
    }

    private void addChains() {
        pass("FED-020");
        List<String> longer = new ArrayList<>(chain());
        longer.addAll(chain());
        longer.add(longer.get(0));
        file("FED-020/fail.json", longer);
        pass("FED-021");
        file("FED-021/fail.json", chain().subList(1, 4));
        pass("FED-022");
        file("FED-022/fail.json", List.of(chain().get(0), chain().get(1), chain().get(3)));
        pass("FED-023");
        file("FED-023/fail.json", chain().subList(0, 2));
        edit("FED-024", 0, claims -> claims.with("authority_hints", "[\"https://other.example.cn\"]"));
        edit("FED-024", "fail-none", 0, claims -> claims.without("authority_hints"));
        pass("FED-025");
        List<String> circle = new ArrayList<>(chain());
        circle.add(2, sign(PROVINCE_KEY, statement(PROVINCE, PROVINCE, PROVINCE_KEY)));
        file("FED-025/fail.json", circle);
    }

    private void addConstraints() {
        edit("FED-030", 2, claims -> claims.with("constraints", "{\"max_path_length\":0}"));
        edit(
                "FED-031",
                2,
                claims -> claims.with(
                        "constraints",
                        "{\"naming_constraints\":{\"permitted\":[\".province.example.cn\"],\"excluded\":[\"platform.province.example.cn\"]}}"));
        edit(
                "FED-031",
                "fail-host",
                1,
                claims -> claims.with(
                        "constraints", "{\"naming_constraints\":{\"permitted\":[\"province.example.cn\"]}}"));
        pass(
                "FED-031",
                1,
                claims -> claims.with(
                        "constraints", "{\"naming_constraints\":{\"permitted\":[\"PLATFORM.province.example.cn\"]}}"));
    }

    private void addPolicies() {
        edit("FED-035", 2, claims -> policy(claims, "{\"essential\":\"yes\"}"));
        edit("FED-035", "fail-mixed", 2, claims -> policy(claims, "{\"one_of\":[\"a\",1]}"));
        edit("FED-036", 2, claims -> policy(claims, "{\"add\":[\"a\"],\"one_of\":[\"a\"]}"));
        edit("FED-036", "fail-value", 2, claims -> policy(claims, "{\"value\":\"b\",\"one_of\":[\"a\"]}"));
        pass("FED-037", 1, claims -> policy(claims, "{\"one_of\":[\"private_key_jwt\",\"none\"]}"));
        edit("FED-037", 1, claims -> policy(claims, "{\"one_of\":[\"client_secret_basic\"]}"));
        edit(
                "FED-038",
                0,
                claims -> claims.with(
                        "metadata",
                        "{\"openid_relying_party\":{\"token_endpoint_auth_method\":\"client_secret_basic\"}}"));
        edit("FED-038", "fail-essential", 0, claims -> claims.with("metadata", "{\"openid_relying_party\":{}}"));
        pass("FED-039", 2, claims -> policy(claims, "{\"regexp\":\".*\"}"));
        edit(
                "FED-039",
                2,
                claims -> policy(claims, "{\"regexp\":\".*\"}").with("metadata_policy_crit", "[\"regexp\"]"));
        edit("FED-039", "fail-unused", 2, claims -> claims.with("metadata_policy_crit", "[\"regexp\"]"));
        edit("FED-039", "fail-standard", 2, claims -> claims.with("metadata_policy_crit", "[\"one_of\"]"));
        edit("FED-039", "fail-empty", 2, claims -> claims.with("metadata_policy_crit", "[]"));
    }

    private static ClaimsText shown(ClaimsText claims, String type, String mark) {
        return claims.with("trust_marks", "[{\"trust_mark_type\":\"" + type + "\",\"trust_mark\":\"" + mark + "\"}]");
    }

    private static ClaimsText policy(ClaimsText claims, String operators) {
        return claims.with(
                "metadata_policy", "{\"openid_relying_party\":{\"token_endpoint_auth_method\":" + operators + "}}");
    }

    static ClaimsText mark(String issuer, String type) {
        return ClaimsText.empty()
                .withText("iss", issuer)
                .withText("sub", PLATFORM)
                .with("iat", Long.toString(SECONDS - 3600))
                .with("exp", Long.toString(SECONDS + 86_400))
                .withText("trust_mark_type", type);
    }

    static ClaimsText delegation() {
        return ClaimsText.empty()
                .withText("iss", "https://owner.example.cn")
                .withText("sub", HUB)
                .with("iat", Long.toString(SECONDS - 3600))
                .with("exp", Long.toString(SECONDS + 86_400))
                .withText("trust_mark_type", MINORS);
    }

    private void addMarks() {
        ClaimsText good = mark(PROVINCE, ACCREDITED);
        mark("FED-050", good, PROVINCE_KEY, "trust-mark+jwt", "pass");
        mark("FED-050", good, PROVINCE_KEY, "JWT", "fail");
        mark("FED-051", good, PROVINCE_KEY, "trust-mark+jwt", "pass");
        mark("FED-051", good.without("trust_mark_type"), PROVINCE_KEY, "trust-mark+jwt", "fail");
        mark("FED-052", good, PROVINCE_KEY, "trust-mark+jwt", "pass");
        mark(
                "FED-052",
                good.withText("sub", "https://other.province.example.cn"),
                PROVINCE_KEY,
                "trust-mark+jwt",
                "fail");
        mark("FED-053", good.without("exp"), PROVINCE_KEY, "trust-mark+jwt", "pass");
        mark("FED-053", good.with("exp", Long.toString(SECONDS - 60)), PROVINCE_KEY, "trust-mark+jwt", "fail");
        mark("FED-053", good.with("iat", Long.toString(SECONDS + 61)), PROVINCE_KEY, "trust-mark+jwt", "fail-early");
        mark("FED-054", good, PROVINCE_KEY, "trust-mark+jwt", "pass");
        mark("FED-054", good.withText("iss", PLATFORM), PLATFORM_KEY, "trust-mark+jwt", "fail");
        ClaimsText delegated =
                mark(HUB, MINORS).withText("delegation", sign(OWNER_KEY, "trust-mark-delegation+jwt", delegation()));
        mark("FED-055", delegated, HUB_KEY, "trust-mark+jwt", "pass");
        mark("FED-055", delegated.without("delegation"), HUB_KEY, "trust-mark+jwt", "fail");
        mark(
                "FED-055",
                delegated.withText("delegation", sign(HUB_KEY, "trust-mark-delegation+jwt", delegation())),
                HUB_KEY,
                "trust-mark+jwt",
                "fail-signature");
        mark(
                "FED-055",
                delegated.withText(
                        "delegation",
                        sign(
                                OWNER_KEY,
                                "trust-mark-delegation+jwt",
                                delegation().withText("sub", PROVINCE))),
                HUB_KEY,
                "trust-mark+jwt",
                "fail-subject");
    }

    private void mark(String id, ClaimsText claims, SigningKey key, String type, String name) {
        files.put(id + '/' + name + ".jwt", sign(key, type, claims));
        String shown = type(claims).equals("null") ? ACCREDITED : type(claims);
        files.put(id + "/expected.properties", "shown=" + shown + "\n");
    }

    private static String type(ClaimsText claims) {
        return String.valueOf(claims.get("trust_mark_type")).replace("\"", "");
    }

    private void pass(String id) {
        file(id + "/pass.json", chain());
    }

    private void pass(String id, int index, UnaryOperator<ClaimsText> edit) {
        file(id + "/pass.json", edited(index, edit));
    }

    private void edit(String id, int index, UnaryOperator<ClaimsText> edit) {
        edit(id, "fail", index, edit);
    }

    private void edit(String id, String name, int index, UnaryOperator<ClaimsText> edit) {
        files.computeIfAbsent(id + "/pass.json", file -> json(chain()));
        file(id + '/' + name + ".json", edited(index, edit));
    }

    private void file(String name, List<String> chain) {
        files.put(name, json(chain));
    }

    private static String json(List<String> chain) {
        return "[\n\"" + String.join("\",\n\"", chain) + "\"\n]\n";
    }
}
