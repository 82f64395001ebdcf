package io.xuemeng.conformance.issuer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpPlatform;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.jose.Jwk;
import io.xuemeng.core.jose.JwkSet;
import io.xuemeng.identity.session.ProofKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A small issuer in this process, made by hand: right, but for what a mutant does wrong. */
final class HandMadeIssuer implements HttpPlatform {

    static final String ID = "https://issuer.kit.example";
    static final ClientTerms KIT = new ClientTerms(
            "https://kit.example", "https://kit.example/callback", null, SigningKey.generate(KeyType.P_256));
    static final ClientTerms SECOND = new ClientTerms("kit2", "https://second.example/callback", "s3cret2", null);
    static final IssuerTerms TERMS = new IssuerTerms(ID, KIT, SECOND, "lihua", "correct horse", "openid");

    private static final SigningKey KEY = SigningKey.generate(KeyType.P_256);
    private static final SigningKey SM2 = SigningKey.generate(KeyType.SM2);
    private static final SigningKey FEDERATION = SigningKey.generate(KeyType.P_256);
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private record Request(ClientTerms client, Map<String, String> parameters) {}

    private final IssuerMutant mutant;
    private final Map<String, Request> waiting = new ConcurrentHashMap<>();
    private final Map<String, Request> codes = new ConcurrentHashMap<>();
    private final Map<String, String> tokensByCode = new ConcurrentHashMap<>();
    private final Map<String, String> subjects = new ConcurrentHashMap<>();
    private final Set<String> revoked = ConcurrentHashMap.newKeySet();
    private final HandMadeRequests requests;

    HandMadeIssuer(IssuerMutant mutant) {
        this.mutant = mutant;
        this.requests = new HandMadeRequests(mutant);
    }

    private boolean has(Habit habit) {
        return mutant.has(habit);
    }

    @Override
    public HttpAnswer ask(HttpQuestion question) throws IOException {
        Map<String, String> query = Web.query(question.query());
        Map<String, String> form = Web.query(new String(question.body(), StandardCharsets.UTF_8));
        return switch (question.path()) {
            case "/.well-known/openid-configuration" ->
                json(mutant.documentStatus, document().toString());
            case "/.well-known/openid-federation" -> answer(200, mutant.statementType, statement());
            case "/jwks" -> json(200, mutant.keys.apply(set(KEY)));
            case "/jwks/sm2" -> json(200, mutant.sm2Keys.apply(set(SM2)));
            case "/authorize" -> authorize(query);
            case "/login" -> login(form);
            case "/token" -> token(question, form);
            case "/userinfo" -> userInfo(question);
            default -> json(404, "{}");
        };
    }

