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
import java.util.List;
import java.util.Map;

/** What an issuer gives for refresh tokens, when it gives any. Each test has one of its own, because it may be good once. */
@ForRole(Role.ISSUER)
final class RefreshTests {

    private static final String MORE = "urn:kit.example:scope:more";

    private static String refreshToken(Issued issued) {
        String token = issued.token("refresh_token");
        if (token.isEmpty()) {
            throw NoAnswerException.of("issuer.noRefreshToken");
        }
        return token;
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

    @ConformanceTest("ISS-060")
    void givesNewTokens(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        Issued issued = Issued.by(dialogue, dialogue.client());
        HttpQuestion question = dialogue.refresh(dialogue.client(), refreshToken(issued), Map.of());
        HttpAnswer answer = dialogue.web().ask(question);
        JsonNode tokens = Json.of(answer);
        String access = tokens.path("access_token").asText("");
        dialogue.must(
                check,
                answer.status() == 200
                        && !access.isEmpty()
                        && tokens.path("token_type").asText("").equalsIgnoreCase("Bearer"),
                question,
                answer,
                "issuer.expected.refreshed");
    }

    @ConformanceTest("ISS-061")
    void saysTheSameOfThePerson(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        Issued issued = Issued.by(dialogue, dialogue.client());
        HttpAnswer answer = dialogue.web().ask(dialogue.refresh(dialogue.client(), refreshToken(issued), Map.of()));
        JsonNode before = Json.claims(issued.token("id_token"));
        String token = Json.of(answer).path("id_token").asText("");
        JsonNode after = Json.claims(token);
        for (String name : List.of("iss", "sub", "aud")) {
            boolean same = token.isEmpty() || after.path(name).equals(before.path(name));
            dialogue.mustSay(
                    check, same, IssuedTests.shown(token), "issuer.expected.unchanged", name, before.path(name));
        }
        for (String name : List.of("auth_time", "nonce", "azp")) {
            boolean same = !after.has(name) || after.path(name).equals(before.path(name));
            dialogue.mustSay(
                    check, same, IssuedTests.shown(token), "issuer.expected.unchanged", name, before.path(name));
        }
    }

    @ConformanceTest("ISS-062")
    void givesNothingForThatOfAnotherClient(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        ClientTerms second = issuer.terms().second();
        if (second == null) {
            throw NoAnswerException.of("issuer.noSecond");
        }
        Issued issued = Issued.by(dialogue, dialogue.client());
        refuses(dialogue, check, dialogue.refresh(second, refreshToken(issued), Map.of()), "invalid_grant");
    }

    @ConformanceTest("ISS-063")
    void givesNoMoreThanWasGranted(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        Issued issued = Issued.by(dialogue, dialogue.client());
        String scope = issuer.terms().scope() + ' ' + MORE;
        HttpQuestion question = dialogue.refresh(dialogue.client(), refreshToken(issued), Map.of("scope", scope));
        HttpAnswer answer = dialogue.web().ask(question);
        JsonNode tokens = Json.of(answer);
        boolean refused =
                answer.status() == 400 && tokens.path("error").asText("").equals("invalid_scope");
        List<String> granted = List.of(tokens.path("scope").asText("").split(" "));
        // What is left out has to be said, or the client takes it for granted (RFC 6749, 3.3).
        boolean less = answer.status() == 200 && tokens.has("scope") && !granted.contains(MORE);
        dialogue.must(check, refused || less, question, answer, "issuer.expected.lessScope", MORE);
    }

    @ConformanceTest("ISS-064")
    void takesNoneInWhosePlaceAnotherCame(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        String first = refreshToken(Issued.by(dialogue, dialogue.client()));
        HttpAnswer answer = dialogue.web().ask(dialogue.refresh(dialogue.client(), first, Map.of()));
        String next = Json.of(answer).path("refresh_token").asText(first);
        HttpQuestion question = dialogue.refresh(dialogue.client(), first, Map.of());
        if (next.equals(first)) {
            HttpAnswer again = dialogue.web().ask(question);
            dialogue.must(check, again.status() == answer.status(), question, again, "issuer.expected.refreshed");
        } else {
            refuses(dialogue, check, question, "invalid_grant");
        }
    }

    @ConformanceTest("ISS-065")
    void givesNothingForOneThatItNeverGave(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        refuses(
                dialogue,
                check,
                dialogue.refresh(dialogue.client(), "tGzv3JOkF0XG5Qx2TlKWIA", Map.of()),
                "invalid_grant");
    }
}
