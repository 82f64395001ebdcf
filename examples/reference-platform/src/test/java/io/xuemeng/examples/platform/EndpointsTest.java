package io.xuemeng.examples.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.jose.JwkReader;
import io.xuemeng.core.jose.JwkSet;
import io.xuemeng.core.net.FetchPolicy;
import io.xuemeng.core.net.HttpFetcher;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.MessageBundle;
import io.xuemeng.examples.platform.federation.Entity;
import io.xuemeng.examples.platform.web.Pages;
import io.xuemeng.identity.federation.EntityMetadata;
import io.xuemeng.identity.federation.FederationProfile;
import io.xuemeng.identity.federation.TrustAnchor;
import io.xuemeng.identity.federation.TrustChain;
import io.xuemeng.identity.federation.TrustChainResolver;
import io.xuemeng.identity.federation.TrustChainVerifier;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other programs find: documents, keys, statements; and what every page says to a browser. */
class EndpointsTest {

    @TempDir
    private static Path folder;

    private static TestFederation federation;

    @BeforeAll
    static void start() throws Exception {
        federation = TestFederation.start(folder);
    }

    @AfterAll
    static void stop() {
        federation.close();
    }

    private static HttpResponse<String> get(URI platform, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(platform + path)).build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void saysWhatTheIssuerCanDo() throws Exception {
        HttpResponse<String> document = get(federation.province, "/.well-known/openid-configuration");

        assertThat(document.statusCode()).isEqualTo(200);
        assertThat(document.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(document.body())
                .contains(
                        "\"issuer\":\"" + federation.province + "\"",
                        "\"code_challenge_methods_supported\":[\"S256\"]",
                        "\"response_types_supported\":[\"code\"]",
                        "\"subject_types_supported\":[\"pairwise\"]",
                        "\"require_signed_request_object\":true",
                        "\"authorization_response_iss_parameter_supported\":true",
                        "\"statements/read/mine\"")
                .doesNotContain("implicit", "HS256", "\"none\",\"ES256\"");
        for (String endpoint :
                List.of("authorization_endpoint", "token_endpoint", "userinfo_endpoint", "end_session_endpoint")) {
            assertThat(HandMadeClient.member(document.body(), endpoint)).startsWith(federation.province + "/");
        }
    }

    @Test
    void publishesItsKeysTheSm2OnesApartAndNothingPrivate() throws Exception {
        for (String path : List.of("/jwks", "/jwks/sm2")) {
            HttpResponse<String> keys = get(federation.province, path);
            FindingCollector findings = new FindingCollector();
            JwkSet set = JwkReader.standard().readSet(keys.body().getBytes(StandardCharsets.UTF_8), findings);
            assertThat(set.keys()).hasSize(1);
            assertThat(findings.isEmpty()).isTrue();
            assertThat(set.onlySm2().keys()).hasSize(path.endsWith("sm2") ? 1 : 0);
            assertThat(keys.body()).doesNotContain("\"d\"");
        }
    }

    @Test
    void aHubDoesNotVouchForItself() throws Exception {
        HttpResponse<String> answer = get(federation.hub, "/federation/fetch?sub=" + federation.hub);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"error\":\"invalid_request\"");
    }

