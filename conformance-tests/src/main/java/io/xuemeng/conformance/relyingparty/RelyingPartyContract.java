package io.xuemeng.conformance.relyingparty;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.conformance.command.JsonContract;
import io.xuemeng.conformance.role.NoAnswerException;

/** Questions and answers in JSON, alike for commands and over HTTP: {@code docs/conformance/tokens.md}. */
final class RelyingPartyContract {

    static final String NAME = "xuemeng.relying-party/1";

    private RelyingPartyContract() {}

    static String question(TokenQuestion asked) {
        ObjectNode question = JsonContract.question(NAME)
                .put("use", asked.use().label())
                .put("token", asked.token())
                .put("issuer", asked.issuer())
                .put("audience", asked.audience());
        if (asked.nonce() != null) {
            question.put("nonce", asked.nonce());
        }
        if (asked.accessToken() != null) {
            question.put("access_token", asked.accessToken());
        }
        if (asked.maxAge() != null) {
            question.put("max_age", asked.maxAge());
        }
        if (asked.acr() != null) {
            question.put("acr", asked.acr());
        }
        if (asked.jwks() != null) {
            question.set("jwks", tree(asked.jwks()));
        }
        for (AnchorKeys anchor : asked.trustAnchors()) {
            question.withArray("trust_anchors")
                    .addObject()
                    .put("entity", anchor.entity())
                    .set("jwks", tree(anchor.jwks()));
        }
        if (asked.presentation() != null) {
            add(question.putObject("request"), asked.presentation());
        }
        if (asked.launch() != null) {
            add(question.putObject("launch"), asked.launch());
        }
        return question.toString();
    }

    private static void add(ObjectNode request, Presentation presentation) {
        request.put("scheme", presentation.scheme())
                .put("method", presentation.method())
                .put("url", presentation.url());
        ArrayNode proofs = request.putArray("dpop");
        presentation.proofs().forEach(proofs::add);
        if (presentation.nonce() != null) {
            request.put("dpop_nonce", presentation.nonce());
        }
    }

    private static void add(ObjectNode form, LaunchForm launch) {
        form.put("state", launch.state()).put("expected_state", launch.expectedState());
        ArrayNode deployments = form.putArray("deployments");
        launch.deployments().forEach(deployments::add);
        form.put("tool", launch.tool());
    }

    private static JsonNode tree(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the kit writes sets of keys that are JSON", e);
        }
    }

    static Acceptance acceptance(JsonNode answer) {
        JsonNode accepted = answer.path("accepted");
        if (!accepted.isBoolean()) {
            throw NoAnswerException.of("contract.word", "accepted", "true, false", accepted.toString());
        }
        JsonNode claims = answer.path("claims");
        if (!claims.isMissingNode() && !claims.isNull() && !claims.isObject()) {
            throw NoAnswerException.of("relyingParty.claims", claims.toString());
        }
        return new Acceptance(
                accepted.booleanValue(),
                JsonContract.text(claims, "sub").orElse(null),
                JsonContract.text(answer, "reason").orElse(null));
    }
}
