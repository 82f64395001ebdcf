package io.xuemeng.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.xuemeng.core.json.RawJson;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.identity.TestKeys;
import io.xuemeng.identity.token.Verified;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrustChainResolverTest extends TrustChainScene {

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
