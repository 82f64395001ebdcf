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
import java.net.URI;
import java.util.List;

/** What an issuer publishes. */
@ForRole(Role.ISSUER)
final class PublishedTests {

    private static final List<String> ENDPOINTS = List.of(
            "authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint", "end_session_endpoint");
    private static final List<String> ALGORITHMS =
            List.of("id_token_signing_alg_values_supported", "token_endpoint_auth_signing_alg_values_supported");

    private static void must(Dialogue dialogue, Check check, boolean met, String key, Object... values) {
        dialogue.must(check, met, dialogue.documentQuestion(), dialogue.document(), key, values);
    }

    @ConformanceTest("ISS-001")
    void saysWhoItIs(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        HttpAnswer document = dialogue.document();
        must(
                dialogue,
                check,
                document.status() == 200
                        && document.mediaType().equals("application/json")
                        && dialogue.metadata()
                                .path("issuer")
                                .asText()
                                .equals(issuer.terms().issuer()),
                "issuer.expected.document",
                issuer.terms().issuer());
    }

    @ConformanceTest("ISS-002")
    void saysWhatAClientNeeds(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        JsonNode metadata = dialogue.metadata();
        for (String name : List.of("authorization_endpoint", "token_endpoint", "jwks_uri")) {
            must(dialogue, check, metadata.path(name).isTextual(), "issuer.expected.member", name);
        }
        for (String name : List.of("response_types_supported", "subject_types_supported", ALGORITHMS.get(0))) {
            JsonNode list = metadata.path(name);
            must(dialogue, check, list.isArray() && !list.isEmpty(), "issuer.expected.member", name);
        }
        must(
                dialogue,
                check,
                Json.texts(metadata.path("response_types_supported")).contains("code"),
                "issuer.expected.contains",
                "response_types_supported",
                "code");
    }

    @ConformanceTest("ISS-003")
    void offersNoAlgorithmThatForgersLike(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        for (String name : ALGORITHMS) {
            List<String> offered = Json.texts(dialogue.metadata().path(name));
            must(
                    dialogue,
                    check,
                    offered.stream().noneMatch(alg -> alg.equalsIgnoreCase("none") || alg.startsWith("HS")),
                    "issuer.expected.noSuchAlgorithm",
                    name);
        }
    }

    @ConformanceTest("ISS-004")
    void offersProofKeys(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        List<String> methods = Json.texts(dialogue.metadata().path("code_challenge_methods_supported"));
        must(dialogue, check, methods.equals(List.of("S256")), "issuer.expected.s256");
    }

    @ConformanceTest("ISS-005")
    void hasSafeAddresses(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        for (String name : ENDPOINTS) {
            String text = dialogue.metadata().path(name).asText("");
            must(dialogue, check, text.isEmpty() || isSafe(text), "issuer.expected.address", name);
        }
    }

    private static boolean isSafe(String text) {
        try {
            URI address = URI.create(text);
            boolean local = "http".equals(address.getScheme())
                    && List.of("localhost", "127.0.0.1", "[::1]").contains(String.valueOf(address.getHost()));
            return address.getHost() != null
                    && ("https".equals(address.getScheme()) || local)
                    && address.getRawFragment() == null
                    && address.getRawUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @ConformanceTest("ISS-006")
    void publishesItsKeys(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        HttpQuestion question =
                dialogue.web().at("GET", dialogue.metadata().path("jwks_uri").asText("/jwks"));
        HttpAnswer answer = dialogue.web().ask(question);
        JsonNode keys = Json.of(answer).path("keys");
        dialogue.must(
                check,
                answer.status() == 200
                        && List.of("application/json", "application/jwk-set+json")
                                .contains(answer.mediaType())
                        && keys.isArray()
                        && !keys.isEmpty(),
                question,
                answer,
                "issuer.expected.keys");
        for (JsonNode key : keys) {
            dialogue.must(
                    check,
                    !key.path("kid").asText("").isEmpty()
                            && key.has("alg")
                            && key.path("use").asText().equals("sig"),
                    question,
                    answer,
                    "issuer.expected.key");
        }
    }

    @ConformanceTest("ISS-007")
    void publishesSm2KeysApart(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        HttpQuestion main =
                dialogue.web().at("GET", dialogue.metadata().path("jwks_uri").asText("/jwks"));
        HttpAnswer answer = dialogue.web().ask(main);
        for (JsonNode key : Json.of(answer).path("keys")) {
            boolean common = List.of("P-256", "P-384", "P-521", "Ed25519", "")
                    .contains(key.path("crv").asText(""));
            dialogue.must(check, common, main, answer, "issuer.expected.apart");
        }
        HttpQuestion own = dialogue.web()
                .at("GET", dialogue.metadata().path("sm2_jwks_uri").asText("/jwks/sm2"));
        HttpAnswer apart = dialogue.web().ask(own);
        JsonNode key = Json.of(apart).path("keys").path(0);
        dialogue.must(
                check,
                apart.status() == 200
                        && key.path("crv").asText().equals("sm2p256v1")
                        && key.path("alg").asText().equals("SGD_SM3_SM2"),
                own,
                apart,
                "issuer.expected.sm2");
    }

    @ConformanceTest("ISS-008")
    void offersPairwiseSubjectsOnly(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        List<String> types = Json.texts(dialogue.metadata().path("subject_types_supported"));
        must(dialogue, check, types.equals(List.of("pairwise")), "issuer.expected.pairwise");
    }

    @ConformanceTest("ISS-009")
    void saysThatItsAnswersNameIt(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        String name = "authorization_response_iss_parameter_supported";
        dialogue.should(
                check,
                dialogue.metadata().path(name).asBoolean(false),
                dialogue.documentQuestion(),
                dialogue.document(),
                "issuer.expected.contains",
                name,
                "true");
    }

    /** Publishes keys in which nothing breaks the requirement. */
    @ConformanceTemplate
    void publishesKeysThatKeepIt(IssuerTarget issuer, AuditEntry entry, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        Issued issued = dialogue.issued();
        HttpQuestion question =
                dialogue.web().at("GET", dialogue.metadata().path("jwks_uri").asText("/jwks"));
        dialogue.must(
                check,
                Issued.ids(issued.keys()).noneMatch(entry.id()::equals),
                question,
                dialogue.web().ask(question),
                "issuer.expected.keeps",
                entry.id());
    }
}
