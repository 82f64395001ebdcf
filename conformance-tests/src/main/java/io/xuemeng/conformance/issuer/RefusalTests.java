package io.xuemeng.conformance.issuer;

import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.conformance.junit.Check;
import io.xuemeng.conformance.junit.ConformanceTest;
import io.xuemeng.conformance.junit.ForRole;
import io.xuemeng.conformance.role.Workspace;
import java.util.List;
import java.util.Map;

/** What an issuer refuses. */
@ForRole(Role.ISSUER)
final class RefusalTests {

    private static final String WRONG_VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    /** Signs in, asks for tokens with something changed, and expects an error. */
    private static void refuses(
            IssuerTarget issuer, Check check, Workspace workspace, Map<String, String> changes, String... errors) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        UserSignIn signIn = UserSignIn.run(dialogue, dialogue.client(), Map.of());
        refuses(dialogue, check, dialogue.exchange(dialogue.client(), signIn, changes), errors);
    }

    private static void refuses(Dialogue dialogue, Check check, HttpQuestion question, String... errors) {
        HttpAnswer answer = dialogue.web().ask(question);
        String error = Json.of(answer).path("error").asText("");
        dialogue.must(
                check,
                (answer.status() == 400 || answer.status() == 401)
                        && List.of(errors).contains(error)
                        && !Json.of(answer).has("access_token"),
                question,
                answer,
                "issuer.expected.error",
                String.join(", ", errors));
    }

    @ConformanceTest("ISS-020")
    void givesNothingForAWrongVerifier(IssuerTarget issuer, Check check, Workspace workspace) {
        refuses(issuer, check, workspace, Map.of("code_verifier", WRONG_VERIFIER), "invalid_grant");
    }

    @ConformanceTest("ISS-021")
    void givesNothingWithoutAVerifier(IssuerTarget issuer, Check check, Workspace workspace) {
        refuses(issuer, check, workspace, Map.of("code_verifier", ""), "invalid_grant", "invalid_request");
    }

    @ConformanceTest("ISS-022")
    void takesACodeOnce(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        UserSignIn signIn = UserSignIn.run(dialogue, dialogue.client(), Map.of());
        HttpQuestion first = dialogue.exchange(dialogue.client(), signIn, Map.of());
        HttpAnswer answer = dialogue.web().ask(first);
        dialogue.must(check, answer.status() == 200, first, answer, "issuer.expected.tokens");
        refuses(dialogue, check, dialogue.exchange(dialogue.client(), signIn, Map.of()), "invalid_grant");
    }

    @ConformanceTest("ISS-023")
    void takesTokensBackWhoseCodeCameTwice(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        UserSignIn signIn = UserSignIn.run(dialogue, dialogue.client(), Map.of());
        HttpAnswer tokens = dialogue.web().ask(dialogue.exchange(dialogue.client(), signIn, Map.of()));
        dialogue.web().ask(dialogue.exchange(dialogue.client(), signIn, Map.of()));
        HttpQuestion question =
                dialogue.userInfo(Json.of(tokens).path("access_token").asText("none"));
        HttpAnswer answer = dialogue.web().ask(question);
        dialogue.should(check, answer.status() == 401, question, answer, "issuer.expected.unauthorized");
    }

    @ConformanceTest("ISS-024")
    void givesNothingForAnotherAddress(IssuerTarget issuer, Check check, Workspace workspace) {
        refuses(
                issuer,
                check,
                workspace,
                Map.of("redirect_uri", issuer.terms().client().redirectUri() + "/other"),
                "invalid_grant");
    }

    @ConformanceTest("ISS-025")
    void givesNothingToWhoeverDoesNotProveWhoItIs(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        ClientTerms client = dialogue.client();
        UserSignIn signIn = UserSignIn.run(dialogue, client, Map.of());
        HttpQuestion good = dialogue.exchange(client, signIn, Map.of("client_assertion", "e30.e30.AA"));
        HttpQuestion wrong = client.secret() == null
                ? client.key() == null ? dialogue.exchange(client, signIn, Map.of("client_id", "somebody-else")) : good
                : good.header("Authorization", Dialogue.basic(client.id(), "wrong"));
        refuses(dialogue, check, wrong, "invalid_client", "invalid_grant");
    }

    @ConformanceTest("ISS-026")
    void givesNothingForACodeThatItNeverGave(IssuerTarget issuer, Check check, Workspace workspace) {
        refuses(issuer, check, workspace, Map.of("code", "SplxlOBeZQQYbYS6WxSbIA"), "invalid_grant");
    }

    @ConformanceTest("ISS-027")
    void givesNothingForAnotherGrant(IssuerTarget issuer, Check check, Workspace workspace) {
        refuses(
                issuer,
                check,
                workspace,
                Map.of("grant_type", "password", "username", "a", "password", "a"),
                "unsupported_grant_type",
                "unauthorized_client");
    }

    /** Expects that no code comes of a request. */
    private static void givesNoCode(
            IssuerTarget issuer, Check check, Workspace workspace, Map<String, String> changes) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        UserSignIn signIn = UserSignIn.run(dialogue, dialogue.client(), changes);
        dialogue.must(
                check,
                signIn.code().isEmpty() && signIn.answer.status() < 500,
                signIn.question,
                signIn.answer,
                "issuer.expected.noCode",
                changes.toString());
    }

    @ConformanceTest("ISS-030")
    void refusesRequestsWithoutAProofKey(IssuerTarget issuer, Check check, Workspace workspace) {
        givesNoCode(issuer, check, workspace, Map.of("code_challenge", "", "code_challenge_method", ""));
    }

    @ConformanceTest("ISS-031")
    void refusesProofKeysWithoutAHash(IssuerTarget issuer, Check check, Workspace workspace) {
        givesNoCode(issuer, check, workspace, Map.of("code_challenge_method", "plain"));
        givesNoCode(issuer, check, workspace, Map.of("code_challenge_method", ""));
    }

    @ConformanceTest("ISS-032")
    void sendsNobodyToAnAddressThatIsNotTheClients(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        String own = issuer.terms().client().redirectUri();
        for (String address : new String[] {
            "https://evil.example/callback",
            own + ".evil.example",
            own + "/../other",
            own + "?next=https://evil.example"
        }) {
            UserSignIn signIn = UserSignIn.run(dialogue, dialogue.client(), Map.of("redirect_uri", address));
            dialogue.must(
                    check,
                    signIn.elsewhere() == null && signIn.parameters().isEmpty() && signIn.answer.status() < 500,
                    signIn.question,
                    signIn.answer,
                    "issuer.expected.noRedirect",
                    address);
        }
    }

    @ConformanceTest("ISS-033")
    void givesNoTokensThroughTheBrowser(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        for (String type : new String[] {"token", "id_token", "id_token token", "code id_token"}) {
            UserSignIn signIn = UserSignIn.run(dialogue, dialogue.client(), Map.of("response_type", type));
            String location = signIn.answer.header("Location").orElse("");
            dialogue.must(
                    check,
                    !location.contains("access_token=")
                            && !location.contains("id_token=")
                            && signIn.code().isEmpty(),
                    signIn.question,
                    signIn.answer,
                    "issuer.expected.noCode",
                    "response_type=" + type);
        }
    }

    @ConformanceTest("ISS-034")
    void asksNobodyWhenNobodyIsToBeAsked(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        UserSignIn signIn = UserSignIn.run(dialogue, dialogue.client(), Map.of("prompt", "none"));
        dialogue.must(
                check,
                List.of("login_required", "interaction_required", "consent_required")
                        .contains(signIn.error()),
                signIn.question,
                signIn.answer,
                "issuer.expected.error",
                "login_required");
    }

    @ConformanceTest("ISS-035")
    void signsNobodyInWithAWrongPassword(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        UserSignIn signIn =
                UserSignIn.run(dialogue, dialogue.client(), issuer.terms().password() + "-wrong", Map.of());
        dialogue.must(
                check,
                signIn.code().isEmpty() && signIn.answer.status() < 500,
                signIn.question,
                signIn.answer,
                "issuer.expected.noCode",
                "password");
    }
}
