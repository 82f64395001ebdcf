package io.xuemeng.conformance.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.jose.Jwk;
import io.xuemeng.core.jose.JwkSet;
import io.xuemeng.core.net.Fetched;
import io.xuemeng.identity.federation.FederationProfile;
import io.xuemeng.identity.federation.TrustAnchor;
import io.xuemeng.identity.federation.TrustChain;
import io.xuemeng.identity.federation.TrustChainVerifier;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A hub with everything that one can offer, in process. Whatever it signs can be changed before, to make it wrong in one way. */
class HandMadeHub implements HubPlatform {

    static final String HUB = "https://hub.example.cn";
    static final String MEMBER = "https://province.example.cn";
    static final String OTHER = "https://platform.example.cn";
    static final String MARK_TYPE = "https://hub.example.cn/marks/inspected";

    private static final String STATEMENT = "entity-statement+jwt";
    private static final Map<String, Set<String>> TYPES = new LinkedHashMap<>();

    static {
        TYPES.put(MEMBER, Set.of("federation_entity", "openid_provider"));
        TYPES.put(OTHER, Set.of("openid_relying_party"));
    }

    private static final SigningKey MEMBER_KEY = SigningKey.generate(KeyType.P_256);
    private static final Map<KeyType, SigningKey> KEYS =
            Map.of(KeyType.P_256, SigningKey.generate(KeyType.P_256), KeyType.SM2, SigningKey.generate(KeyType.SM2));

    private final SigningKey key;
    private final HubTerms terms;
    private final Consumer<Token> edit;

    HandMadeHub(KeyType type, boolean pinned, Consumer<Token> edit) {
        this(type, pinned, null, edit);
    }

    HandMadeHub(KeyType type, boolean pinned, @Nullable String superior, Consumer<Token> edit) {
        this.key = KEYS.get(type);
        this.terms = new HubTerms(
                HUB, pinned ? JwkSet.of(Jwk.of(key)) : null, MEMBER, superior, MARK_TYPE, Duration.ofSeconds(60));
        this.edit = edit.andThen(token -> {
            if (superior != null && token.kind.equals(Token.CONFIGURATION)) {
                token.claims.withArray("authority_hints").add(superior);
            }
        });
    }

    @Override
    public HubTerms terms() {
        return terms;
    }

    @Override
    public Fetched fetch(URI address) {
        if (address.toString().equals(MEMBER + "/.well-known/openid-federation")) {
            return new Fetched(
                    200, "application/" + STATEMENT, -1, memberConfiguration().getBytes(StandardCharsets.UTF_8));
        }
        return new Fetched(404, null, -1, new byte[0]);
    }

    private static String memberConfiguration() {
        Token token = new Token("member's own", STATEMENT, MEMBER_KEY);
        dated(token, MEMBER, MEMBER);
        token.claims.set("jwks", Token.set(MEMBER_KEY));
        token.claims.withArray("authority_hints").add(HUB);
        token.claims.set(
                "metadata",
                Token.json("{'federation_entity':{'organization_name':'示例省'},"
                        + "'openid_provider':{'issuer':'https://province.example.cn','subject_types_supported':['public','pairwise'],"
                        + "'id_token_signing_alg_values_supported':['ES256','RS256']}}"));
        return token.sign();
    }

    private static void dated(Token token, String issuer, String subject) {
        long now = Instant.now().getEpochSecond();
        token.claims.put("iss", issuer).put("sub", subject).put("iat", now - 5).put("exp", now + 86_400);
    }

    private String signed(Token token) {
        edit.accept(token);
        return token.sign();
    }

    private String configuration() {
        Token token = new Token(Token.CONFIGURATION, STATEMENT, key);
        dated(token, HUB, HUB);
        token.claims.set("jwks", Token.set(key));
        ObjectNode entity = token.claims.withObject("/metadata/federation_entity");
        entity.put("organization_name", "国家枢纽").withArray("contacts").add("federation@hub.example.cn");
        entity.put("federation_fetch_endpoint", HUB + "/fetch")
                .put("federation_list_endpoint", HUB + "/list?all=1")
                .put("federation_resolve_endpoint", HUB + "/resolve")
                .put("federation_trust_mark_endpoint", HUB + "/mark")
                .put("federation_trust_mark_list_endpoint", HUB + "/mark-list")
                .put("federation_trust_mark_status_endpoint", HUB + "/mark-status")
                .put("federation_historical_keys_endpoint", HUB + "/keys");
        token.claims.putObject("trust_mark_issuers").putArray(MARK_TYPE).add(HUB);
        return signed(token);
    }

    private String statement(String member) {
        Token token = new Token(Token.MEMBER, STATEMENT, key);
        dated(token, HUB, member);
        token.claims.set("jwks", Token.set(MEMBER_KEY));
        token.claims.set(
                "metadata_policy",
                Token.json("{'openid_provider':{'subject_types_supported':{'value':['pairwise']},"
                        + "'id_token_signing_alg_values_supported':{'subset_of':['ES256','SGD_SM3_SM2']}},"
                        + "'openid_relying_party':{'subject_type':{'value':'pairwise'}}}"));
        token.claims.putObject("constraints").put("max_path_length", 1);
        return signed(token);
    }

    @Override
    public HttpAnswer ask(URI address, HttpQuestion question) {
        boolean post = question.method().equals("POST") && address.getPath().equals("/mark-status");
        boolean get = question.method().equals("GET") && !address.getPath().equals("/mark-status");
        boolean head = question.method().equals("HEAD");
        if (!post && !get && !head) {
            return refused(405, "invalid_request").header("Allow", "GET, HEAD");
        }
        HttpAnswer answer = route(address.getPath(), question);
        return head ? answer.body(new byte[0]) : answer;
    }

