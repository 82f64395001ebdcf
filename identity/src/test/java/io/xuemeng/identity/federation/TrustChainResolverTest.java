package io.xuemeng.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpServer;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.core.net.FetchPolicy;
import io.xuemeng.core.net.HttpFetcher;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.identity.SampleFolders;
import io.xuemeng.identity.TestKeys;
import io.xuemeng.identity.keys.MutableClock;
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

class TrustChainResolverTest {

    private static final String HUB = "https://hub.example.cn";
    private static final String PROVINCE = "https://province.example.cn";
    private static final String CITY = "https://city.example.cn";
    private static final String PLATFORM = "https://platform.example.cn";
    private static final SigningKey HUB_KEY = SigningKey.generate(KeyType.P_256);
    private static final SigningKey PROVINCE_KEY = SigningKey.generate(KeyType.SM2);
    private static final SigningKey CITY_KEY = SigningKey.generate(KeyType.ED25519);
    private static final SigningKey PLATFORM_KEY = SigningKey.generate(KeyType.P_256);

    private final MutableClock clock = new MutableClock();
    private final FederationWorld world = new FederationWorld(clock);

    private TrustChainResolver resolver(FederationProfile profile) {
        return TrustChainResolver.over(
                TrustChainVerifier.trusting(
                        List.of(new TrustAnchor(HUB, TestKeys.setOf(HUB_KEY))), profile.withClock(clock)),
                world);
    }

    private TrustChainResolver resolver() {
        return resolver(FederationProfile.chinese());
    }

    private void threeLevels() {
        world.join(HUB, HUB_KEY);
        world.join(PROVINCE, PROVINCE_KEY, HUB);
        world.join(PLATFORM, PLATFORM_KEY, PROVINCE);
        world.vouch(HUB, HUB_KEY, PROVINCE, PROVINCE_KEY);
        world.vouch(PROVINCE, PROVINCE_KEY, PLATFORM, PLATFORM_KEY);
    }

    private static void assertRefused(Verified<TrustChain> chain, String... ids) {
        assertThat(chain.isAccepted()).isFalse();
        assertThat(chain.findings()).extracting(Finding::id).containsExactly(ids);
        SampleFolders.assertFilled(chain.findings());
    }

    @Test
    void findsThePathThroughAProvinceThatSignsWithSm2() {
        threeLevels();

        TrustChain chain = resolver().resolve(PLATFORM).orElseThrow();

        assertThat(chain.anchor()).isEqualTo(HUB);
        assertThat(chain.vouchers())
                .extracting(TrustChain.Voucher::superior, TrustChain.Voucher::subordinate)
                .containsExactly(tuple(HUB, PROVINCE), tuple(PROVINCE, PLATFORM));
        assertThat(chain.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofDays(1)));
        assertThat(chain.metadata().texts(EntityMetadata.OPENID_RELYING_PARTY, "redirect_uris"))
                .containsExactly(PLATFORM + "/cb");
        assertThat(chain.toString()).contains(HUB + " → " + PROVINCE + " → " + PLATFORM);
        assertThat(chain.statements()).hasSize(4);
        assertThat(world.requests).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void sm2IsForFederationsThatAgreedOnIt() {
        threeLevels();

        assertRefused(resolver(FederationProfile.standard()).resolve(PLATFORM), "JWS-008", "FED-042");
    }

    @Test
    void aChainThatWasFoundCanBeHandedOn() {
        threeLevels();
        List<String> statements = resolver().resolve(PLATFORM).orElseThrow().statements();
        TrustChainVerifier offline = TrustChainVerifier.trusting(
                List.of(new TrustAnchor(HUB, TestKeys.setOf(HUB_KEY))),
                FederationProfile.chinese().withClock(clock));

        assertThat(offline.verify(PLATFORM, statements).isAccepted()).isTrue();
        assertThat(offline.verify(statements.subList(0, 3)).orElseThrow().statedAnchorConfiguration())
                .isEmpty();
        assertRefused(offline.verify(CITY, statements), "FED-026");
    }

