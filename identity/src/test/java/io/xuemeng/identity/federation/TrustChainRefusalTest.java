package io.xuemeng.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.net.FetchPolicy;
import io.xuemeng.core.net.HttpFetcher;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.identity.TestKeys;
import io.xuemeng.identity.token.Verified;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustChainRefusalTest extends TrustChainScene {

    @ParameterizedTest
    @ValueSource(
            strings = {"https://192.0.2.7", "https://[2001:db8::7]", "https://evil.example.", "https://EVIL.example"})
    void whereNamesAreConstrainedAnAddressOfANetworkIsNoneAndADotAtTheEndMakesNoOther(String platform) {
        world.join(HUB, HUB_KEY);
        world.join(PROVINCE, PROVINCE_KEY, HUB);
        world.vouch(HUB, HUB_KEY, PROVINCE, PROVINCE_KEY);
        world.join(platform, PLATFORM_KEY, PROVINCE);
        world.vouch(
                PROVINCE,
                PROVINCE_KEY,
                StatementDraft.about(platform, TestKeys.setOf(PLATFORM_KEY))
                        .constraints(new TrustChainConstraints(-1, null, List.of("evil.example"), null)));

        assertRefused(resolver().resolve(platform), "FED-031", "FED-042");
    }

    @Test
    void whereNamesAreNotConstrainedAnEntityMayHaveAnAddressOfANetwork() {
        String platform = "https://192.0.2.7";
        world.join(HUB, HUB_KEY);
        world.join(PROVINCE, PROVINCE_KEY, HUB);
        world.vouch(HUB, HUB_KEY, PROVINCE, PROVINCE_KEY);
        world.join(platform, PLATFORM_KEY, PROVINCE);
        world.vouch(
                PROVINCE,
                PROVINCE_KEY,
                StatementDraft.about(platform, TestKeys.setOf(PLATFORM_KEY))
                        .constraints(new TrustChainConstraints(1, null, List.of(), null)));

        assertThat(resolver().resolve(platform).isAccepted()).isTrue();
    }

    @Test
    void loopsEnd() {
        world.join(PLATFORM, PLATFORM_KEY, PROVINCE);
        world.join(PROVINCE, PROVINCE_KEY, CITY);
        world.join(CITY, CITY_KEY, PROVINCE);
        world.vouch(PROVINCE, PROVINCE_KEY, PLATFORM, PLATFORM_KEY);
        world.vouch(CITY, CITY_KEY, PROVINCE, PROVINCE_KEY);
        world.vouch(PROVINCE, PROVINCE_KEY, CITY, CITY_KEY);

        assertRefused(resolver().resolve(PLATFORM), "FED-025", "FED-042");
        assertThat(world.requests).hasSizeLessThan(10).doesNotHaveDuplicates();
    }

    @Test
    void manySuperiorsAreNotAllAskedFor() {
        String[] superiors = IntStream.range(0, 100)
                .mapToObj(i -> "https://s" + i + ".example.cn")
                .toArray(String[]::new);
        world.join(PLATFORM, PLATFORM_KEY, superiors);

        Verified<TrustChain> chain = resolver().resolve(PLATFORM);

        assertThat(chain.findings()).extracting(Finding::id).contains("FED-041", "FED-042");
        assertThat(world.requests).hasSize(1 + 8);
    }

    @Test
    void aTreeThatGrowsUpwardsIsLeftAtTheLimit() {
        for (int level = 0; level < 4; level++) {
            for (int i = 0; i < Math.pow(4, level); i++) {
                String entity = "https://l" + level + "-" + i + ".example.cn";
                String[] superiors = new String[4];
                for (int j = 0; j < 4; j++) {
                    superiors[j] = "https://l" + (level + 1) + "-" + (i * 4 + j) + ".example.cn";
                    world.vouch(superiors[j], PLATFORM_KEY, entity, PLATFORM_KEY);
                }
                world.join(entity, PLATFORM_KEY, superiors);
            }
        }

        Verified<TrustChain> chain = resolver().resolve("https://l0-0.example.cn");

        assertThat(chain.findings()).extracting(Finding::id).contains("FED-041", "FED-042");
        assertThat(world.requests).hasSize(32);
    }

    @Test
    void saysWhatIsWrongWithASuperior() {
        threeLevels();
        world.documents.put(PROVINCE + "/fetch?sub=" + PLATFORM, "broken");
        assertRefused(resolver().resolve(PLATFORM), "FED-040", "FED-042");

        threeLevels();
        world.publish(
                PROVINCE,
                PROVINCE_KEY,
                StatementDraft.configuration(TestKeys.setOf(PROVINCE_KEY)).authorityHints(HUB));
        assertRefused(resolver().resolve(PLATFORM), "FED-043", "FED-042");

        threeLevels();
        world.documents.put(PROVINCE + "/fetch?sub=" + PLATFORM, world.documents.get(HUB + "/fetch?sub=" + PROVINCE));
        assertRefused(resolver().resolve(PLATFORM), "FED-044", "FED-042");

        threeLevels();
        world.documents.put(PLATFORM + "/.well-known/openid-federation", "<html>");
        assertRefused(resolver().resolve(PLATFORM), "JWS-002");
    }

    @Test
    void whoeverTakesAnAddressOverCannotSignForItsOwner() {
        threeLevels();
        SigningKey thief = SigningKey.generate(KeyType.P_256);
        world.join(PLATFORM, thief, PROVINCE);

        assertRefused(resolver().resolve(PLATFORM), "JWS-016", "FED-042");
    }

    @Test
    void anEntityIdentifierIsAnAddressAndLeadsNowhereItMustNot() throws Exception {
        assertRefused(resolver().resolve("platform"), "FED-004");
        assertRefused(resolver().resolve("https://a@platform.example.cn"), "FED-004");
        TrustChainResolver guarded = TrustChainResolver.over(
                TrustChainVerifier.trusting(
                        List.of(new TrustAnchor(HUB, TestKeys.setOf(HUB_KEY))), FederationProfile.standard()),
                HttpFetcher.under(FetchPolicy.publicHttps().withTimeLimit(Duration.ofSeconds(2))));

        assertRefused(guarded.resolve("http://169.254.169.254"), "FED-004");
        assertRefused(guarded.resolve("https://169.254.169.254"), "FED-040");
        assertRefused(guarded.resolve("https://127.0.0.1"), "FED-040");
    }

    @Test
    void worksOverHttpOnOneMachineWhenBothTheProfileAndTheFetcherSaySo() throws IOException {
        world.withHttpOnLoopback();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String hub = "http://localhost:" + server.getAddress().getPort() + "/hub";
        String platform = "http://localhost:" + server.getAddress().getPort() + "/platform";
        world.join(hub, HUB_KEY);
        world.join(platform, PLATFORM_KEY, hub);
        world.vouch(hub, HUB_KEY, platform, PLATFORM_KEY);
        server.createContext("/", exchange -> {
            String url = "http://localhost:" + server.getAddress().getPort()
                    + java.net.URLDecoder.decode(exchange.getRequestURI().toString(), StandardCharsets.UTF_8);
            byte[] body = world.documents.getOrDefault(url, "").getBytes(StandardCharsets.US_ASCII);
            exchange.getResponseHeaders().set("Content-Type", "application/entity-statement+jwt");
            exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            FetchPolicy policy =
                    FetchPolicy.publicHttps().allowOrigin(URI.create(hub).resolve("/"));
            TrustChainResolver resolver = TrustChainResolver.over(
                    TrustChainVerifier.trusting(
                            List.of(new TrustAnchor(hub, TestKeys.setOf(HUB_KEY))),
                            FederationProfile.standard().withClock(clock).withHttpOnLoopback()),
                    HttpFetcher.under(policy));

            assertThat(resolver.resolve(platform).orElseThrow().anchor()).isEqualTo(hub);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void plainHttpIsForThisMachineOnlyAndForDemonstrationsOnly() {
        TrustAnchor demonstration = new TrustAnchor("http://localhost:8080", TestKeys.setOf(HUB_KEY));
        FederationProfile local = FederationProfile.standard().withHttpOnLoopback();

        for (String entity :
                List.of("http://localhost:8081", "http://a.localhost", "http://127.0.0.2:1", "http://[::1]")) {
            assertThat(local.isEntity(entity)).as(entity).isTrue();
            assertThat(FederationProfile.standard().isEntity(entity)).as(entity).isFalse();
        }
        for (String entity : List.of(
                "http://province.example.cn",
                "http://10.0.0.1",
                "http://169.254.169.254",
                "http://localhost.example.cn",
                "http://127.0.0.1.example.cn",
                "http://user@localhost",
                "ftp://localhost")) {
            assertThat(local.isEntity(entity)).as(entity).isFalse();
            assertThatThrownBy(() -> new TrustAnchor(entity, TestKeys.setOf(HUB_KEY)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(TrustChainVerifier.trusting(List.of(demonstration), local)).isNotNull();
        assertThatThrownBy(() -> TrustChainVerifier.trusting(List.of(demonstration), FederationProfile.standard()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("http://localhost:8080");
        assertThatThrownBy(() -> world.issuer("http://localhost:8080", HUB_KEY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhichAddressesAreTakenWhereItIsSaid() {
        TrustAnchor hub = new TrustAnchor(HUB, TestKeys.setOf(HUB_KEY));
        FederationProfile local = FederationProfile.standard().withHttpOnLoopback();
        for (FederationProfile profile : List.of(FederationProfile.standard(), local)) {
            Finding refusal = TrustChainResolver.over(
                            TrustChainVerifier.trusting(List.of(hub), profile),
                            HttpFetcher.under(FetchPolicy.publicHttps()))
                    .resolve("http://example.cn")
                    .findings()
                    .get(0);

            assertThat(refusal.problem(Locale.ENGLISH).contains("http address of this machine"))
                    .isEqualTo(profile == local);
            assertThat(refusal.problem(Locale.CHINESE).contains("本机的 http 地址")).isEqualTo(profile == local);
            assertThatThrownBy(() -> EntityStatementIssuer.of("http://example.cn", HUB_KEY, "1", profile))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("the entity identifier of an issuer of statements is an https address")
                    .satisfies(refused -> assertThat(refused.getMessage().contains("http address of this machine"))
                            .isEqualTo(profile == local));
        }
    }
}
