package io.xuemeng.conformance.issuer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.identity.session.ProofKey;
import io.xuemeng.identity.session.TokenExchange;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The token endpoint of {@link HandMadeIssuer}: right, but for what a mutant does wrong. */
final class HandMadeTokens {

    /** What somebody agreed to. */
    private record Granted(HandMadeIssuer.Request request, String subject, long before) {}

    private final IssuerMutant mutant;
    private final HandMadeRequests requests;
    private final HandMadeExchange exchange;
    private final AtomicInteger issued = new AtomicInteger();
    private final Map<String, HandMadeIssuer.Request> codes = new ConcurrentHashMap<>();
    private final Map<String, String> tokensByCode = new ConcurrentHashMap<>();
    private final Map<String, Granted> refreshable = new ConcurrentHashMap<>();

    HandMadeTokens(IssuerMutant mutant, HandMadeRequests requests) {
        this.mutant = mutant;
        this.requests = requests;
        this.exchange = new HandMadeExchange(mutant);
    }

    private boolean has(Habit habit) {
        return mutant.has(habit);
    }

    /** A code for a request whose user signed in. */
    String code(HandMadeIssuer.Request request) {
        String code = has(Habit.NUMBERS_ITS_CODES)
                ? String.valueOf(issued.incrementAndGet())
                : UUID.randomUUID().toString();
        codes.put(code, request);
        return code;
    }

    /** Whom an access token is about; null when it is none, or was taken back. */
    @Nullable
    String subjectOf(String accessToken) {
        return exchange.subjectOf(accessToken);
    }

    /** What the revocation endpoint answers. */
    HttpAnswer revocation(HttpQuestion question, Map<String, String> form) {
        return exchange.revocation(client(question, form), form);
    }

    HttpAnswer answer(HttpQuestion question) {
        boolean get = question.method().equals("GET");
        if (get && !has(Habit.TAKES_TOKEN_REQUESTS_BY_GET)) {
            return HandMadeIssuer.json(405, "{}");
        }
        String text = get ? question.query() : new String(question.body(), StandardCharsets.UTF_8);
        Map<String, String> form = Web.query(text);
        boolean twice = text != null && form.size() < text.split("&").length;
        if (twice && !has(Habit.TAKES_PARAMETERS_TWICE)) {
            return error("invalid_request");
        }
        String grant = form.getOrDefault("grant_type", "");
        if (grant.equals("refresh_token")) {
            return refresh(question, form);
        }
        if (grant.equals(TokenExchange.GRANT_TYPE)) {
            return exchange.answer(client(question, form), form);
        }
        if (!grant.equals("authorization_code")) {
            if (has(Habit.TAKES_PASSWORDS_FROM_CLIENTS) && grant.equals("password")) {
                return HandMadeIssuer.json(200, "{\"access_token\":\"a\",\"token_type\":\"Bearer\"}");
            }
            return error(has(Habit.CALLS_OTHER_GRANTS_A_WRONG_REQUEST) ? "invalid_request" : "unsupported_grant_type");
        }
        String code = form.getOrDefault("code", "");
        HandMadeIssuer.Request request = codes.get(code);
        if (request == null) {
            return error(has(Habit.CALLS_UNKNOWN_CODES_A_WRONG_REQUEST) ? "invalid_request" : "invalid_grant");
        }
        ClientTerms client = client(question, form);
        if (client == null && !has(Habit.ASKS_NO_CLIENT_WHO_IT_IS)) {
            return HandMadeIssuer.json(401, "{\"error\":\"invalid_client\"}");
        }
        if (client != null && !client.equals(request.client()) && !has(Habit.GIVES_CODES_TO_ANY_CLIENT)) {
            return error("invalid_grant");
        }
        String used = tokensByCode.get(code);
        if (used != null && !has(Habit.TAKES_CODES_AGAIN)) {
            if (!has(Habit.LEAVES_TOKENS_OF_CODES_THAT_COME_TWICE)) {
                exchange.revoke(used);
            }
            return error("invalid_grant");
        }
        boolean address = form.getOrDefault("redirect_uri", "")
                .equals(request.parameters().get("redirect_uri"));
        if (!(address || has(Habit.TAKES_ANY_ADDRESS_FOR_A_CODE)) || !isProof(request, form.get("code_verifier"))) {
            return error("invalid_grant");
        }
        Granted granted = new Granted(request, subject(mutant, request.client(), request.user()), 0);
        HttpAnswer answer = tokens(granted, "openid", request.since());
        tokensByCode.put(code, Json.of(answer).path("access_token").asText());
        return answer;
    }

