package io.xuemeng.conformance.relyingparty;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The claims of a launch (LTI 1.3, 5.3). */
final class LaunchClaims {

    static final String PREFIX = "https://purl.imsglobal.org/spec/lti/claim/";
    static final String DEEP_LINKING = "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings";
    static final String DEPLOYMENT = "07940580-b309-415e-a37c-914d387c1150";

    private LaunchClaims() {}

    /** Adds those of a good launch of a tool. */
    static void add(ObjectNode claims, String tool) {
        claims.put(PREFIX + "message_type", "LtiResourceLinkRequest")
                .put(PREFIX + "version", "1.3.0")
                .put(PREFIX + "deployment_id", DEPLOYMENT)
                .put(PREFIX + "target_link_uri", tool + "/lessons/312");
        claims.putArray(PREFIX + "roles").add("http://purl.imsglobal.org/vocab/lis/v2/membership#Learner");
        claims.putObject(PREFIX + "resource_link")
                .put("id", "200d101f-2c14-434a-a0f3-57c2a42369fd")
                .put("title", "分数的初步认识");
    }

    /** Makes of them those of a launch for choosing content. */
    static void chooseContent(ObjectNode claims) {
        claims.put(PREFIX + "message_type", "LtiDeepLinkingRequest").remove(PREFIX + "resource_link");
        ObjectNode settings =
                claims.putObject(DEEP_LINKING).put("deep_link_return_url", "https://lms.kit.example/deep_links");
        settings.putArray("accept_types").add("ltiResourceLink");
        settings.putArray("accept_presentation_document_targets").add("iframe");
    }
}
