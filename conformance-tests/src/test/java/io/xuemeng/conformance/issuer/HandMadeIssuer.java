package io.xuemeng.conformance.issuer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.conformance.host.Host;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpPlatform;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.jose.Jwk;
import io.xuemeng.core.jose.JwkSet;
import io.xuemeng.identity.session.TokenExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A small issuer in this process, made by hand: right, but for what a mutant does wrong. */
final class HandMadeIssuer implements HttpPlatform {

    static final String ID = "https://issuer.kit.example";
    static final ClientTerms KIT = new ClientTerms(
            "https://kit.example", "https://kit.example/callback", null, SigningKey.generate(KeyType.P_256));
    static final ClientTerms SECOND = new ClientTerms("kit2", "https://second.example/callback", "s3cret2", null);
    static final ClientTerms PUBLIC = new ClientTerms("kit3", "https://third.example/callback", null, null);
    private static final List<ClientTerms> PLAIN = List.of(SECOND, PUBLIC);
    static final TestUser MINOR = new TestUser("xiaoming", "battery staple");
    private static final TestUser WITHOUT_CONSENT = new TestUser("wangwei", "quiet lantern");
    private static final TestUser USER = new TestUser("lihua", "correct horse");
    private static final ExchangeTerms EXCHANGE = new ExchangeTerms(SECOND.id(), WITHOUT_CONSENT, MINOR);
    static final IssuerTerms TERMS = new IssuerTerms(ID, KIT, SECOND, USER.name(), USER.password(), "openid", EXCHANGE);
    private static final List<TestUser> USERS = List.of(USER, WITHOUT_CONSENT, MINOR);

    static final SigningKey KEY = SigningKey.generate(KeyType.P_256);
    private static final SigningKey SM2 = SigningKey.generate(KeyType.SM2);
    private static final SigningKey FEDERATION = SigningKey.generate(KeyType.P_256);

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static final List<String> CLASSES = List.of("urn:kit.example:acr:1", "urn:kit.example:acr:2");

    private static final Set<String> KNOWN = Set.of(
            "response_type",
            "client_id",
            "redirect_uri",
            "scope",
            "state",
            "nonce",
            "code_challenge",
            "code_challenge_method",
            "prompt",
            "max_age",
            "acr_values",
            "request",
            "iss",
            "sub",
            "aud",
            "jti",
            "iat",
            "exp");

    /**
     * A request to sign somebody in.
     *
     * @param since when somebody did, in seconds; 0 while nobody has
     * @param session in which
     * @param user who; empty while nobody did
     */
    record Request(ClientTerms client, Map<String, String> parameters, long since, String session, String user) {}

    /** Who signed in, and when, in seconds. */
    private record Session(String user, long since) {}

    /** For all of them, until the tests end. */
    private static final Host INBOXES = Host.at("127.0.0.1", 0, null);

    private final IssuerMutant mutant;
    private final Map<String, Request> waiting = new ConcurrentHashMap<>();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final LogoutTerms logout =
            new LogoutTerms("https://kit.example/signed-out", LogoutInbox.on(INBOXES, "/logout/" + UUID.randomUUID()));
    private final HandMadeRequests requests;
    private final HandMadeTokens tokens;

    HandMadeIssuer(IssuerMutant mutant) {
        this.mutant = mutant;
        this.requests = new HandMadeRequests(mutant);
        this.tokens = new HandMadeTokens(mutant, requests);
    }