    /** The client that proved who it is; null when none did. */
    private @Nullable ClientTerms client(HttpQuestion question, Map<String, String> form) {
        ClientTerms second = HandMadeIssuer.SECOND;
        if (question.header("Authorization").isPresent()) {
            String proof = Dialogue.basic(second.id(), String.valueOf(second.secret()));
            return question.header("Authorization").get().equals(proof) ? second : null;
        }
        String assertion = form.getOrDefault("client_assertion", "");
        if (assertion.isEmpty() && form.getOrDefault("client_id", "").equals(HandMadeIssuer.PUBLIC.id())) {
            return HandMadeIssuer.PUBLIC;
        }
        return requests.read(assertion, HandMadeIssuer.KIT, true).isEmpty() ? null : HandMadeIssuer.KIT;
    }

    private HttpAnswer refresh(HttpQuestion question, Map<String, String> form) {
        String token = form.getOrDefault("refresh_token", "");
        ClientTerms client = client(question, form);
        Granted granted = refreshable.get(token);
        if (granted == null) {
            return error(has(Habit.CALLS_UNKNOWN_REFRESH_TOKENS_A_WRONG_REQUEST) ? "invalid_request" : "invalid_grant");
        }
        if (client == null) {
            return HandMadeIssuer.json(401, "{\"error\":\"invalid_client\"}");
        }
        boolean own = client.equals(granted.request().client()) || has(Habit.REFRESHES_FOR_ANY_CLIENT);
        if (!own || has(Habit.TAKES_NO_REFRESH_TOKENS)) {
            return error("invalid_grant");
        }
        String scope = form.getOrDefault("scope", "openid");
        if (!scope.equals("openid") && !has(Habit.REFRESHES_FOR_WHATEVER_IS_ASKED)) {
            return has(Habit.LEAVES_SCOPES_OUT_IN_SILENCE)
                    ? tokens(granted, null, granted.request().since())
                    : error("invalid_scope");
        }
        boolean kept = mutant.has(Freedom.KEEPS_REFRESH_TOKENS) || mutant.has(Freedom.KEEPS_AND_REPEATS_REFRESH_TOKENS);
        if (!has(Habit.TAKES_OLD_REFRESH_TOKENS) && !kept) {
            refreshable.remove(token);
        }
        String subject = has(Habit.REFRESHES_FOR_SOMEBODY_ELSE) ? "somebody-else" : granted.subject();
        long since = granted.request().since() + (has(Habit.SIGNS_IN_AGAIN_BY_REFRESHING) ? 1 : 0);
        HttpAnswer answer = tokens(new Granted(granted.request(), subject, granted.before()), scope, since);
        if (!kept) {
            return answer;
        }
        ObjectNode shown = (ObjectNode) Json.of(answer);
        shown.remove("refresh_token");
        if (mutant.has(Freedom.KEEPS_AND_REPEATS_REFRESH_TOKENS)) {
            shown.put("refresh_token", token);
        }
        return HandMadeIssuer.json(200, shown.toString());
    }

    private boolean isProof(HandMadeIssuer.Request request, @Nullable String verifier) {
        if (verifier == null) {
            return has(Habit.TAKES_NO_VERIFIER);
        }
        String challenge = request.parameters().getOrDefault("code_challenge", "");
        if (has(Habit.TAKES_CHALLENGES_FOR_VERIFIERS) && verifier.equals(challenge)) {
            return true;
        }
        return has(Habit.TAKES_ANY_VERIFIER) || ProofKey.challenge(verifier).equals(challenge);
    }

    static HttpAnswer error(String error) {
        return HandMadeIssuer.json(400, "{\"error\":\"" + error + "\"}");
    }

