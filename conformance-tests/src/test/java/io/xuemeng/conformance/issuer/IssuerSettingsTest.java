package io.xuemeng.conformance.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.xuemeng.conformance.role.Settings;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SigningKey;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the kit makes of the target file of an issuer. */
class IssuerSettingsTest {

    @TempDir
    Path folder;

    private static Map<String, Object> client(String id) {
        return Map.of(
                "id",
                id,
                "redirect-uri",
                "https://kit.example.cn/callback",
                "post-logout-redirect-uri",
                "https://kit.example.cn/signed-out",
                "logout-listen",
                0);
    }

    private IssuerTerms connect(Workspace workspace, Map<String, Object> changes) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "endpoint", "https://issuer.example.cn", "user", "lihua:correct horse", "client", client("kit")));
        settings.putAll(changes);
        return new IssuerKit()
                .connect(new Settings("roles.issuer", settings, folder), workspace)
                .terms();
    }

    private static String inbox(ClientTerms client) {
        return Objects.requireNonNull(Objects.requireNonNull(client.logout()).inbox())
                .address();
    }

    @Test
    void eachClientIsToldAtAPathOfItsOwn() {
        try (Workspace workspace = new Workspace("run", folder)) {
            IssuerTerms terms = connect(workspace, Map.of("second-client", client("kit2")));

            assertThat(inbox(terms.client())).endsWith("/logout");
            assertThat(inbox(Objects.requireNonNull(terms.second()))).endsWith("/logout-2");
        }
    }

    private List<String> grants(Map<String, Object> changes) throws Exception {
        try (Workspace workspace = new Workspace("run", folder)) {
            Map<String, Object> member =
                    Map.of("key", SigningKey.generate(KeyType.P_256).toPem(), "superior", "https://hub.example.cn");
            Map<String, Object> all = new HashMap<>(changes);
            all.put("client", member);
            URI id = URI.create(connect(workspace, all).client().id() + "/.well-known/openid-federation");
            String statement = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(id).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            JsonNode metadata = Json.claims(statement).path("metadata").path("openid_relying_party");
            return Json.texts(metadata.path("grant_types"));
        }
    }

    @Test
    void aMemberOfAFederationStatesTheGrantsThatItUses() throws Exception {
        assertThat(grants(Map.of())).containsExactly("authorization_code");
        assertThat(grants(Map.of("features", List.of("refresh-token"))))
                .containsExactly("authorization_code", "refresh_token");
        assertThat(grants(Map.of("scope", "openid offline_access")))
                .containsExactly("authorization_code", "refresh_token");
    }
}
