package io.xuemeng.examples.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.examples.platform.account.Accounts;
import io.xuemeng.examples.platform.federation.Entity;
import io.xuemeng.examples.platform.federation.EntityDescription;
import io.xuemeng.examples.platform.federation.EntityKeys;
import io.xuemeng.examples.platform.federation.Role;
import io.xuemeng.examples.platform.web.TrustedProxies;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What it judges is tested with the conformance kit. */
class TestingHookTest {

    @TempDir
    private Path folder;

    @Test
    void saysWhatIsWrongWithATrustAnchorThatIsNone() throws Exception {
        EntityKeys keys = EntityKeys.in(folder);
        EntityDescription hub = new EntityDescription(
                "https://hub.example.cn", Role.HUB.entityTypes(), Entity.keySet(keys.federation()));
        Entity.Settings entity = new Entity.Settings(
                URI.create("https://a.example.cn"), Role.PLATFORM, "乙", keys, hub, hub.entity(), List.of(), List.of());
        String jwks = new String(Entity.keySet(keys.federation()).toJson(), StandardCharsets.UTF_8);
        try (PlatformServer server = PlatformServer.start(new PlatformServer.Settings(
                "localhost",
                0,
                TrustedProxies.none(),
                new Clients("https://a.example.cn"),
                null,
                new IdentityPart.Settings(entity, Accounts.none(), false, true)))) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(server.address() + "/testing/relying-party"))
                                    .POST(HttpRequest.BodyPublishers.ofString(
                                            "{\"use\":\"id_token\",\"token\":\"x\",\"issuer\":\"https://b.example.cn\","
                                                    + "\"trust_anchors\":[{\"entity\":\"no address\",\"jwks\":" + jwks
                                                    + "}]}"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body())
                    .contains("\"accepted\":false", "the trust anchor is none")
                    .contains("no address");
        }
    }
}
