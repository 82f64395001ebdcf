package io.xuemeng.identity.lti;

import io.xuemeng.identity.ClaimsText;
import io.xuemeng.identity.SampleFolders;
import io.xuemeng.identity.TestKeys;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The samples of the requirements on launches: a good one, and what one edit makes of it. */
final class LaunchSamples {

    static final String PLATFORM = "https://lms.example.cn";
    static final String CLIENT = "962fa4d8-bcbf-49a0-94b2-2de05ad274af";
    static final String DEPLOYMENT = "07940580-b309-415e-a37c-914d387c1150";
    static final String NONCE = "fc5fdc6d-5dd6-47f4-b2c9-5d1216e9b771";
    static final String TOOL = "https://tool.example.cn/lti";

    private static final String CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";
    private static final long SECONDS = TestKeys.NOW.getEpochSecond();

    private final Map<String, String> files = new TreeMap<>();

    private LaunchSamples() {}

    /** Run in the module's folder after a change. */
    public static void main(String[] arguments) throws IOException {
        SampleFolders.write(all());
    }

    static ClaimsText launch() {
        return ClaimsText.empty()
                .withText("iss", PLATFORM)
                .withText("sub", "a6d5c443-1f51-4783-ba1a-7686ffe3b54a")
                .withText("aud", CLIENT)
                .with("iat", Long.toString(SECONDS - 5))
                .with("exp", Long.toString(SECONDS + 295))
                .withText("nonce", NONCE)
                .withText(CLAIM + "message_type", "LtiResourceLinkRequest")
                .withText(CLAIM + "version", "1.3.0")
                .withText(CLAIM + "deployment_id", DEPLOYMENT)
                .withText(CLAIM + "target_link_uri", TOOL + "/lesson/48320?x=1")
                .with(CLAIM + "resource_link", "{\"id\":\"200d101f-2c14-434a-a0f3-57c2a42369fd\"}")
                .with(CLAIM + "roles", "[\"http://purl.imsglobal.org/vocab/lis/v2/membership#Learner\"]");
    }

    static ClaimsText deepLinking() {
        return launch().withText(CLAIM + "message_type", "LtiDeepLinkingRequest")
                .without(CLAIM + "resource_link")
                .with(
                        "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings",
                        "{\"deep_link_return_url\":\"" + PLATFORM + "/deep_links\"}");
    }

    static Map<String, String> all() {
        LaunchSamples samples = new LaunchSamples();
        samples.edit("TOK-120", launch().withText(CLAIM + "message_type", "LtiSubmissionReviewRequest"));
        samples.edit("TOK-121", launch().withText(CLAIM + "version", "1.3"));
        samples.edit("TOK-122", launch().withText(CLAIM + "deployment_id", "1"));
        samples.edit("TOK-123", launch().withText(CLAIM + "target_link_uri", "https://tool.example.cn/lti.evil/1"));
        samples.add("TOK-123/fail-dots", launch().withText(CLAIM + "target_link_uri", TOOL + "/../admin"));
        samples.edit("TOK-124", launch().with(CLAIM + "resource_link", "{}"));
        samples.edit("TOK-125", launch().without(CLAIM + "roles"));
        samples.add("TOK-126/pass", deepLinking());
        samples.add(
                "TOK-126/fail",
                deepLinking().with("https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings", "{}"));
        return samples.files;
    }

    static String sign(ClaimsText claims) {
        return TestKeys.sign(
                TestKeys.ED25519,
                "{\"alg\":\"EdDSA\",\"kid\":\"" + TestKeys.keyId(TestKeys.ED25519) + "\",\"typ\":\"JWT\"}",
                claims.toString());
    }

    private void edit(String id, ClaimsText bad) {
        add(id + "/pass", launch());
        add(id + "/fail", bad);
    }

    private void add(String name, ClaimsText claims) {
        files.put(name + ".jwt", sign(claims));
    }
}
