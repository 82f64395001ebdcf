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
import io.xuemeng.core.requirement.Finding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What an issuer gives for refresh tokens, when it gives any. Each test has one of its own, because it may be good once. */
@ForRole(Role.ISSUER)
final class RefreshTests {

    private static final String MORE = "urn:kit.example:scope:more";
    private static final long UNTIL_THE_NEXT_SECOND_MILLIS = 1100;

    private record Key() {}

    /**
     * What came of refreshing.
     *
     * @param first the sign-in
     * @param question with the refresh token
     * @param answer with other tokens
     */
    private record Refreshed(Issued first, HttpQuestion question, HttpAnswer answer) {

        JsonNode before() {
            return Json.claims(first.token("id_token"));
        }

        /** The ID token; empty when none came, as it may. */
        String idToken() {
            return Json.of(answer).path("id_token").asText("");
        }

        JsonNode after() {
            return Json.claims(idToken());
        }

        boolean isLater() {
            return after().path("iat").asLong() > before().path("iat").asLong();
        }
    }

    private static Refreshed refreshed(Dialogue dialogue, Workspace workspace) {
        return workspace.once(new Key(), () -> {
            Issued first = Issued.by(dialogue, dialogue.client());
            String token = refreshToken(first);
            Refreshed refreshed = refreshed(dialogue, first, token);
            if (refreshed.idToken().isEmpty() || refreshed.isLater()) {
                return refreshed;
            }
            // Both may have come in one second.
            try {
                Thread.sleep(UNTIL_THE_NEXT_SECOND_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw NoAnswerException.of("command.interrupted");
            }
            String next = Json.of(refreshed.answer()).path("refresh_token").asText(token);
            return refreshed(dialogue, first, next);
        });
    }

    private static Refreshed refreshed(Dialogue dialogue, Issued first, String refreshToken) {
        HttpQuestion question = dialogue.refresh(dialogue.client(), refreshToken, Map.of());
        HttpAnswer answer = dialogue.web().ask(question);
        if (answer.status() != 200) {
            throw NoAnswerException.of("issuer.notRefreshed", answer.status());
        }
        return new Refreshed(first, question, answer);
    }

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
                check, isRefused(answer, errors), question, answer, "issuer.expected.error", String.join(", ", errors));
    }

    private static boolean isRefused(HttpAnswer answer, String... errors) {
        return (answer.status() == 400 || answer.status() == 401)
                && List.of(errors).contains(Json.of(answer).path("error").asText(""))
                && !Json.of(answer).has("access_token");
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
        Refreshed refreshed = refreshed(dialogue, workspace);
        JsonNode before = refreshed.before();
        JsonNode after = refreshed.after();
        String token = refreshed.idToken();
        for (String name : List.of("iss", "sub", "azp")) {
            boolean same = token.isEmpty() || after.path(name).equals(before.path(name));
            dialogue.mustSay(
                    check, same, IssuedTests.shown(token), "issuer.expected.unchanged", name, before.path(name));
        }
        dialogue.mustSay(
                check,
                token.isEmpty() || audience(after).equals(audience(before)),
                IssuedTests.shown(token),
                "issuer.expected.unchanged",
                "aud",
                before.path("aud"));
        dialogue.mustSay(
                check,
                !after.has("nonce") || after.path("nonce").equals(before.path("nonce")),
                IssuedTests.shown(token),
                "issuer.expected.unchanged",
                "nonce",
                before.path("nonce"));
        // A first ID token that does not say when somebody signed in came after it at any rate.
        boolean said = before.has("auth_time");
        dialogue.mustSay(
                check,
                !after.has("auth_time")
                        || (said
                                ? after.path("auth_time").equals(before.path("auth_time"))
                                : after.path("auth_time").asLong()
                                        <= before.path("iat").asLong()),
                IssuedTests.shown(token),
                said ? "issuer.expected.unchanged" : "issuer.expected.notLater",
                "auth_time",
                before.path(said ? "auth_time" : "iat"));
    }

    /** The audience, which may be a text or an array (RFC 7519, 4.1.3). */
    private static Set<String> audience(JsonNode claims) {
        JsonNode audience = claims.path("aud");
        return new TreeSet<>(audience.isArray() ? Json.texts(audience) : List.of(audience.asText()));
    }

    @ConformanceTest("ISS-066")
    void givesIdTokensThatClientsTake(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        Refreshed refreshed = refreshed(dialogue, workspace);
        String token = refreshed.idToken();
        List<Finding> findings = token.isEmpty()
                ? List.of()
                : Issued.refreshedFindings(
                        dialogue, dialogue.client(), refreshed.first().signIn().nonce, Json.of(refreshed.answer()));
        dialogue.mustSay(
                check,
                findings.isEmpty(),
                IssuedTests.shown(token),
                "issuer.expected.keeps",
                String.join(", ", Issued.ids(findings).toList()));
        dialogue.mustSay(
                check,
                token.isEmpty() || refreshed.isLater(),
                IssuedTests.shown(token),
                "issuer.expected.later",
                "iat",
                refreshed.before().path("iat"));
    }

    @ConformanceTest("ISS-067")
    void givesAccessTokensThatAreTaken(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        Refreshed refreshed = refreshed(dialogue, workspace);
        String token = Json.of(refreshed.answer()).path("access_token").asText("");
        HttpQuestion question = dialogue.userInfo(token);
        HttpAnswer answer = dialogue.web().ask(question);
        String subject = refreshed.before().path("sub").asText();
        dialogue.must(
                check,
                answer.status() == 200 && Json.of(answer).path("sub").asText().equals(subject),
                question,
                answer,
                "issuer.expected.userInfo",
                subject);
    }

    @ConformanceTest("ISS-062")
    void givesNothingForThatOfAnotherClient(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        ClientTerms second = dialogue.second();
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
        ClientTerms client = dialogue.client();
        String first = refreshToken(Issued.by(dialogue, client));
        HttpQuestion question = dialogue.refresh(client, first, Map.of());
        HttpAnswer answer = dialogue.web().ask(question);
        if (answer.status() != 200) {
            throw NoAnswerException.of("issuer.notRefreshed", answer.status());
        }
        boolean other = !Json.of(answer).path("refresh_token").asText(first).equals(first);
        HttpQuestion again = dialogue.refresh(client, first, Map.of());
        if (client.secret() == null && client.key() == null) {
            // Nothing binds it to this client, so that whoever finds it may use it, once at most (RFC 9700, 2.2.2).
            dialogue.must(check, other, question, answer, "issuer.expected.rotated");
            refuses(dialogue, check, again, "invalid_grant");
            return;
        }
        HttpAnswer second = dialogue.web().ask(again);
        if (other) {
            dialogue.should(
                    check, isRefused(second, "invalid_grant"), again, second, "issuer.expected.error", "invalid_grant");
        } else {
            dialogue.must(check, second.status() == 200, again, second, "issuer.expected.refreshed");
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
