package io.xuemeng.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.identity.TestKeys;
import io.xuemeng.identity.token.Verified;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What holds for whatever somebody calls an entity statement. */
final class StatementInvariants {

    private static final FederationProfile PROFILE = FederationProfile.chinese().withClock(TestKeys.CLOCK);
    private static final TrustChainVerifier VERIFIER = TrustChainVerifier.trusting(
            List.of(new TrustAnchor(FederationSamples.HUB, TestKeys.setOf(FederationSamples.HUB_KEY))), PROFILE);

    private StatementInvariants() {}

    /** Any text as a statement: read, or refused with findings that say why in both languages. */
    static void holdForText(String compact) {
        FindingCollector findings = new FindingCollector();
        EntityStatement statement = new EntityStatementReader(PROFILE).read(compact, "statement", findings);
        assertThat(statement == null).isEqualTo(!findings.isEmpty());
        assertShown(findings.findings());
        if (statement != null) {
            assertThat(PROFILE.isEntity(statement.issuer())).isTrue();
            assertThat(PROFILE.isEntity(statement.subject())).isTrue();
            assertThat(statement.keys().keys()).isNotEmpty();
            assertThat(statement.compact()).isEqualTo(compact);
        }
    }

    /** Any bytes as what a trust anchor signed of itself, and as a policy: the chain is accepted or refused, and nothing else happens. */
    static void holdForPayload(byte[] payload) {
        String compact = TestKeys.sign(
                FederationSamples.HUB_KEY,
                "{\"alg\":\"EdDSA\",\"kid\":\"" + TestKeys.keyId(FederationSamples.HUB_KEY)
                        + "\",\"typ\":\"entity-statement+jwt\"}",
                new String(payload, StandardCharsets.ISO_8859_1));
        holdForText(compact);
        Verified<TrustChain> chain = VERIFIER.verify(List.of(compact));
        assertShown(chain.findings());
        List<String> inTheMiddle = List.of(
                FederationSamples.chain().get(0),
                FederationSamples.chain().get(1),
                compact,
                FederationSamples.chain().get(3));
        assertShown(VERIFIER.verify(inTheMiddle).findings());
    }

    private static void assertShown(List<Finding> findings) {
        for (Finding finding : findings) {
            assertThat(finding.message(Locale.ENGLISH)).isNotBlank();
            assertThat(finding.message(Locale.SIMPLIFIED_CHINESE)).isNotBlank();
        }
    }
}
