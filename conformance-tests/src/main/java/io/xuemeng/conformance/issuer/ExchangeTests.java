package io.xuemeng.conformance.issuer;

import com.fasterxml.jackson.databind.JsonNode;
import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.conformance.junit.Check;
import io.xuemeng.conformance.junit.ConformanceTest;
import io.xuemeng.conformance.junit.ForRole;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.identity.session.TokenExchange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an issuer exchanges a token about a person in one sector for one in another (RFC 8693). */
@ForRole(Role.ISSUER)
final class ExchangeTests {

    private static final String TYPES = "urn:ietf:params:oauth:token-type:";
    private static final String UNKNOWN_TYPE = "urn:kit.example:token-type:unknown";
    private static final String ID_TOKEN = "an ID token as subject_token";

    /** What breaks the form of a request; a value {@code =} is the subject token. */
    private static final Map<String, Map<String, String>> FORMS = inOrder(
            Map.entry("no subject_token", Map.of("subject_token", "")),
            Map.entry("no subject_token_type", Map.of("subject_token_type", "")),
            Map.entry("actor_token without actor_token_type", Map.of("actor_token", "=")),
            Map.entry(
                    "actor_token_type without actor_token",
                    Map.of("actor_token_type", TokenExchange.ACCESS_TOKEN_TYPE)));

    /** Types that an access token has not, and one that nobody issues. */
    private static final Map<String, Map<String, String>> WRONG_TYPES = inOrder(
            subjectTokenType(TYPES + "refresh_token"),
            subjectTokenType(TYPES + "id_token"),
            subjectTokenType(TYPES + "saml2"),
            subjectTokenType(UNKNOWN_TYPE),
            Map.entry("requested_token_type=" + UNKNOWN_TYPE, Map.of("requested_token_type", UNKNOWN_TYPE)));

    /** What is no error about the person, but would be the answer to a request that the kit got wrong. */
    private static final List<String> OTHER_ERRORS =
            List.of("invalid_client", "unauthorized_client", "unsupported_grant_type", "invalid_scope");

    private record Key() {}

    /**
     * A good exchange.
     *
     * @param issued what the user's sign-in gave
     */
    private record Exchanged(Issued issued, HttpQuestion question, HttpAnswer answer) {

        String subjectToken() {
            return issued.token("access_token");
        }

        String token() {
            return Json.of(answer).path("access_token").asText("");
        }
    }