    private HttpAnswer route(String path, HttpQuestion question) {
        Map<String, List<String>> query = pairs(question.query());
        for (List<String> values : query.values()) {
            if (values.size() > 1) {
                return refused(400, "invalid_request");
            }
        }
        return switch (path) {
            case "/.well-known/openid-federation" -> answer(STATEMENT, configuration());
            case "/fetch" -> fetched(query);
            case "/list" -> listed(query);
            case "/resolve" -> resolved(query);
            case "/mark" -> mark(query);
            case "/mark-list" -> list(List.of(MEMBER));
            case "/mark-status" -> status(pairs(new String(question.body(), StandardCharsets.UTF_8)));
            case "/keys" -> pastKeys();
            default -> refused(404, "not_found");
        };
    }

    private static Map<String, List<String>> pairs(@Nullable String query) {
        Map<String, List<String>> pairs = new LinkedHashMap<>();
        for (String pair : query == null || query.isEmpty() ? new String[0] : query.split("&")) {
            String[] both = pair.split("=", 2);
            pairs.computeIfAbsent(both[0], name -> new ArrayList<>())
                    .add(URLDecoder.decode(both[1], StandardCharsets.UTF_8));
        }
        return pairs;
    }

    private static String one(Map<String, List<String>> query, String name) {
        return query.getOrDefault(name, List.of("")).get(0);
    }

    static HttpAnswer answer(String kind, String text) {
        return new HttpAnswer(
                200,
                Map.of("Content-Type", List.of("application/" + kind), "Cache-Control", List.of("max-age=300")),
                text.getBytes(StandardCharsets.UTF_8));
    }

    static HttpAnswer refused(int status, String error) {
        return new HttpAnswer(
                status,
                Map.of("Content-Type", List.of("application/json")),
                ("{\"error\":\"" + error + "\",\"error_description\":\"no\"}").getBytes(StandardCharsets.UTF_8));
    }

    private HttpAnswer fetched(Map<String, List<String>> query) {
        String member = one(query, "sub");
        if (member.isEmpty() || member.equals(HUB)) {
            return refused(400, "invalid_request");
        }
        return TYPES.containsKey(member) ? answer(STATEMENT, statement(member)) : refused(404, "not_found");
    }

    private static HttpAnswer list(List<String> entities) {
        JsonNode list = Token.object()
                .putArray("list")
                .addAll(entities.stream().map(TextNode::valueOf).toList());
        return answer("json", list.toString());
    }

    private static HttpAnswer listed(Map<String, List<String>> query) {
        if (query.containsKey("trust_mark_type")) {
            return refused(400, "unsupported_parameter");
        }
        String type = one(query, "entity_type");
        return list(TYPES.keySet().stream()
                .filter(member -> type.isEmpty() || TYPES.get(member).contains(type))
                .toList());
    }

    private HttpAnswer resolved(Map<String, List<String>> query) {
        if (one(query, "sub").isEmpty() || one(query, "trust_anchor").isEmpty()) {
            return refused(400, "invalid_request");
        }
        if (!one(query, "trust_anchor").equals(HUB)) {
            return refused(404, "invalid_trust_anchor");
        }
        if (!one(query, "sub").equals(MEMBER)) {
            return refused(404, "not_found");
        }
        TrustChain chain = new HandMadeHub(key.algorithm().keyType(), true, token -> {}).rightChain();
        Token token = new Token(Token.RESOLVED, "resolve-response+jwt", key);
        dated(token, HUB, MEMBER);
        token.claims.put("exp", chain.expiresAt().getEpochSecond());
        ObjectNode metadata = token.claims.putObject("metadata");
        chain.metadata().types().forEach((type, parameters) -> {
            ObjectNode known = metadata.putObject(type);
            parameters.forEach((name, value) -> known.set(name, Payload.json(value.text())));
        });
        return answer("resolve-response+jwt", signed(token));
    }

    private TrustChain rightChain() {
        return TrustChainVerifier.trusting(
                        List.of(new TrustAnchor(HUB, JwkSet.of(Jwk.of(key)))), FederationProfile.chinese())
                .verify(List.of(memberConfiguration(), statement(MEMBER), configuration()))
                .orElseThrow();
    }

    private HttpAnswer mark(Map<String, List<String>> query) {
        if (!one(query, "sub").equals(MEMBER) || !one(query, "trust_mark_type").equals(MARK_TYPE)) {
            return refused(404, "not_found");
        }
        Token token = new Token(Token.MARK, "trust-mark+jwt", key);
        dated(token, HUB, MEMBER);
        token.claims.put("trust_mark_type", MARK_TYPE);
        return answer("trust-mark+jwt", signed(token));
    }

    private HttpAnswer status(Map<String, List<String>> form) {
        String mark = one(form, "trust_mark");
        boolean known = Judgement.signature(mark, JwkSet.of(Jwk.of(key)), FederationProfile.chinese())
                .isVerified();
        Token token = new Token(Token.STATUS, "trust-mark-status-response+jwt", key);
        dated(token, HUB, HUB);
        token.claims.put("trust_mark", mark).put("status", known ? "active" : "invalid");
        return answer("trust-mark-status-response+jwt", signed(token));
    }

    private HttpAnswer pastKeys() {
        Token token = new Token(Token.KEYS, "jwk-set+jwt", key);
        dated(token, HUB, HUB);
        ObjectNode past = (ObjectNode) Token.set(MEMBER_KEY).path("keys").get(0);
        past.put("kid", "2025").put("exp", Instant.now().getEpochSecond() - 1000);
        token.claims.putArray("keys").add(past);
        return answer("jwk-set+jwt", signed(token));
    }
}
