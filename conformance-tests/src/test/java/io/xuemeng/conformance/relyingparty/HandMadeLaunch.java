package io.xuemeng.conformance.relyingparty;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;

/** The claims of a launch, as {@link HandMade} judges them (LTI 1.3, 5.3). */
final class HandMadeLaunch {

    private static final String PREFIX = "https://purl.imsglobal.org/spec/lti/claim/";
    private static final String DEEP_LINKING = "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings";

    private final HandMade party;
    private final LaunchForm form;
    private final JsonNode claims;

    HandMadeLaunch(HandMade party, TokenQuestion question, JsonNode claims) {
        this.party = party;
        this.form = Objects.requireNonNull(question.launch());
        this.claims = claims;
    }

    private void must(boolean good, Fault fault, String why) throws Refusal {
        Refusal.unless(good || party.has(fault), why);
    }

    private JsonNode claim(String name) {
        return claims.path(PREFIX + name);
    }

    void check() throws Refusal {
        boolean none = form.expectedState().isEmpty() && form.state().isEmpty();
        boolean same = !form.expectedState().isEmpty() && form.state().equals(form.expectedState());
        must(same || (none && party.has(Fault.TAKES_NO_STATE_WHEN_NONE_WAS_SENT)), Fault.LOOKS_AT_NO_STATE, "state");
        must(claim("version").asText("").equals("1.3.0"), Fault.TAKES_LAUNCHES_OF_ANY_VERSION, "version");
        checkDeployment();
        checkTarget();
        must(claim("roles").isArray(), Fault.NEEDS_NO_ROLES, "roles");
        if (party.has(Fault.NEEDS_ONE_ROLE_AT_LEAST)) {
            Refusal.unless(!claim("roles").isEmpty(), "no role");
        }
        checkMessage();
    }

    private void checkDeployment() throws Refusal {
        String deployment = claim("deployment_id").asText("");
        boolean known = form.deployments().contains(deployment)
                || (party.has(Fault.COMPARES_THE_BEGIN_OF_DEPLOYMENTS)
                        && form.deployments().stream().anyMatch(deployment::startsWith));
        must(known, Fault.TAKES_LAUNCHES_OF_ANY_DEPLOYMENT, "deployment");
    }

    private void checkTarget() throws Refusal {
        String target = claim("target_link_uri").asText("");
        boolean own = target.equals(form.tool())
                || isBelow(target, form.tool() + "/")
                || (party.has(Fault.COMPARES_THE_BEGIN_OF_TARGETS) && target.startsWith(form.tool()));
        must(own, Fault.SENDS_PEOPLE_ANYWHERE, "target");
    }

    private static boolean isBelow(String target, String folder) {
        try {
            return new URI(target).normalize().toString().startsWith(folder);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private void checkMessage() throws Refusal {
        String type = claim("message_type").asText("");
        if (type.equals("LtiResourceLinkRequest")) {
            String link = claim("resource_link").path("id").asText("");
            must(!link.isEmpty(), Fault.NEEDS_NO_RESOURCE_LINK, "resource link");
            must(link.length() <= 255, Fault.TAKES_LINKS_WITH_IDS_OF_ANY_LENGTH, "a long id of a resource link");
        } else if (type.equals("LtiDeepLinkingRequest")) {
            must(
                    claims.path(DEEP_LINKING).path("deep_link_return_url").isTextual(),
                    Fault.NEEDS_NO_WAY_BACK,
                    "no way back");
        } else {
            must(false, Fault.TAKES_MESSAGES_OF_ANY_TYPE, "message type");
        }
    }
}
