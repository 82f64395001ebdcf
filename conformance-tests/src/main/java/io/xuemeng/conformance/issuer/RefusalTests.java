package io.xuemeng.conformance.issuer;

import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.conformance.junit.Check;
import io.xuemeng.conformance.junit.ConformanceTest;
import io.xuemeng.conformance.junit.ForRole;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.identity.session.ProofKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        UserSignIn signIn = UserSignIn.run(dialogue, dialogue.client(), Map.of());
        // Whoever saw the request has the challenge.
        Map<String, String> seen = Map.of("code_verifier", ProofKey.challenge(signIn.verifier));
        refuses(dialogue, check, dialogue.exchange(dialogue.client(), signIn, seen), "invalid_grant");
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

    @ConformanceTest("ISS-028")
    void givesNothingForTheCodeOfAnotherClient(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        ClientTerms second = dialogue.second();
        UserSignIn signIn = UserSignIn.run(dialogue, dialogue.client(), Map.of());
        Map<String, String> address = Map.of("redirect_uri", dialogue.client().redirectUri());
        refuses(dialogue, check, dialogue.exchange(second, signIn, address), "invalid_grant");
    }

    @ConformanceTest("ISS-029")
    void takesNoParameterTwice(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        String wrong = "code_verifier=" + WRONG_VERIFIER;
        for (boolean first : new boolean[] {true, false}) {
            UserSignIn signIn = UserSignIn.run(dialogue, dialogue.client(), Map.of());
            HttpQuestion good = dialogue.exchange(dialogue.client(), signIn, Map.of());
            String form = new String(good.body(), StandardCharsets.UTF_8);
            refuses(
                    dialogue,
                    check,
                    good.body(first ? wrong + '&' + form : form + '&' + wrong),
                    "invalid_request",
                    "invalid_grant");
        }
    }

    @ConformanceTest("ISS-048")
    void givesNothingForWhatStandsInAnAddress(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        UserSignIn signIn = UserSignIn.run(dialogue, dialogue.client(), Map.of());
        HttpQuestion good = dialogue.exchange(dialogue.client(), signIn, Map.of());
        HttpQuestion question = dialogue.web()
                .at("GET", dialogue.metadata().path("token_endpoint").asText("/token"))
                .query(new String(good.body(), StandardCharsets.UTF_8));
        for (HttpQuestion.Field field : good.headers()) {
            if (field.name().equalsIgnoreCase("Authorization")) {
                question = question.header(field.name(), field.value());
            }
        }
        HttpAnswer answer = dialogue.web().ask(question);
        dialogue.must(
                check,
                answer.status() >= 400
                        && answer.status() < 500
                        && !Json.of(answer).has("access_token")
                        && !Json.of(answer).has("id_token"),
                question,
                answer,
                "issuer.expected.noCode",
                "GET");
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

    @ConformanceTest("ISS-037")
    void refusesTransformationsOfProofKeysThatItDoesNotKnow(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        UserSignIn signIn = UserSignIn.run(dialogue, dialogue.client(), Map.of("code_challenge_method", "S512"));
        dialogue.must(
                check,
                signIn.code().isEmpty() && signIn.error().equals("invalid_request"),
                signIn.question,
                signIn.answer,
                "issuer.expected.errorAnswer",
                "invalid_request");
    }

    /** Addresses that look like a client's and are not: these are compared character by character (RFC 9700, 4.1.3). */
    static List<String> otherAddresses(String own) {
        int path = own.indexOf('/', own.indexOf("://") + 3);
        String origin = path < 0 ? own : own.substring(0, path);
        String rest = path < 0 ? "" : own.substring(path);
        List<String> others = new ArrayList<>(List.of(
                "https://evil.example/callback",
                own + ".evil.example",
                own + "/../other",
                own + "?next=https://evil.example",
                own + "/",
                origin + rest.toUpperCase(Locale.ROOT),
                "https://evil.example@" + own.substring(own.indexOf("://") + 3)));
        // At any port of the machine itself somebody's own program may wait (RFC 8252, 7.3).
        if (own.startsWith("https:") && !origin.matches(".*:\\d+")) {
            others.add(origin + ":8443" + rest);
        }
        others.remove(own);
        return others;
    }

    @ConformanceTest("ISS-032")
    void sendsNobodyToAnAddressThatIsNotTheClients(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        for (String address : otherAddresses(issuer.terms().client().redirectUri())) {
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