    private static HttpAnswer answer(int status, String type, String body) {
        return new HttpAnswer(status, Map.of("Content-Type", List.of(type)), body.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpAnswer json(int status, String body) {
        return answer(status, "application/json", body);
    }

    private static HttpAnswer page(int status, String body) {
        return answer(status, "text/html; charset=utf-8", "<!doctype html><title>Issuer</title>" + body);
    }

    static String set(SigningKey key) {
        return new String(JwkSet.of(Jwk.of(key)).toJson(), StandardCharsets.UTF_8);
    }

    private ObjectNode document() {
        ObjectNode document = provider();
        mutant.metadata.accept(document);
        return document;
    }

    private static ObjectNode provider() {
        ObjectNode document = Json.MAPPER.createObjectNode().put("issuer", ID);
        document.put("authorization_endpoint", ID + "/authorize")
                .put("token_endpoint", ID + "/token")
                .put("userinfo_endpoint", ID + "/userinfo")
                .put("jwks_uri", ID + "/jwks")
                .put("sm2_jwks_uri", ID + "/jwks/sm2")
                .put("authorization_response_iss_parameter_supported", true);
        document.putArray("response_types_supported").add("code");
        document.putArray("subject_types_supported").add("pairwise");
        document.putArray("id_token_signing_alg_values_supported").add("ES256");
        document.putArray("code_challenge_methods_supported").add("S256");
        return document;
    }

    private HttpAnswer authorize(Map<String, String> outside) {
        ClientTerms client = outside.getOrDefault("client_id", "").equals(SECOND.id()) ? SECOND : KIT;
        Map<String, String> query =
                client.key() == null ? outside : requests.read(outside.getOrDefault("request", ""), client, false);
        if (query.isEmpty()) {
            return page(400, "<p>That is no good request.</p>");
        }
        String redirect = query.getOrDefault("redirect_uri", "");
        boolean own = has(Habit.SENDS_PEOPLE_TO_WHAT_BEGINS_LIKE_THE_CLIENTS_ADDRESS)
                ? redirect.startsWith(client.redirectUri())
                : redirect.equals(client.redirectUri());
        if (!own && !has(Habit.SENDS_PEOPLE_ANYWHERE)) {
            return page(400, "<p>That is no address of the client's.</p>");
        }
        Request request = new Request(client, query);
        String type = query.getOrDefault("response_type", "");
        if (!type.equals("code") && has(Habit.GIVES_TOKENS_THROUGH_THE_BROWSER)) {
            return back(request, Map.of("access_token", "a", "token_type", "Bearer"));
        }
        if (!type.equals("code") && !has(Habit.IGNORES_THE_RESPONSE_TYPE)) {
            return back(request, Map.of("error", "unsupported_response_type"));
        }
        String method = query.getOrDefault("code_challenge_method", "plain");
        boolean challenged = query.containsKey("code_challenge");
        boolean proof =
                challenged ? method.equals("S256") || has(Habit.TAKES_PLAIN_PROOF_KEYS) : has(Habit.NEEDS_NO_PROOF_KEY);
        if (!proof) {
            return back(request, Map.of("error", "invalid_request"));
        }
        if (query.getOrDefault("prompt", "").equals("none") && !has(Habit.IGNORES_THE_PROMPT)) {
            return back(request, Map.of("error", "login_required"));
        }
        String key = UUID.randomUUID().toString();
        waiting.put(key, request);
        return page(
                200,
                "<form method=\"post\" action=\"/login\"><input type=\"hidden\" name=\"request\" value=\"" + key
                        + "\"><input name=\"account\"><input type='password' name=\"word\">"
                        + "<button name=\"action\" value=\"go &amp; on\">Go</button></form>");
    }

    private HttpAnswer login(Map<String, String> form) {
        Request request = waiting.get(form.getOrDefault("request", ""));
        boolean known = form.getOrDefault("account", "").equals(TERMS.user())
                && (has(Habit.TAKES_ANY_PASSWORD)
                        || form.getOrDefault("word", "").equals(TERMS.password()));
        if (request == null || !known || !form.getOrDefault("action", "").equals("go & on")) {
            return page(401, "<p>No.</p><form action=\"/login\"><input type=\"password\" name=\"word\"></form>");
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, request);
        return back(request, Map.of("code", code));
    }

    private HttpAnswer back(Request request, Map<String, String> answer) {
        Map<String, String> parameters = new LinkedHashMap<>(answer);
        String state = request.parameters().get("state");
        if (state != null && !has(Habit.LOSES_THE_STATE)) {
            parameters.put(
                    "state",
                    has(Habit.DECODES_THE_STATE_TWICE)
                            ? Web.query("a=" + state.replace("&", "%26")).get("a")
                            : state);
        }
        if (!has(Habit.PROMISES_TO_NAME_ITSELF_AND_DOES_NOT)) {
            parameters.put("iss", has(Habit.NAMES_ANOTHER_ISSUER_IN_ANSWERS) ? "https://other.kit.example" : ID);
        }
        String address = request.parameters().getOrDefault("redirect_uri", "");
        return page(302, "")
                .header("Location", address + (address.contains("?") ? '&' : '?') + Web.encoded(parameters));
    }

    private HttpAnswer token(HttpQuestion question, Map<String, String> form) {
        String grant = form.getOrDefault("grant_type", "");
        if (!grant.equals("authorization_code")) {
            if (has(Habit.TAKES_PASSWORDS_FROM_CLIENTS) && grant.equals("password")) {
                return json(200, "{\"access_token\":\"a\",\"token_type\":\"Bearer\"}");
            }
            return error(has(Habit.CALLS_OTHER_GRANTS_A_WRONG_REQUEST) ? "invalid_request" : "unsupported_grant_type");
        }
        String code = form.getOrDefault("code", "");
        Request request = codes.get(code);
        if (request == null) {
            return error(has(Habit.CALLS_UNKNOWN_CODES_A_WRONG_REQUEST) ? "invalid_request" : "invalid_grant");
        }
        boolean client = isClient(request.client(), question, form);
        if (!client && !has(Habit.ASKS_NO_CLIENT_WHO_IT_IS)) {
            return json(401, "{\"error\":\"invalid_client\"}");
        }
        String used = tokensByCode.get(code);
        if (used != null && !has(Habit.TAKES_CODES_AGAIN)) {
            if (!has(Habit.LEAVES_TOKENS_OF_CODES_THAT_COME_TWICE)) {
                revoked.add(used);
            }
            return error("invalid_grant");
        }
        boolean address = form.getOrDefault("redirect_uri", "")
                .equals(request.parameters().get("redirect_uri"));
        if (!(address || has(Habit.TAKES_ANY_ADDRESS_FOR_A_CODE)) || !isProof(request, form.get("code_verifier"))) {
            return error("invalid_grant");
        }
        return tokens(request, code);
    }

    private boolean isClient(ClientTerms client, HttpQuestion question, Map<String, String> form) {
        return client.secret() == null
                ? !requests.read(form.getOrDefault("client_assertion", ""), client, true)
                        .isEmpty()
                : question.header("Authorization").orElse("").equals(Dialogue.basic(client.id(), client.secret()));
    }

    private boolean isProof(Request request, @Nullable String verifier) {
        if (verifier == null) {
            return has(Habit.TAKES_NO_VERIFIER);
        }
        String challenge = request.parameters().getOrDefault("code_challenge", "");
        return has(Habit.TAKES_ANY_VERIFIER) || ProofKey.challenge(verifier).equals(challenge);
    }

    private static HttpAnswer error(String error) {
        return json(400, "{\"error\":\"" + error + "\"}");
    }

    private HttpAnswer tokens(Request request, String code) {
        String subject = subject(request.client());
        IssuerMutant.Draft access = draft("at+jwt", subject);
        access.claims
                .put("aud", ID)
                .put("client_id", request.client().id())
                .put("scope", "openid")
                .put("jti", UUID.randomUUID().toString());
        mutant.accessToken.accept(access);
        String accessToken = sign(access, KEY);
        tokensByCode.put(code, accessToken);
        subjects.put(accessToken, subject);
        IssuerMutant.Draft id = draft("JWT", subject);
        id.claims
                .put("aud", request.client().id())
                .put("nonce", request.parameters().getOrDefault("nonce", ""))
                .put("auth_time", Instant.now().getEpochSecond() - 1)
                .put("at_hash", halfHash(accessToken))
                .put("edu_role", "learner")
                .put("edu_org", "2111000001")
                .put("edu_stage", "primary");
        if (has(Habit.TELLS_THE_NAME_OF_THE_ACCOUNT)) {
            id.claims.put("preferred_username", TERMS.user());
        }
        mutant.idToken.accept(id);
        ObjectNode answer = Json.MAPPER
                .createObjectNode()
                .put("access_token", accessToken)
                .put("token_type", has(Habit.GIVES_TOKENS_OF_ANOTHER_TYPE) ? "mac" : "Bearer")
                .put("id_token", sign(id, KEY));
        if (!has(Habit.SAYS_NOT_HOW_LONG_TOKENS_ARE_GOOD)) {
            answer.put("expires_in", 600);
        }
        HttpAnswer tokens = json(200, answer.toString());
        return has(Habit.LETS_TOKENS_BE_STORED) ? tokens : tokens.header("Cache-Control", "no-store");
    }

    private String subject(ClientTerms client) {
        if (has(Habit.GIVES_A_NEW_SUBJECT_EACH_TIME)) {
            return UUID.randomUUID().toString();
        }
        String sector = has(Habit.GIVES_ALL_CLIENTS_ONE_SUBJECT) ? "all" : client.id();
        return UUID.nameUUIDFromBytes(sector.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static IssuerMutant.Draft draft(String type, String subject) {
        IssuerMutant.Draft draft = new IssuerMutant.Draft();
        draft.header.put("alg", "ES256").put("kid", keyId(KEY)).put("typ", type);
        long now = Instant.now().getEpochSecond();
        draft.claims.put("iss", ID).put("sub", subject).put("iat", now).put("exp", now + 300);
        return draft;
    }

    static String keyId(SigningKey key) {
        return Jwk.of(key).keyId().orElseThrow();
    }

    private static String halfHash(String token) {
        byte[] hash = KEY.algorithm().digest().digest(token.getBytes(StandardCharsets.US_ASCII));
        return BASE64URL.encodeToString(Arrays.copyOf(hash, hash.length / 2));
    }

    private static String sign(IssuerMutant.Draft draft, SigningKey key) {
        byte[] payload = draft.payload == null
                ? draft.payloadText.apply(draft.claims.toString()).getBytes(StandardCharsets.UTF_8)
                : draft.payload;
        String input = BASE64URL.encodeToString(
                        draft.headerText.apply(draft.header.toString()).getBytes(StandardCharsets.UTF_8))
                + '.'
                + BASE64URL.encodeToString(payload);
        try {
            byte[] signature = (draft.forged ? SigningKey.generate(KeyType.P_256) : key)
                    .sign(input.getBytes(StandardCharsets.US_ASCII));
            return draft.compact.apply(input + '.' + BASE64URL.encodeToString(signature));
        } catch (SigningException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpAnswer userInfo(HttpQuestion question) {
        Optional<String> token = question.header("Authorization")
                .filter(value -> value.startsWith("Bearer "))
                .map(value -> value.substring(7));
        String subject = token.map(subjects::get).orElse(null);
        if (has(Habit.TELLS_ANYBODY_WHO_IT_WAS) && subject == null) {
            subject = "somebody";
        }
        if (subject == null || revoked.contains(token.orElse(""))) {
            HttpAnswer refused = json(has(Habit.FORBIDS_WHERE_IT_SHOULD_ASK) ? 403 : 401, "{}");
            return refused.header("WWW-Authenticate", "Bearer");
        }
        ObjectNode answer = Json.MAPPER
                .createObjectNode()
                .put("sub", has(Habit.ASKS_USERINFO_ABOUT_SOMEBODY_ELSE) ? "somebody-else" : subject);
        if (has(Habit.TELLS_THE_NAME_OF_THE_ACCOUNT_AT_USERINFO)) {
            answer.put("nickname", TERMS.user());
        }
        return json(200, answer.toString());
    }

    private String statement() {
        IssuerMutant.Draft draft = draft("entity-statement+jwt", ID);
        draft.header.put("kid", keyId(FEDERATION));
        draft.claims.putArray("authority_hints").add("https://hub.kit.example");
        draft.claims.set("jwks", Json.of(set(FEDERATION)));
        ObjectNode provider = provider();
        provider.set("jwks", Json.of(set(KEY)));
        draft.claims.putObject("metadata").set("openid_provider", provider);
        mutant.statement.accept(draft);
        return sign(draft, FEDERATION);
    }
}