    @Test
    void statementsAreAnsweredWithoutTheBodyToHeadAndToOtherMethodsNotAtAll() throws Exception {
        for (String path : List.of(
                "/.well-known/openid-federation", "/federation/list", "/federation/fetch?sub=" + federation.province)) {
            HttpResponse<String> got = get(federation.hub, path);
            HttpResponse<String> head = send("HEAD", path);
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.headers().firstValue("Content-Type"))
                    .isEqualTo(got.headers().firstValue("Content-Type"));
            for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
                HttpResponse<String> refused = send(method, path);
                assertThat(refused.statusCode()).isEqualTo(405);
                assertThat(refused.headers().firstValue("Allow")).contains("GET, HEAD");
            }
        }
    }

    private static HttpResponse<String> send(String method, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(federation.hub + path))
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void letsAnybodyWhoKnowsTheHubFindOutWhyAPlatformIsToBeTrusted() throws Exception {
        FetchPolicy policy = FetchPolicy.publicHttps();
        for (URI origin : List.of(federation.hub, federation.province, federation.platform)) {
            policy = policy.allowOrigin(origin);
        }
        TrustAnchor hub = new TrustAnchor(
                federation.hub.toString(), Entity.keySet(federation.keys("hub").federation()));

        TrustChain chain = TrustChainResolver.over(
                        TrustChainVerifier.trusting(
                                List.of(hub), FederationProfile.standard().withHttpOnLoopback()),
                        HttpFetcher.under(policy))
                .resolve(federation.platform.toString())
                .orElseThrow();

        assertThat(chain.vouchers())
                .singleElement()
                .satisfies(voucher -> assertThat(voucher.superior()).isEqualTo(federation.hub.toString()));
        assertThat(chain.metadata().texts(EntityMetadata.OPENID_RELYING_PARTY, "client_registration_types"))
                .containsExactly("automatic");
        assertThat(chain.metadata().texts(EntityMetadata.OPENID_PROVIDER, "subject_types_supported"))
                .containsExactly("pairwise");
    }

    @Test
    void listsAndVouchesForItsMembersOnly() throws Exception {
        assertThat(get(federation.hub, "/federation/list").body())
                .isEqualTo("[\"" + federation.province + "\",\"" + federation.platform + "\"]");
        assertThat(get(federation.hub, "/federation/list?entity_type=openid_provider")
                        .body())
                .contains(federation.province.toString());
        assertThat(get(federation.hub, "/federation/list?entity_type=none").body())
                .isEqualTo("[]");
        assertThat(get(federation.hub, "/federation/list?trust_marked=true").statusCode())
                .isEqualTo(400);
        assertThat(get(federation.hub, "/federation/fetch").statusCode()).isEqualTo(400);
        assertThat(get(federation.hub, "/federation/fetch?sub=a&sub=b").statusCode())
                .isEqualTo(400);
        HttpResponse<String> stranger = get(federation.hub, "/federation/fetch?sub=https://stranger.example.cn");
        assertThat(stranger.statusCode()).isEqualTo(404);
        assertThat(stranger.body()).contains("\"error\":\"not_found\"").doesNotContain("stranger");
        assertThat(get(federation.platform, "/federation/fetch?sub=x").statusCode())
                .as("a platform vouches for nobody")
                .isEqualTo(404);
        assertThat(get(federation.hub, "/authorize").statusCode())
                .as("a hub signs nobody in")
                .isEqualTo(404);
    }

    @Test
    void tellsBrowsersWhatNoPageOfItsDoes() throws Exception {
        for (String path : List.of("/", "/signin", "/signout", "/visit/callback", "/authorize")) {
            HttpResponse<String> page = get(federation.province, path);
            assertThat(page.headers().firstValue("Content-Security-Policy"))
                    .as(path)
                    .contains(
                            "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri"
                                    + " 'none'");
            assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(page.headers().allValues("Set-Cookie"))
                    .allSatisfy(cookie -> assertThat(cookie)
                            .matches("__Host-[a-z]+-\\d+=[A-Za-z0-9_-]*; Path=/; Secure; HttpOnly; SameSite=Lax.*"));
            assertThat(page.body()).doesNotContain("<script", "style=\"", "onclick");
        }
    }

    @Test
    void escapesWhatARequestSays() throws Exception {
        String hostile = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E";

        for (String path : List.of("/signin?lang=en&x=" + hostile, "/signin?request=" + hostile, "/?lang=" + hostile)) {
            assertThat(get(federation.province, path).body()).as(path).doesNotContain("<script");
        }
        assertThat(get(federation.hub, "/choose?client_id=" + hostile).body()).doesNotContain("<script");
    }

    @Test
    void hasEverySentenceOfItsPagesInBothLanguages() {
        MessageBundle texts = MessageBundle.load("pages", Pages.class::getResourceAsStream);

        assertThat(texts.keys(Locale.CHINESE)).isEqualTo(texts.keys(Locale.ENGLISH));
        assertThat(texts.keys(Locale.CHINESE))
                .filteredOn(key -> !key.startsWith("otherLanguage"))
                .allSatisfy(key -> assertThat(texts.text(key, Locale.CHINESE)).matches("(?s).*\\p{IsHan}.*"));
    }
}
