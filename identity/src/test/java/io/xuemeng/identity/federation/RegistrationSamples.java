package io.xuemeng.identity.federation;

import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.identity.ClaimsText;
import io.xuemeng.identity.SampleFolders;
import io.xuemeng.identity.TestKeys;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The samples of the requirements on automatic registration: a request object and an assertion, and what one edit makes of them. */
final class RegistrationSamples {

    static final String PROVIDER = "https://hub.example.cn";

    private static final long SECONDS = TestKeys.NOW.getEpochSecond();

    private final Map<String, String> files = new TreeMap<>();

    private RegistrationSamples() {}

    /** Run in the module's folder after a change. */
    public static void main(String[] arguments) throws IOException {
        SampleFolders.write(all());
    }

    static ClaimsText request() {
        return ClaimsText.empty()
                .withText("iss", FederationSamples.PLATFORM)
                .withText("client_id", FederationSamples.PLATFORM)
                .withText("aud", PROVIDER)
                .with("iat", Long.toString(SECONDS - 5))
                .with("exp", Long.toString(SECONDS + 115))
                .withText("jti", "4d3ec0f81f134ee9a97e0449be6d32be")
                .withText("response_type", "code")
                .withText("redirect_uri", FederationSamples.PLATFORM + "/cb")
                .withText("scope", "openid")
                .withText("state", "YmX8PM9I7WbNoMnnieKKBiptVW0sP2OZ")
                .withText("nonce", "4LX0mFMxdBjkGmtx7a8WIOnB");
    }

    static ClaimsText assertion() {
        return ClaimsText.empty()
                .withText("iss", FederationSamples.PLATFORM)
                .withText("sub", FederationSamples.PLATFORM)
                .withText("aud", PROVIDER)
                .with("iat", Long.toString(SECONDS - 5))
                .with("exp", Long.toString(SECONDS + 115))
                .withText("jti", "39d5ae552d9c48f0b912dc5568ed50d6");
    }

    static Map<String, String> all() {
        RegistrationSamples samples = new RegistrationSamples();
        samples.request("FED-060", "pass", request());
        samples.file("FED-060/fail.jwt", "JWT", request());
        samples.file("FED-060/pass-media-type.jwt", "application/oauth-authz-req+jwt", request());
        samples.request("FED-061", "pass", request());
        samples.request("FED-061", "fail", request().withText("iss", "https://other.province.example.cn"));
        samples.request("FED-062", "pass", request());
        samples.request("FED-062", "fail", request().with("aud", "[\"" + PROVIDER + "\",\"https://op.example.cn\"]"));
        samples.request("FED-063", "pass", request());
        samples.request("FED-063", "fail", request().withText("sub", FederationSamples.PLATFORM));
        samples.assertion("FED-064", "pass", assertion());
        samples.assertion("FED-064", "fail", assertion().withText("sub", "https://other.province.example.cn"));
        samples.request("FED-065", "pass", request());
        samples.request("FED-065", "fail", request().without("jti"));
        samples.request("FED-067", "pass", request());
        samples.request("FED-067", "fail", request().without("exp"));
        samples.request("FED-068", "pass", request().with("exp", Long.toString(SECONDS - 59)));
        samples.request("FED-068", "fail", request().with("exp", Long.toString(SECONDS - 60)));
        samples.request("FED-068", "fail-long", request().with("exp", Long.toString(SECONDS + 3661)));
        samples.request("FED-068", "fail-early", request().with("iat", Long.toString(SECONDS + 61)));
        samples.request("FED-071", "pass", request());
        samples.request("FED-071", "fail", request().withText("redirect_uri", FederationSamples.PLATFORM + "/cb/../x"));
        return samples.files;
    }

    static String sign(SigningKey key, String type, ClaimsText claims) {
        return FederationSamples.sign(key, type, claims);
    }

    private void request(String id, String name, ClaimsText claims) {
        files.put(id + "/expected.properties", "kind=request\n");
        file(id + '/' + name + ".jwt", "oauth-authz-req+jwt", claims);
    }

    private void assertion(String id, String name, ClaimsText claims) {
        files.put(id + "/expected.properties", "kind=assertion\n");
        file(id + '/' + name + ".jwt", "client-authentication+jwt", claims);
    }

    private void file(String name, String type, ClaimsText claims) {
        files.put(name, sign(FederationSamples.PLATFORM_KEY, type, claims));
    }
}