    private HttpAnswer tokens(Granted granted, @Nullable String scope, long since) {
        HandMadeIssuer.Request request = granted.request();
        String client = request.client().id();
        IssuerMutant.Draft access = HandMadeDrafts.of("at+jwt", granted.subject());
        access.claims
                .put("aud", HandMadeIssuer.ID)
                .put("client_id", client)
                .put("scope", "openid")
                .put("jti", UUID.randomUUID().toString())
                .put("txn", UUID.randomUUID().toString());
        mutant.accessToken.accept(access);
        String accessToken = HandMadeDrafts.sign(access, HandMadeIssuer.KEY);
        boolean refreshed = granted.before() > 0;
        if (!(refreshed && has(Habit.REFRESHES_WITH_ACCESS_TOKENS_THAT_ARE_NOT_TAKEN))) {
            exchange.given(
                    accessToken, new HandMadeExchange.Owner(request.client(), request.user(), granted.subject()));
        }
        IssuerMutant.Draft id = HandMadeDrafts.of("JWT", granted.subject());
        id.claims
                .put("aud", client)
                .put("nonce", request.parameters().getOrDefault("nonce", ""))
                .put("auth_time", since)
                .put("acr", acr(request.parameters().getOrDefault("acr_values", "")))
                .put("at_hash", HandMadeDrafts.halfHash(accessToken))
                .put("edu_role", "learner")
                .put("edu_org", "2111000001")
                .put("edu_stage", "primary");
        if (has(Habit.SAYS_NOT_WHEN_SOMEBODY_SIGNED_IN)) {
            id.claims.remove("auth_time");
        }
        if (!has(Habit.NAMES_SESSIONS_ONLY_WHEN_THEY_END)) {
            id.claims.put("sid", sid(request.session()));
        }
        if (has(Habit.SAYS_NO_CLASS)) {
            id.claims.remove("acr");
        }
        if (has(Habit.TELLS_THE_NAME_OF_THE_ACCOUNT)) {
            id.claims.put("preferred_username", HandMadeIssuer.TERMS.user());
        }
        long issued = id.claims.path("iat").asLong();
        if (refreshed) {
            refresh(id, client, granted.before());
        } else if (!request.parameters().containsKey("max_age")
                && (has(Habit.WRITES_THE_SIGN_IN_ANEW_BY_REFRESHING)
                        || mutant.has(Freedom.SAYS_ONLY_WITH_REFRESHED_TOKENS_WHEN_SOMEBODY_SIGNED_IN))) {
            id.claims.remove("auth_time");
        }
        mutant.idToken.accept(id);
        ObjectNode answer = Json.MAPPER
                .createObjectNode()
                .put("access_token", accessToken)
                .put("token_type", has(Habit.GIVES_TOKENS_OF_ANOTHER_TYPE) ? "mac" : "Bearer");
        if (!(refreshed && mutant.has(Freedom.GIVES_NO_ID_TOKENS_BY_REFRESHING))) {
            answer.put("id_token", HandMadeDrafts.sign(id, HandMadeIssuer.KEY));
        }
        if (!has(Habit.SAYS_NOT_HOW_LONG_TOKENS_ARE_GOOD)) {
            answer.put("expires_in", 600);
        }
        if (scope != null) {
            answer.put("scope", scope);
        }
        String refreshToken = UUID.randomUUID().toString();
        refreshable.put(refreshToken, new Granted(request, granted.subject(), issued));
        answer.put("refresh_token", refreshToken);
        HttpAnswer tokens = HandMadeIssuer.json(200, answer.toString());
        return has(Habit.LETS_TOKENS_BE_STORED) ? tokens : tokens.header("Cache-Control", "no-store");
    }

    /** What is otherwise in an ID token that is not the first one. Its second is over sooner, so that nobody waits for another. */
    private void refresh(IssuerMutant.Draft id, String client, long before) {
        long now = id.claims.path("iat").asLong();
        id.claims.put("iat", has(Habit.REFRESHES_WITH_TOKENS_OF_BEFORE) ? before : Math.max(now, before) + 1);
        id.forged = has(Habit.REFRESHES_WITH_TOKENS_THAT_ANOTHER_SIGNED);
        if (has(Habit.WRITES_THE_SIGN_IN_ANEW_BY_REFRESHING)) {
            id.claims.put("auth_time", now + 30);
        }
        if (has(Habit.NAMES_A_PARTY_BY_REFRESHING)) {
            id.claims.put("azp", client);
        }
        if (mutant.has(Freedom.WRITES_REFRESHED_AUDIENCES_AS_ARRAYS)) {
            id.claims.putArray("aud").add(client);
        }
        if (mutant.has(Freedom.LEAVES_NONCES_OUT_OF_REFRESHED_TOKENS)) {
            id.claims.remove("nonce");
        }
    }

    /** The name of a session, which is not its cookie. */
    private static String sid(String session) {
        return UUID.nameUUIDFromBytes(session.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The word to a client that somebody signed out. */
    String logoutToken(ClientTerms client, String session, String user) {
        IssuerMutant.Draft draft = HandMadeDrafts.of("logout+jwt", subject(mutant, client, user));
        draft.claims
                .put("aud", client.id())
                .put("jti", UUID.randomUUID().toString())
                .put("sid", sid(has(Habit.TELLS_OF_ANOTHER_SESSION) ? "another" : session))
                .putObject("events")
                .putObject("http://schemas.openid.net/event/backchannel-logout");
        mutant.logoutToken.accept(draft);
        return HandMadeDrafts.sign(draft, HandMadeIssuer.KEY);
    }

    /** The class that was asked for, when there is such a one. */
    private String acr(String asked) {
        boolean known = HandMadeIssuer.CLASSES.contains(asked) && !has(Habit.SAYS_ALWAYS_THE_SAME_CLASS);
        return known ? asked : HandMadeIssuer.CLASSES.get(0);
    }

    /** The name of a user in the sector of a client. */
    static String subject(IssuerMutant mutant, ClientTerms client, String user) {
        if (mutant.has(Habit.GIVES_A_NEW_SUBJECT_EACH_TIME)) {
            return UUID.randomUUID().toString();
        }
        String sector = mutant.has(Habit.GIVES_ALL_CLIENTS_ONE_SUBJECT) ? "all" : client.id();
        return UUID.nameUUIDFromBytes((sector + ' ' + user).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
