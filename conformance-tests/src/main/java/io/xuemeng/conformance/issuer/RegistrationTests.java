package io.xuemeng.conformance.issuer;

import io.xuemeng.conformance.audit.AuditEntry;
import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.conformance.junit.Check;
import io.xuemeng.conformance.junit.ConformanceTemplate;
import io.xuemeng.conformance.junit.ConformanceTest;
import io.xuemeng.conformance.junit.ForRole;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SigningKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What an issuer refuses that knows its clients by a federation: their signed requests, and their assertions of who they are. */
@ForRole(Role.ISSUER)
final class RegistrationTests {

    private static final String OTHER = "https://other.kit.example";
    private static final long DAY_SECONDS = 86_400;

    /** What is wrong with a request, by requirement and in words. */
    private static final Map<String, Map<String, Consumer<SignedRequest>>> REQUESTS = Map.of(
            "FED-060", Map.of("typ = JWT", request -> request.header.put("typ", "JWT")),
            "FED-061",
                    Map.of(
                            "iss", request -> request.claims.put("iss", OTHER),
                            "client_id", request -> request.claims.put("client_id", OTHER)),
            "FED-062", Map.of("aud", request -> request.claims.put("aud", OTHER)),
            "FED-063",
                    Map.of(
                            "sub",
                            request -> request.claims.put(
                                    "sub", request.claims.path("iss").asText())),
            "FED-065", Map.of("no jti", request -> request.claims.remove("jti")),
            "FED-067", Map.of("no exp", request -> request.claims.remove("exp")),
            "FED-068", ended(),
            "FED-071", Map.of("redirect_uri", request -> request.claims.put("redirect_uri", OTHER + "/callback")));

    private static final Map<String, Map<String, Consumer<SignedRequest>>> ASSERTIONS = Map.of(
            "FED-060", Map.of("typ of a request", assertion -> assertion.header.put("typ", "oauth-authz-req+jwt")),
            "FED-061", Map.of("iss", assertion -> assertion.claims.put("iss", OTHER)),
            "FED-062", Map.of("aud", assertion -> assertion.claims.put("aud", OTHER)),
            "FED-064", Map.of("sub", assertion -> assertion.claims.put("sub", OTHER)),
            "FED-065", Map.of("no jti", assertion -> assertion.claims.remove("jti")),
            "FED-067", Map.of("no exp", assertion -> assertion.claims.remove("exp")),
            "FED-068", ended());

    private static Map<String, Consumer<SignedRequest>> ended() {
        Map<String, Consumer<SignedRequest>> ended = new LinkedHashMap<>();
        ended.put("ended", request -> {
            long now = Instant.now().getEpochSecond();
            request.claims.put("iat", now - DAY_SECONDS).put("exp", now - DAY_SECONDS / 2);
        });
        return ended;
    }

    /** What is wrong with the requests and assertions that are sent for a requirement, in words. */
    static List<String> cases(String id) {
        List<String> cases = new ArrayList<>();
        REQUESTS.getOrDefault(id, Map.of()).keySet().stream().sorted().forEach(label -> cases.add("request: " + label));
        ASSERTIONS.getOrDefault(id, Map.of()).keySet().stream()
                .sorted()
                .forEach(label -> cases.add("client_assertion: " + label));
        return cases;
    }

    private static SigningKey key(Dialogue dialogue) {
        SigningKey key = dialogue.client().key();
        if (key == null) {
            throw NoAnswerException.of("issuer.noKey");
        }
        return key;
    }

    /** Refuses requests and assertions that break the requirement. */
    @ConformanceTemplate
    void refusesWhatBreaksIt(IssuerTarget issuer, AuditEntry entry, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        SigningKey key = key(dialogue);
        REQUESTS.getOrDefault(entry.id(), Map.of()).forEach((label, edit) -> {
            SignedRequest request = SignedRequest.request(dialogue, dialogue.client(), key);
            edit.accept(request);
            refusesRequest(dialogue, check, label, request);
        });
        ASSERTIONS.getOrDefault(entry.id(), Map.of()).forEach((label, edit) -> {
            SignedRequest assertion = SignedRequest.assertion(dialogue, dialogue.client(), key);
            edit.accept(assertion);
            UserSignIn signIn = UserSignIn.run(dialogue, dialogue.client(), Map.of());
            HttpQuestion question =
                    dialogue.exchange(dialogue.client(), signIn, Map.of("client_assertion", assertion.sign()));
            HttpAnswer answer = dialogue.web().ask(question);
            String error = Json.of(answer).path("error").asText("");
            dialogue.must(
                    check,
                    (answer.status() == 400 || answer.status() == 401)
                            && List.of("invalid_client", "invalid_request", "invalid_grant")
                                    .contains(error),
                    question,
                    answer,
                    "issuer.expected.error",
                    "invalid_client (" + label + ')');
        });
    }

    private static void refusesRequest(Dialogue dialogue, Check check, String label, SignedRequest request) {
        UserSignIn signIn = UserSignIn.run(dialogue, dialogue.client(), Map.of("request", request.sign()));
        dialogue.must(
                check,
                signIn.code().isEmpty() && signIn.elsewhere() == null && signIn.answer.status() < 500,
                signIn.question,
                signIn.answer,
                "issuer.expected.noCode",
                label + " – " + request.header + request.claims);
    }

    @ConformanceTest("FED-066")
    void takesARequestOnce(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        SignedRequest request = SignedRequest.request(dialogue, dialogue.client(), key(dialogue));
        UserSignIn first = UserSignIn.run(dialogue, dialogue.client(), Map.of("request", request.sign()));
        dialogue.must(check, first.code().isPresent(), first.question, first.answer, "issuer.expected.state", "-");
        refusesRequest(dialogue, check, "the same jti again", request);
    }

    @ConformanceTest("ISS-036")
    void takesNoRequestThatTheClientDidNotSign(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        SignedRequest forged = SignedRequest.request(dialogue, dialogue.client(), key(dialogue));
        forged.key = SigningKey.generate(KeyType.P_256);
        refusesRequest(dialogue, check, "another key", forged);
        SignedRequest unsigned = SignedRequest.request(dialogue, dialogue.client(), key(dialogue));
        unsigned.header.put("alg", "none");
        unsigned.unsigned = true;
        refusesRequest(dialogue, check, "alg = none", unsigned);
    }
}