    /** It, and what the kit is told of it. */
    IssuerTarget target() {
        ClientTerms kit = new ClientTerms(KIT.id(), KIT.redirectUri(), null, KIT.key(), logout);
        return new IssuerTarget(
                this, new IssuerTerms(ID, kit, SECOND, TERMS.user(), TERMS.password(), "openid", EXCHANGE));
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
            case "/authorize" -> authorize(question, question.method().equals("POST") ? form : query);
            case "/login" -> login(form);
            case "/token" -> tokens.answer(question);
            case "/revoke" -> tokens.revocation(question, form);
            case "/userinfo" -> userInfo(question);
            case "/signout" -> signOut(question, query);
            default -> json(404, "{}");
        };
    }

    private static HttpAnswer answer(int status, String type, String body) {
        return new HttpAnswer(status, Map.of("Content-Type", List.of(type)), body.getBytes(StandardCharsets.UTF_8));
    }

    static HttpAnswer json(int status, String body) {
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
                .put("revocation_endpoint", ID + "/revoke")
                .put("end_session_endpoint", ID + "/signout")
                .put("backchannel_logout_supported", true)
                .put("backchannel_logout_session_supported", true)
                .put("jwks_uri", ID + "/jwks")
                .put("sm2_jwks_uri", ID + "/jwks/sm2")
                .put("authorization_response_iss_parameter_supported", true);
        document.putArray("response_types_supported").add("code");
        document.putArray("grant_types_supported")
                .add("authorization_code")
                .add("refresh_token")
                .add(TokenExchange.GRANT_TYPE);
        document.putArray("subject_types_supported").add("pairwise");
        document.putArray("id_token_signing_alg_values_supported").add("ES256");
        document.putArray("code_challenge_methods_supported").add("S256");
        CLASSES.forEach(document.putArray("acr_values_supported")::add);
        return document;
    }

    private HttpAnswer authorize(HttpQuestion question, Map<String, String> outside) {
        if (question.method().equals("POST") && has(Habit.TAKES_REQUESTS_BY_GET_ONLY)) {
            return page(405, "<p>That is not done here.</p>");
        }
        ClientTerms client = PLAIN.stream()
                .filter(plain -> plain.id().equals(outside.get("client_id")))
                .findFirst()
                .orElse(KIT);
        Map<String, String> query =
                client.key() == null ? outside : requests.read(outside.getOrDefault("request", ""), client, false);
        if (query.isEmpty()) {
            return page(400, "<p>That is no good request.</p>");
        }
        if (!isAddress(query.getOrDefault("redirect_uri", ""), client.redirectUri())) {
            return page(400, "<p>That is no address of the client's.</p>");
        }
        Request request = new Request(client, query, 0, "", "");
        String type = query.getOrDefault("response_type", "");
        if (!type.equals("code") && has(Habit.GIVES_TOKENS_THROUGH_THE_BROWSER)) {
            return back(request, Map.of("access_token", "a", "token_type", "Bearer"));
        }
        if (!type.equals("code") && !has(Habit.IGNORES_THE_RESPONSE_TYPE)) {
            return back(request, Map.of("error", "unsupported_response_type"));
        }
        return isAllowed(query) ? goOn(question, request) : back(request, Map.of("error", "invalid_request"));
    }

    private boolean isAddress(String asked, String own) {
        if (has(Habit.SENDS_PEOPLE_TO_WHAT_BEGINS_LIKE_THE_CLIENTS_ADDRESS)) {
            return asked.startsWith(own);
        }
        if (has(Habit.COMPARES_ADDRESSES_WITHOUT_CASE)) {
            return asked.equalsIgnoreCase(own);
        }
        if (has(Habit.DROPS_THE_LAST_SLASH_OF_ADDRESSES)) {
            return asked.equals(own) || asked.equals(own + '/');
        }
        if (has(Habit.IGNORES_THE_PORT_OF_ADDRESSES)) {
            return asked.replaceFirst("(?<=[a-z]):\\d+", "").equals(own);
        }
        return asked.equals(own) || has(Habit.SENDS_PEOPLE_ANYWHERE);
    }

    private boolean isAllowed(Map<String, String> query) {
        String method = query.getOrDefault("code_challenge_method", "plain");
        boolean known = method.equals("S256")
                || (method.equals("plain") && has(Habit.TAKES_PLAIN_PROOF_KEYS))
                || (!method.equals("plain") && has(Habit.TAKES_ANY_TRANSFORMATION));
        boolean proof = query.containsKey("code_challenge") ? known : has(Habit.NEEDS_NO_PROOF_KEY);
        boolean unknown = has(Habit.REFUSES_WHAT_IT_DOES_NOT_KNOW) && !KNOWN.containsAll(query.keySet());
        boolean foreign = has(Habit.REFUSES_CLASSES_THAT_IT_DOES_NOT_HAVE)
                && query.containsKey("acr_values")
                && !CLASSES.contains(query.get("acr_values"));
        return proof && !unknown && !foreign;
    }

    /** Sends whoever is signed in on, and asks everybody else. */
    private HttpAnswer goOn(HttpQuestion question, Request request) {
        List<String> prompt =
                List.of(request.parameters().getOrDefault("prompt", "").split(" "));
        boolean none = prompt.contains("none")
                && !has(Habit.IGNORES_THE_PROMPT)
                && !(prompt.size() > 1 && has(Habit.ASKS_ALTHOUGH_NOBODY_IS_TO_BE_ASKED));
        if (none && prompt.size() > 1) {
            return back(request, Map.of("error", "invalid_request"));
        }
        String cookie = session(question);
        Session session = sessions.get(cookie);
        boolean again = prompt.contains("login") && !has(Habit.KEEPS_PEOPLE_SIGNED_IN_WHATEVER_IS_ASKED);
        boolean unasked = !none
                || !(has(Habit.KEEPS_SESSIONS_AND_LETS_NOBODY_IN_UNASKED)
                        || mutant.has(Freedom.LETS_NOBODY_IN_UNASKED));
        if (session != null && !again && unasked && isYoung(request, session.since())) {
            return signedIn(request, session, cookie);
        }
        if (none) {
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

    private boolean isYoung(Request request, long since) {
        String age = request.parameters().get("max_age");
        return age == null
                || has(Habit.IGNORES_THE_AGE)
                || Instant.now().getEpochSecond() - since < Long.parseLong(age);
    }

    private static String session(HttpQuestion question) {
        return question.header("Cookie").orElse("").replace("session=", "");
    }

    private HttpAnswer signedIn(Request request, Session session, String cookie) {
        String code = tokens.code(
                new Request(request.client(), request.parameters(), session.since(), cookie, session.user()));
        return back(request, Map.of("code", code));
    }

    private HttpAnswer login(Map<String, String> form) {
        Request request = waiting.get(form.getOrDefault("request", ""));
        TestUser typed = new TestUser(form.getOrDefault("account", ""), form.getOrDefault("word", ""));
        boolean known = USERS.stream()
                .anyMatch(user -> user.equals(typed)
                        || (has(Habit.TAKES_ANY_PASSWORD) && user.name().equals(typed.name())));
        if (request == null || !known || !form.getOrDefault("action", "").equals("go & on")) {
            return page(401, "<p>No.</p><form action=\"/login\"><input type=\"password\" name=\"word\"></form>");
        }
        Session session = new Session(typed.name(), Instant.now().getEpochSecond());
        String cookie = UUID.randomUUID().toString();
        sessions.put(cookie, session);
        return signedIn(request, session, cookie).header("Set-Cookie", "session=" + cookie);
    }

    private HttpAnswer back(Request request, Map<String, String> answer) {
        Map<String, String> parameters = new LinkedHashMap<>(answer);
        String state = request.parameters().get("state");
        boolean error = answer.containsKey("error");
        if (state != null && !has(Habit.LOSES_THE_STATE) && !(error && has(Habit.LOSES_THE_STATE_OF_ERRORS))) {
            parameters.put(
                    "state",
                    has(Habit.DECODES_THE_STATE_TWICE)
                            ? Web.query("a=" + state.replace("&", "%26")).get("a")
                            : state);
        }
        if (!has(Habit.PROMISES_TO_NAME_ITSELF_AND_DOES_NOT) && !(error && has(Habit.NAMES_ITSELF_WITH_CODES_ONLY))) {
            parameters.put("iss", has(Habit.NAMES_ANOTHER_ISSUER_IN_ANSWERS) ? "https://other.kit.example" : ID);
        }
        String address = request.parameters().getOrDefault("redirect_uri", "");
        return page(302, "")
                .header("Location", address + (address.contains("?") ? '&' : '?') + Web.encoded(parameters));
    }

    private HttpAnswer signOut(HttpQuestion question, Map<String, String> query) throws IOException {
        String session = session(question);
        Session ended = sessions.get(session);
        if (!has(Habit.KEEPS_SESSIONS_OF_WHOEVER_SIGNED_OUT) && !has(Habit.KEEPS_SESSIONS_AND_LETS_NOBODY_IN_UNASKED)) {
            sessions.remove(session);
        }
        String inbox = Objects.requireNonNull(logout.inbox()).address();
        if (mutant.has(Freedom.TELLS_OF_ANOTHER_SESSION_FIRST)) {
            tell(tokens.logoutToken(KIT, "another", TERMS.user()), inbox);
        }
        if (!has(Habit.TELLS_NOBODY_WHO_SIGNED_OUT)) {
            tell(tokens.logoutToken(KIT, session, ended == null ? TERMS.user() : ended.user()), inbox);
        }
        String returnTo = query.getOrDefault("post_logout_redirect_uri", "");
        boolean own = returnTo.equals(logout.returnTo()) || has(Habit.SENDS_WHOEVER_SIGNED_OUT_ANYWHERE);
        if (!own && mutant.has(Freedom.SENDS_WHOEVER_SIGNED_OUT_TO_ITS_PORTAL)) {
            return page(302, "").header("Location", "https://portal.kit.example/");
        }
        if (!own || has(Habit.KEEPS_WHOEVER_SIGNED_OUT)) {
            return page(200, "<p>Good bye.</p>");
        }
        String state = has(Habit.FORGETS_THE_STATE_OF_SIGNING_OUT) ? "" : query.getOrDefault("state", "");
        return page(302, "").header("Location", returnTo + '?' + Web.encoded(Map.of("state", state)));
    }

    private void tell(String logoutToken, String address) throws IOException {
        boolean json = has(Habit.TELLS_IN_JSON_WHO_SIGNED_OUT);
        HttpRequest notice = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", json ? "application/json" : "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        json ? "{\"logout_token\":\"" + logoutToken + "\"}" : "logout_token=" + logoutToken))
                .build();
        try {
            HTTP.send(notice, HttpResponse.BodyHandlers.discarding());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private HttpAnswer userInfo(HttpQuestion question) {
        if (question.method().equals("POST") && has(Habit.ANSWERS_USERINFO_BY_GET_ONLY)) {
            return json(405, "{}");
        }
        String subject = question.header("Authorization")
                .filter(value -> value.startsWith("Bearer "))
                .map(value -> tokens.subjectOf(value.substring(7)))
                .orElse(has(Habit.TELLS_ANYBODY_WHO_IT_WAS) ? "somebody" : null);
        if (subject == null) {
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
        IssuerMutant.Draft draft = HandMadeDrafts.of("entity-statement+jwt", ID);
        draft.header.put("kid", HandMadeDrafts.keyId(FEDERATION));
        draft.claims.putArray("authority_hints").add("https://hub.kit.example");
        draft.claims.set("jwks", Json.of(set(FEDERATION)));
        ObjectNode provider = provider();
        provider.set("jwks", Json.of(set(KEY)));
        draft.claims.putObject("metadata").set("openid_provider", provider);
        mutant.statement.accept(draft);
        return HandMadeDrafts.sign(draft, FEDERATION);
    }
}
