package io.xuemeng.conformance.issuer;

import com.fasterxml.jackson.databind.JsonNode;
import io.xuemeng.conformance.audit.AuditEntry;
import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.conformance.junit.Check;
import io.xuemeng.conformance.junit.ConformanceTemplate;
import io.xuemeng.conformance.junit.ConformanceTest;
import io.xuemeng.conformance.junit.ForRole;
import io.xuemeng.conformance.role.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** What an issuer says of somebody who signed in. */
@ForRole(Role.ISSUER)
final class IssuedTests {

    /** Issues ID tokens that do not break the requirement. */
    @ConformanceTemplate
    void issuesIdTokensThatKeepIt(IssuerTarget issuer, AuditEntry entry, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        Issued issued = dialogue.issued();
        dialogue.mustSay(
                check,
                Issued.ids(issued.idToken()).noneMatch(entry.id()::equals),
                shown(issued.token("id_token")),
                "issuer.expected.keeps",
                entry.id());
    }

    /** Issues access tokens that do not break the requirement. */
    @ConformanceTemplate
    void issuesAccessTokensThatKeepIt(IssuerTarget issuer, AuditEntry entry, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        Issued issued = dialogue.issued();
        dialogue.mustSay(
                check,
                Issued.ids(issued.accessToken()).noneMatch(entry.id()::equals),
                shown(issued.token("access_token")),
                "issuer.expected.keeps",
                entry.id());
    }