    @Test
    void keepsAChainAndLooksAgainWhenItIsTime() {
        threeLevels();
        TrustChainResolver resolver = resolver();
        resolver.resolve(PLATFORM);
        clock.advance(Duration.ofMinutes(59));
        resolver.resolve(PLATFORM);
        assertThat(world.requests).hasSize(5);

        clock.advance(Duration.ofMinutes(1));
        world.documents.remove(PROVINCE + "/fetch?sub=" + PLATFORM);
        assertThat(resolver.resolve(PLATFORM).isAccepted()).isFalse();
        resolver.forget(PLATFORM);
        world.vouch(PROVINCE, PROVINCE_KEY, PLATFORM, PLATFORM_KEY);
        assertThat(resolver.resolve(PLATFORM).isAccepted()).isTrue();
    }

    @Test
    void askingForWhomNobodyVouchesIsAnsweredFromMemoryForAWhile() {
        TrustChainResolver resolver = resolver();
        for (int i = 0; i < 100; i++) {
            assertRefused(resolver.resolve(PLATFORM), "FED-040");
        }
        assertThat(world.requests).hasSize(1);
        clock.advance(Duration.ofSeconds(30));
        resolver.resolve(PLATFORM);
        assertThat(world.requests).hasSize(2);
    }

    @Test
    void tellsWhatItKeepsAndFetchesNothingForThat() {
        threeLevels();
        String nobody = "https://nobody.example.cn";
        TrustChainResolver resolver = resolver();
        assertThat(resolver.kept(PLATFORM)).isEmpty();
        assertThat(resolver.kept("no address")).isEmpty();
        assertThat(world.requests).isEmpty();

        Verified<TrustChain> chain = resolver.resolve(PLATFORM);
        resolver.resolve(nobody);
        int requests = world.requests.size();

        assertThat(resolver.kept(PLATFORM)).contains(chain);
        assertThat(resolver.kept(nobody).orElseThrow().isAccepted()).isFalse();
        clock.advance(Duration.ofHours(1));
        assertThat(resolver.kept(PLATFORM)).isEmpty();
        assertThat(world.requests).hasSize(requests);
    }

    @Test
    void theTrustAnchorIsItsOwnChain() {
        threeLevels();

        TrustChain chain = resolver().resolve(HUB).orElseThrow();

        assertThat(chain.vouchers()).isEmpty();
        assertThat(chain.statements()).hasSize(1);
    }

    @Test
    void takesTheShortestOfSeveralPaths() {
        threeLevels();
        world.join(CITY, CITY_KEY, PROVINCE);
        world.vouch(PROVINCE, PROVINCE_KEY, CITY, CITY_KEY);
        world.join(PLATFORM, PLATFORM_KEY, CITY, PROVINCE);
        world.vouch(CITY, CITY_KEY, PLATFORM, PLATFORM_KEY);

        assertThat(resolver().resolve(PLATFORM).orElseThrow().vouchers()).hasSize(2);
    }