    @SafeVarargs
    private static Map<String, Map<String, String>> inOrder(Map.Entry<String, Map<String, String>>... cases) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        for (Map.Entry<String, Map<String, String>> one : cases) {
            all.put(one.getKey(), one.getValue());
        }
        return all;
    }

    private static Map.Entry<String, Map<String, String>> subjectTokenType(String type) {
        return Map.entry("subject_token_type=" + type, Map.of("subject_token_type", type));
    }

    /** What is tried under a requirement. */
    static List<String> cases(String id) {
        return switch (id) {
            case "TOK-090" ->
                with(FORMS, "subject_token twice, the wrong one first and last", "subject_token_type twice");
            case "TOK-091" -> with(WRONG_TYPES, ID_TOKEN);
            case "TOK-092" -> List.copyOf(ForgedTokens.LABELS);
            default -> List.of();
        };
    }

    private static List<String> with(Map<String, Map<String, String>> cases, String... more) {
        List<String> all = new ArrayList<>(cases.keySet());
        all.addAll(List.of(more));
        return all;
    }

    private static ExchangeTerms terms(Dialogue dialogue) {
        ExchangeTerms terms = dialogue.target().terms().exchange();
        if (terms == null) {
            throw NoAnswerException.of("issuer.noExchange", "exchange");
        }
        return terms;
    }

    private static HttpQuestion request(Dialogue dialogue, String subjectToken, Map<String, String> changes) {
        return dialogue.translation(
                dialogue.client(), subjectToken, terms(dialogue).audience(), changes);
    }

    private static Exchanged exchanged(Dialogue dialogue, Workspace workspace) {
        return workspace.once(new Key(), () -> {
            Issued issued = Issued.by(dialogue, dialogue.client());
            HttpQuestion question = request(dialogue, issued.token("access_token"), Map.of());
            return new Exchanged(issued, question, dialogue.web().ask(question));
        });
    }

    /** A good exchange that was granted: where none is, no refusal shows anything. */
    private static Exchanged granted(Dialogue dialogue, Workspace workspace) {
        Exchanged good = exchanged(dialogue, workspace);
        if (good.answer().status() != 200 || good.token().isEmpty()) {
            throw NoAnswerException.of(
                    "issuer.notExchanged",
                    good.answer().status(),
                    Json.of(good.answer()).path("error").asText(""));
        }
        return good;
    }

    private static void refuses(Dialogue dialogue, Check check, HttpQuestion question, String... errors) {
        HttpAnswer answer = dialogue.web().ask(question);
        dialogue.must(
                check,
                (answer.status() == 400 || answer.status() == 401)
                        && List.of(errors)
                                .contains(Json.of(answer).path("error").asText(""))
                        && !Json.of(answer).has("access_token"),
                question,
                answer,
                "issuer.expected.error",
                String.join(", ", errors));
    }

    @ConformanceTest("ISS-080")
    void exchangesTokens(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        Exchanged good = exchanged(dialogue, workspace);
        JsonNode tokens = Json.of(good.answer());
        String type = tokens.path("token_type").asText("");
        boolean json = good.answer()
                .header("Content-Type")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .startsWith("application/json");
        boolean access = type.equalsIgnoreCase("Bearer") || type.equalsIgnoreCase("DPoP");
        boolean named = tokens.path("issued_token_type").asText("").equals(TokenExchange.ACCESS_TOKEN_TYPE);
        dialogue.must(
                check,
                good.answer().status() == 200 && json && !good.token().isEmpty() && access && named,
                good.question(),
                good.answer(),
                "issuer.expected.exchanged",
                TokenExchange.ACCESS_TOKEN_TYPE);
        boolean stored = !good.answer()
                .header("Cache-Control")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .contains("no-store");
        dialogue.must(
                check,
                good.answer().status() != 200 || !stored,
                good.question(),
                good.answer(),
                "issuer.expected.noStore");
    }

    @ConformanceTest("ISS-081")
    void exchangesNothingForWhoeverDoesNotProveWhoItIs(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        ClientTerms client = dialogue.client();
        String token = granted(dialogue, workspace).subjectToken();
        HttpQuestion wrong;
        if (client.secret() != null) {
            wrong = request(dialogue, token, Map.of()).header("Authorization", Dialogue.basic(client.id(), "wrong"));
        } else if (client.key() != null) {
            wrong = request(dialogue, token, Map.of("client_assertion", "e30.e30.AA"));
        } else {
            wrong = request(dialogue, token, Map.of("client_id", "somebody-else"));
        }
        refuses(dialogue, check, wrong, "invalid_client", "unauthorized_client", "invalid_request");
        if (client.secret() != null || client.key() != null) {
            ClientTerms unproven = new ClientTerms(client.id(), client.redirectUri(), null, null);
            HttpQuestion silent =
                    dialogue.translation(unproven, token, terms(dialogue).audience(), Map.of());
            refuses(dialogue, check, silent, "invalid_client", "unauthorized_client", "invalid_request");
        }
    }

    @ConformanceTest("ISS-082")
    void tellsTheSubjectOfTheOtherSector(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        Exchanged good = granted(dialogue, workspace);
        String own = Json.claims(good.subjectToken()).path("sub").asText("");
        String told = Json.claims(good.token()).path("sub").asText("");
        dialogue.mustSay(
                check,
                !told.isEmpty() && !told.equals(own),
                IssuedTests.shown(good.token()),
                "issuer.expected.other",
                own);
        @Nullable ClientTerms second = issuer.terms().second();
        if (second != null && second.id().equals(terms(dialogue).audience())) {
            JsonNode there =
                    Json.claims(dialogue.issued(second).token("access_token")).path("sub");
            dialogue.mustSay(
                    check,
                    there.asText("").equals(told),
                    IssuedTests.shown(good.token()),
                    "issuer.expected.sectorSubject",
                    second.id(),
                    there);
        }
    }

    @ConformanceTest("ISS-083")
    void exchangesNoTokenOfAnotherClient(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        ClientTerms second = dialogue.second();
        granted(dialogue, workspace);
        String token = dialogue.issued(second).token("access_token");
        refuses(dialogue, check, request(dialogue, token, Map.of()), "invalid_request");
    }

    @ConformanceTest("TOK-090")
    void refusesRequestsThatAreIncompleteOrAmbiguous(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        String token = granted(dialogue, workspace).subjectToken();
        for (Map<String, String> form : FORMS.values()) {
            Map<String, String> changes = new LinkedHashMap<>(form);
            changes.replaceAll((name, value) -> value.equals("=") ? token : value);
            refuses(dialogue, check, request(dialogue, token, changes), "invalid_request");
        }
        for (boolean first : new boolean[] {true, false}) {
            String wrong = "subject_token=" + ForgedTokens.MADE_UP;
            refuses(dialogue, check, twice(request(dialogue, token, Map.of()), wrong, first), "invalid_request");
        }
        String again = "subject_token_type=" + Web.encoded(TokenExchange.ACCESS_TOKEN_TYPE);
        refuses(dialogue, check, twice(request(dialogue, token, Map.of()), again, false), "invalid_request");
    }

    private static HttpQuestion twice(HttpQuestion good, String field, boolean first) {
        String form = new String(good.body(), StandardCharsets.UTF_8);
        return good.body(first ? field + '&' + form : form + '&' + field);
    }

    @ConformanceTest("TOK-091")
    void refusesTokensOfAnotherType(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        Exchanged good = granted(dialogue, workspace);
        for (Map<String, String> changes : WRONG_TYPES.values()) {
            refuses(dialogue, check, request(dialogue, good.subjectToken(), changes), "invalid_request");
        }
        String idToken = good.issued().token("id_token");
        refuses(dialogue, check, request(dialogue, idToken, Map.of()), "invalid_request");
    }

    @ConformanceTest("TOK-092")
    void refusesTokensThatItNeverGave(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        Issued issued = granted(dialogue, workspace).issued();
        for (String forged : ForgedTokens.of(issuer.terms(), issued)) {
            refuses(dialogue, check, request(dialogue, forged, Map.of()), "invalid_request");
        }
    }

    /** Expects that nothing is told of somebody whose token is good. */
    private static void tellsNothing(Dialogue dialogue, Check check, TestUser user) {
        Issued issued = Issued.by(dialogue, dialogue.client(), user);
        HttpQuestion question = request(dialogue, issued.token("access_token"), Map.of());
        HttpAnswer answer = dialogue.web().ask(question);
        String error = Json.of(answer).path("error").asText("");
        dialogue.must(
                check,
                (answer.status() == 400 || answer.status() == 403)
                        && !error.isEmpty()
                        && !OTHER_ERRORS.contains(error)
                        && !Json.of(answer).has("access_token"),
                question,
                answer,
                "issuer.expected.notTold",
                user.name());
    }

    @ConformanceTest("TOK-093")
    void tellsNothingOfWhoeverDidNotConsent(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        granted(dialogue, workspace);
        tellsNothing(dialogue, check, terms(dialogue).withoutConsent());
    }

    @ConformanceTest("TOK-094")
    void tellsNothingOfAChildWithoutAGuardiansConsent(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        TestUser minor = terms(dialogue).minor();
        if (minor == null) {
            throw NoAnswerException.of("issuer.noExchange", "exchange.minor-without-guardian");
        }
        granted(dialogue, workspace);
        tellsNothing(dialogue, check, minor);
    }

    @ConformanceTest("TOK-096")
    void exchangesNoRevokedToken(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        granted(dialogue, workspace);
        String token = Issued.by(dialogue, dialogue.client()).token("access_token");
        HttpQuestion question = dialogue.revocation(dialogue.client(), token);
        HttpAnswer answer = dialogue.web().ask(question);
        dialogue.must(check, answer.status() == 200, question, answer, "issuer.expected.revoked");
        refuses(dialogue, check, request(dialogue, token, Map.of()), "invalid_request");
    }
}