    /** Header and claims of a token, without its signature. */
    static String shown(String token) {
        StringBuilder text = new StringBuilder();
        String[] parts = token.split("\\.", -1);
        for (int i = 0; i < Math.min(2, parts.length); i++) {
            try {
                text.append(new String(Base64.getUrlDecoder().decode(parts[i]), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                text.append(parts[i]);
            }
        }
        return text.isEmpty() ? "-" : text.toString();
    }

    @ConformanceTest("ISS-010")
    void givesBackTheState(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        UserSignIn plain = dialogue.issued().signIn();
        expectState(dialogue, check, plain, plain.state);
        String unusual = "a b&c=d+学/?%2F";
        expectState(dialogue, check, UserSignIn.run(dialogue, dialogue.client(), Map.of("state", unusual)), unusual);
    }

    private static void expectState(Dialogue dialogue, Check check, UserSignIn signIn, String state) {
        dialogue.must(
                check,
                signIn.parameters()
                        .map(found -> state.equals(found.get("state")))
                        .orElse(false),
                signIn.question,
                signIn.answer,
                "issuer.expected.state",
                state);
    }

    @ConformanceTest("ISS-011")
    void namesItselfInAnswers(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        expectName(dialogue, check, dialogue.issued().signIn());
    }

    private static void expectName(Dialogue dialogue, Check check, UserSignIn signIn) {
        String issuer = dialogue.target().terms().issuer();
        String named = signIn.parameters().map(found -> found.get("iss")).orElse(null);
        boolean says = dialogue.metadata()
                .path("authorization_response_iss_parameter_supported")
                .asBoolean(false);
        dialogue.must(
                check,
                named == null ? !says : named.equals(issuer),
                signIn.question,
                signIn.answer,
                "issuer.expected.iss",
                issuer);
    }

    @ConformanceTest("ISS-019")
    void tellsErrorsWithTheStateAndItsName(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        UserSignIn signIn = UserSignIn.run(dialogue, dialogue.client(), Map.of("prompt", "none"));
        expectState(dialogue, check, signIn, signIn.state);
        expectName(dialogue, check, signIn);
    }

    @ConformanceTest("ISS-012")
    void answersWithTokens(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        Issued issued = dialogue.issued();
        JsonNode tokens = issued.tokens();
        boolean good = issued.answer().status() == 200
                && issued.answer().mediaType().equals("application/json")
                && !issued.token("access_token").isEmpty()
                && issued.token("id_token").split("\\.").length == 3
                && issued.token("token_type").equalsIgnoreCase("Bearer")
                && tokens.path("expires_in").canConvertToInt()
                && tokens.path("expires_in").asInt() > 0;
        dialogue.must(check, good, issued.question(), issued.answer(), "issuer.expected.tokens");
    }

    @ConformanceTest("ISS-013")
    void forbidsToStoreTokens(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        Issued issued = dialogue.issued();
        String control = issued.answer().header("Cache-Control").orElse("");
        dialogue.must(
                check, control.contains("no-store"), issued.question(), issued.answer(), "issuer.expected.noStore");
    }

    @ConformanceTest("ISS-014")
    void issuesForTheClientOnly(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        JsonNode aud = Json.claims(dialogue.issued().token("id_token")).path("aud");
        String client = dialogue.client().id();
        boolean only = aud.isArray()
                ? aud.size() == 1 && aud.path(0).asText().equals(client)
                : aud.asText().equals(client);
        dialogue.mustSay(check, only, shown(dialogue.issued().token("id_token")), "issuer.expected.aud", client);
    }

    @ConformanceTest("ISS-015")
    void saysInWhatRoleSomebodyIsThere(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        String token = dialogue.issued().token("id_token");
        dialogue.mustSay(check, Json.claims(token).has("edu_role"), shown(token), "issuer.expected.member", "edu_role");
    }

    @ConformanceTest("ISS-016")
    void keepsTheNameOfTheAccount(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        Issued issued = dialogue.issued();
        for (String name : new String[] {"id_token", "access_token"}) {
            String shown = shown(issued.token(name));
            dialogue.mustSay(check, !names(shown, issuer), shown, "issuer.expected.noName");
        }
        if (dialogue.metadata().has("userinfo_endpoint")) {
            HttpQuestion question = dialogue.userInfo(issued.token("access_token"));
            HttpAnswer answer = dialogue.web().ask(question);
            dialogue.must(check, !names(answer.text(), issuer), question, answer, "issuer.expected.noName");
        }
    }

    private static boolean names(String text, IssuerTarget issuer) {
        return text.contains('"' + issuer.terms().user() + '"');
    }

    @ConformanceTest("ISS-017")
    void knowsAPersonByTheSameNameEachTime(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        String first =
                Json.claims(dialogue.issued().token("id_token")).path("sub").asText();
        Issued again = Issued.by(dialogue, dialogue.client());
        String second = Json.claims(again.token("id_token")).path("sub").asText();
        dialogue.mustSay(
                check,
                !first.isEmpty() && first.equals(second),
                shown(again.token("id_token")),
                "issuer.expected.same",
                first);
    }

    @ConformanceTest("ISS-018")
    void knowsAPersonByAnotherNameForAnotherClient(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        ClientTerms second = dialogue.second();
        String first =
                Json.claims(dialogue.issued().token("id_token")).path("sub").asText();
        Issued other = dialogue.issued(second);
        String token = other.token("id_token");
        dialogue.mustSay(
                check,
                !token.isEmpty() && !Json.claims(token).path("sub").asText().equals(first),
                shown(token),
                "issuer.expected.other",
                first);
    }

    @ConformanceTest("ISS-040")
    void saysAgainWhoItIs(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        Issued issued = dialogue.issued();
        HttpQuestion question = dialogue.userInfo(issued.token("access_token"));
        HttpAnswer answer = dialogue.web().ask(question);
        String subject = Json.claims(issued.token("id_token")).path("sub").asText();
        dialogue.must(
                check,
                answer.status() == 200
                        && answer.mediaType().equals("application/json")
                        && Json.of(answer).path("sub").asText().equals(subject),
                question,
                answer,
                "issuer.expected.userInfo",
                subject);
    }

    @ConformanceTest("ISS-042")
    void saysItAlsoWhenItIsAskedByPost(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        Issued issued = dialogue.issued();
        String endpoint = dialogue.metadata().path("userinfo_endpoint").asText("/userinfo");
        HttpQuestion question = dialogue.web()
                .form(endpoint, Map.of())
                .header("Authorization", "Bearer " + issued.token("access_token"));
        HttpAnswer answer = dialogue.web().ask(question);
        String subject = Json.claims(issued.token("id_token")).path("sub").asText();
        dialogue.must(
                check,
                answer.status() == 200 && Json.of(answer).path("sub").isTextual(),
                question,
                answer,
                "issuer.expected.userInfo",
                subject);
    }

    @ConformanceTest("ISS-041")
    void saysNothingToWhoeverShowsNoGoodToken(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        String good = dialogue.issued().token("access_token");
        String forged = good.isEmpty() ? "x" : good.substring(0, good.length() - 6) + "AAAAAA";
        for (String token : new String[] {"", "nonsense", forged}) {
            HttpQuestion question = dialogue.userInfo(token);
            HttpAnswer answer = dialogue.web().ask(question);
            dialogue.must(
                    check,
                    answer.status() == 401
                            && answer.header("WWW-Authenticate").orElse("").startsWith("Bearer"),
                    question,
                    answer,
                    "issuer.expected.unauthorized");
        }
    }
}