    @Test
    void takesAnotherPathWhenTheShortestIsNotValid() {
        threeLevels();
        world.join(CITY, CITY_KEY, PROVINCE);
        world.vouch(PROVINCE, PROVINCE_KEY, CITY, CITY_KEY);
        world.join(PLATFORM, PLATFORM_KEY, CITY, PROVINCE);
        world.vouch(CITY, CITY_KEY, PLATFORM, PLATFORM_KEY);
        world.vouch(
                PROVINCE,
                PROVINCE_KEY,
                StatementDraft.about(PLATFORM, TestKeys.setOf(PLATFORM_KEY))
                        .constraints(new TrustChainConstraints(-1, List.of(".elsewhere.example"), List.of(), null)));

        assertThat(resolver().resolve(PLATFORM).orElseThrow().vouchers()).hasSize(3);
    }

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
    void policiesAndMetadataOfSuperiorsAreApplied() {
        threeLevels();
        world.vouch(
                HUB,
                HUB_KEY,
                StatementDraft.about(PROVINCE, TestKeys.setOf(PROVINCE_KEY))
                        .metadataPolicy(
                                RawJson.of(
                                        "{\"openid_relying_party\":{\"subject_type\":{\"value\":\"pairwise\"},\"contacts\":{\"add\":[\"hub\"]}}}"))
                        .constraints(new TrustChainConstraints(
                                2, null, List.of("evil.example"), List.of(EntityMetadata.OPENID_RELYING_PARTY))));
        world.vouch(
                PROVINCE,
                PROVINCE_KEY,
                StatementDraft.about(PLATFORM, TestKeys.setOf(PLATFORM_KEY))
                        .metadata(EntityMetadata.OPENID_RELYING_PARTY, RawJson.of("{\"organization_name\":\"省平台\"}"))
                        .metadata(EntityMetadata.OPENID_PROVIDER, RawJson.of("{\"issuer\":\"x\"}"))
                        .metadataPolicy(
                                RawJson.of("{\"openid_relying_party\":{\"contacts\":{\"add\":[\"province\"]}}}")));

        EntityMetadata metadata = resolver().resolve(PLATFORM).orElseThrow().metadata();

        assertThat(metadata.text(EntityMetadata.OPENID_RELYING_PARTY, "subject_type"))
                .contains("pairwise");
        assertThat(metadata.text(EntityMetadata.OPENID_RELYING_PARTY, "organization_name"))
                .contains("省平台");
        assertThat(metadata.texts(EntityMetadata.OPENID_RELYING_PARTY, "contacts"))
                .containsExactly("hub", "province");
        assertThat(metadata.has(EntityMetadata.OPENID_PROVIDER)).isFalse();
    }

    @Test
    void rolesThatAreNotAllowedAreTakenAway() {
        threeLevels();
        world.vouch(
                HUB,
                HUB_KEY,
                StatementDraft.about(PROVINCE, TestKeys.setOf(PROVINCE_KEY))
                        .constraints(new TrustChainConstraints(-1, null, List.of(), List.of())));

        EntityMetadata metadata = resolver().resolve(PLATFORM).orElseThrow().metadata();

        assertThat(metadata.types()).containsOnlyKeys(EntityMetadata.FEDERATION_ENTITY);
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

    @Test
    void anIssuerIssuesNoStatementThatNobodyWouldTake() {
        assertThatThrownBy(() -> world.issuer(PROVINCE, CITY_KEY)
                        .issue(
                                StatementDraft.configuration(TestKeys.setOf(CITY_KEY))
                                        .metadataPolicy(RawJson.of("{}")),
                                Duration.ofDays(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("metadata_policy");
        assertThatThrownBy(() -> world.issuer("province", CITY_KEY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TrustAnchor("hub", TestKeys.setOf(HUB_KEY)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void trustMarksThatAreIssuedVerify() throws Exception {
        threeLevels();
        world.publish(
                HUB,
                HUB_KEY,
                StatementDraft.configuration(TestKeys.setOf(HUB_KEY))
                        .metadata(
                                EntityMetadata.FEDERATION_ENTITY,
                                RawJson.of("{\"federation_fetch_endpoint\":\"" + HUB + "/fetch\"}"))
                        .claim("trust_mark_issuers", RawJson.of("{\"" + HUB + "/m\":[\"" + PROVINCE + "\"]}")));
        String mark =
                world.issuer(PROVINCE, PROVINCE_KEY).issueTrustMark(PLATFORM, HUB + "/m", Duration.ofDays(30), null);
        TrustChainResolver resolver = resolver();
        TrustMarkVerifier marks =
                TrustMarkVerifier.of(FederationProfile.chinese().withClock(clock), resolver::resolve);

        TrustMark verified = marks.verify(
                        new ShownTrustMark(HUB + "/m", mark),
                        resolver.resolve(PLATFORM).orElseThrow())
                .orElseThrow();

        assertThat(verified.issuer()).isEqualTo(PROVINCE);
        assertThat(verified.owner()).isNull();
        assertThat(marks.verify(
                                new ShownTrustMark("x", "y"),
                                resolver.resolve(PLATFORM).orElseThrow())
                        .findings())
                .extracting(Finding::id)
                .containsExactly("JWS-002");
    }
}
