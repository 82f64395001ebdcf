package io.xuemeng.conformance.issuer;

import com.fasterxml.jackson.databind.JsonNode;
import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.junit.Check;
import io.xuemeng.conformance.junit.ConformanceTest;
import io.xuemeng.conformance.junit.ForRole;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.role.Workspace;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How an issuer signs people in: what it may be asked, and when somebody has to show again who it is. */
@ForRole(Role.ISSUER)
final class SessionTests {

    private static final long SKEW_SECONDS = 60;

    /** Shorter ones of the characters that need no encoding in an address have fewer than 128 bits. */
    private static final int SHORTEST_CODE = 22;

    /** What asks for little, by the standard, or means nothing. */
    static final Map<String, String> HARMLESS = harmless();

    private static Map<String, String> harmless() {
        Map<String, String> harmless = new LinkedHashMap<>();
        harmless.put("display", "page");
        harmless.put("ui_locales", "zh-CN en");
        harmless.put("claims_locales", "zh-CN");
        harmless.put("acr_values", "urn:kit.example:acr:unknown");
        harmless.put("kit_unknown", "1");
        return harmless;
    }

    @ConformanceTest("ISS-038")
    void doesNotMindWhatItDoesNotKnow(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        HARMLESS.forEach((name, value) -> {
            UserSignIn signIn = UserSignIn.run(dialogue, dialogue.client(), Map.of(name, value));
            expectCode(dialogue, check, signIn, name + '=' + value);
        });
    }

    private static void expectCode(Dialogue dialogue, Check check, UserSignIn signIn, String what) {
        dialogue.must(check, signIn.code().isPresent(), signIn.question, signIn.answer, "issuer.expected.code", what);
    }

    @ConformanceTest("ISS-039")
    void takesNoPromptBesideNone(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        UserSignIn signIn = UserSignIn.run(dialogue, dialogue.client(), Map.of("prompt", "none login"));
        dialogue.must(
                check,
                !signIn.error().isEmpty() && !signIn.askedForPassword(),
                signIn.question,
                signIn.answer,
                "issuer.expected.errorAnswer",
                "invalid_request, login_required");
    }

    @ConformanceTest("ISS-043")
    void asksAgainWhenItIsToAsk(IssuerTarget issuer, Check check, Workspace workspace) {
        expectQuestion(Dialogue.with(issuer, workspace), check, "prompt", "login");
    }

    @ConformanceTest("ISS-045")
    void asksAgainWhoeverSignedInTooLongAgo(IssuerTarget issuer, Check check, Workspace workspace) {
        expectQuestion(Dialogue.with(issuer, workspace), check, "max_age", "0");
    }

    /** Expects that somebody who is signed in already shows again who it is, or does not get through. */
    private static void expectQuestion(Dialogue dialogue, Check check, String name, String value) {
        UserSignIn first = UserSignIn.run(dialogue, dialogue.client(), Map.of());
        expectCode(dialogue, check, first, "-");
        UserSignIn again = first.again(Map.of(name, value));
        dialogue.must(
                check,
                (again.code().isEmpty() || again.askedForPassword()) && again.answer.status() < 500,
                again.question,
                again.answer,
                "issuer.expected.question",
                name + '=' + value);
    }

    @ConformanceTest("ISS-044")
    void saysWhenSomebodySignedIn(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        long before = Instant.now().getEpochSecond();
        UserSignIn signIn = UserSignIn.run(dialogue, dialogue.client(), Map.of("max_age", "3600"));
        String token = Issued.of(dialogue, dialogue.client(), signIn).token("id_token");
        JsonNode time = Json.claims(token).path("auth_time");
        dialogue.mustSay(
                check,
                time.canConvertToLong()
                        && time.asLong() >= before - SKEW_SECONDS
                        && time.asLong() <= Instant.now().getEpochSecond() + SKEW_SECONDS,
                IssuedTests.shown(token),
                "issuer.expected.authTime");
    }

    @ConformanceTest("ISS-046")
    void takesRequestsByPost(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        expectCode(dialogue, check, UserSignIn.posted(dialogue, dialogue.client()), "POST");
    }

    @ConformanceTest("ISS-047")
    void givesCodesThatNobodyGuesses(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            UserSignIn signIn = UserSignIn.run(dialogue, dialogue.client(), Map.of());
            String code = signIn.code().orElse("");
            dialogue.must(
                    check,
                    code.length() >= SHORTEST_CODE && codes.add(code),
                    signIn.question,
                    signIn.answer,
                    "issuer.expected.newCode",
                    SHORTEST_CODE);
        }
    }

    @ConformanceTest("ISS-049")
    void saysInWhatClassSomebodySignedIn(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        List<String> supported = Json.texts(dialogue.metadata().path("acr_values_supported"));
        if (supported.isEmpty()) {
            throw NoAnswerException.of("issuer.noEndpoint", "acr_values_supported");
        }
        for (String asked : supported) {
            UserSignIn signIn = UserSignIn.run(dialogue, dialogue.client(), Map.of("acr_values", asked));
            Issued issued = Issued.of(dialogue, dialogue.client(), signIn);
            dialogue.should(
                    check,
                    Json.claims(issued.token("id_token")).path("acr").asText().equals(asked),
                    issued.question(),
                    issued.answer(),
                    "issuer.expected.acr",
                    asked);
        }
    }
}
