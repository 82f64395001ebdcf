package io.xuemeng.identity.federation;

import io.xuemeng.core.jose.JwkSet;
import io.xuemeng.core.jose.JwsHeader;
import io.xuemeng.core.jose.JwsResult;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.identity.claims.Validity;
import io.xuemeng.identity.token.Verified;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verifies trust chains that somebody hands over. It guarantees that every statement of a chain it accepts was signed by whom it says,
 * is in force, and follows from the one above, up to a trust anchor of the caller's; that all constraints hold; and that the metadata
 * it gives are what all policies together allow (OpenID Federation 1.0, 10.2). Build one and share it between threads.
 *
 * <pre>{@code
 * var verifier = TrustChainVerifier.trusting(List.of(new TrustAnchor("https://hub.example.cn", hubKeys)), FederationProfile.chinese());
 * Verified<TrustChain> chain = verifier.verify(statements);
 * }</pre>
 */
public final class TrustChainVerifier {

    private final Map<String, TrustAnchor> anchors;
    private final FederationProfile profile;
    private final EntityStatementReader reader;

    private TrustChainVerifier(Map<String, TrustAnchor> anchors, FederationProfile profile) {
        this.anchors = anchors;
        this.profile = profile;
        this.reader = new EntityStatementReader(profile);
    }

    /**
     * A verifier that trusts these anchors.
     *
     * @throws IllegalArgumentException when there is none, two have one identifier, or one is under plain http and the profile takes none
     */
    public static TrustChainVerifier trusting(Collection<TrustAnchor> anchors, FederationProfile profile) {
        Map<String, TrustAnchor> byEntity = new LinkedHashMap<>();
        for (TrustAnchor anchor : anchors) {
            profile.requireEntity(anchor.entity(), "a trust anchor");
            if (byEntity.put(anchor.entity(), anchor) != null) {
                throw new IllegalArgumentException("two trust anchors have the identifier " + anchor.entity());
            }
        }
        if (byEntity.isEmpty()) {
            throw new IllegalArgumentException("without a trust anchor nobody is trusted");
        }
        return new TrustChainVerifier(byEntity, profile);
    }

    /**
     * Verifies a chain.
     *
     * @param statements the entity's configuration, the statements about it and its superiors, and, if it is there, the trust anchor's
     *     configuration
     */
    public Verified<TrustChain> verify(List<String> statements) {
        FindingCollector findings = new FindingCollector();
        int limit = profile.reach().statements();
        if (statements.isEmpty() || statements.size() > limit) {
            findings.report(Finding.of(FederationRequirement.CHAIN_LENGTH)
                    .with("found", statements.size())
                    .with("limit", limit)
                    .build());
            return Verified.refused(findings.findings());
        }
        List<EntityStatement> read = new ArrayList<>(statements.size());
        for (int i = 0; i < statements.size(); i++) {
            EntityStatement statement = reader.read(statements.get(i), entry(i), findings);
            if (statement != null) {
                read.add(statement);
            }
        }
        return findings.isEmpty() ? verifyRead(read) : Verified.refused(findings.findings());
    }

    /** The same for a chain about one entity. */
    public Verified<TrustChain> verify(String subject, List<String> statements) {
        Verified<TrustChain> verified = verify(statements);
        if (verified.isAccepted() && !verified.orElseThrow().subject().equals(subject)) {
            return Verified.refused(List.of(Finding.of(FederationRequirement.CHAIN_SUBJECT)
                    .with("found", verified.orElseThrow().subject())
                    .with("expected", subject)
                    .build()));
        }
        return verified;
    }

    Verified<TrustChain> verifyRead(List<EntityStatement> chain) {
        FindingCollector findings = new FindingCollector();
        checkShape(chain, findings);
        checkTimes(chain, findings);
        if (!findings.isEmpty()) {
            return Verified.refused(findings.findings());
        }
        checkSignatures(chain, findings);
        ChainConstraints.check(chain, findings);
        if (!findings.isEmpty()) {
            return Verified.refused(findings.findings());
        }
        EntityMetadata metadata = resolve(chain, findings);
        if (metadata == null) {
            return Verified.refused(findings.findings());
        }
        return Verified.accepted(chain(chain, metadata));
    }

    boolean isAnchor(String entity) {
        return anchors.containsKey(entity);
    }

    FederationProfile profile() {
        return profile;
    }

    EntityStatementReader reader() {
        return reader;
    }

    static String entry(int index) {
        return "[" + index + "]";
    }

    static Finding.Builder at(int index, FederationRequirement requirement) {
        return Finding.of(requirement).at(Location.entry(entry(index)));
    }

    private void checkShape(List<EntityStatement> chain, FindingCollector findings) {
        EntityStatement first = chain.get(0);
        if (!first.isConfiguration()) {
            findings.report(at(0, FederationRequirement.CHAIN_BEGIN)
                    .with("issuer", first.issuer())
                    .with("subject", first.subject())
                    .build());
        }
        int last = chain.size() - 1;
        Set<String> seen = new HashSet<>();
        for (int i = 0; i <= last; i++) {
            EntityStatement statement = chain.get(i);
            if (i > 0 && !statement.subject().equals(chain.get(i - 1).issuer())) {
                findings.report(at(i, FederationRequirement.CHAIN_LINK)
                        .with("found", statement.subject())
                        .with("expected", chain.get(i - 1).issuer())
                        .build());
            }
            // Only the anchor speaks twice: of the one below it, and, at the end, of itself.
            boolean anchorsOwn = i == last && i > 0 && statement.isConfiguration();
            boolean inTheMiddle = i > 0 && i < last && statement.isConfiguration();
            if (inTheMiddle || (!anchorsOwn && !seen.add(statement.issuer()))) {
                findings.report(at(i, FederationRequirement.CHAIN_LOOP)
                        .with("found", statement.issuer())
                        .build());
            }
        }
        String end = chain.get(last).issuer();
        if (!anchors.containsKey(end)) {
            findings.report(at(last, FederationRequirement.CHAIN_END)
                    .with("found", end)
                    .with("expected", anchors.keySet())
                    .build());
        }
        if (chain.size() > 1
                && first.isConfiguration()
                && !first.authorityHints().contains(chain.get(1).issuer())) {
            findings.report(at(1, FederationRequirement.CHAIN_HINT)
                    .with("superior", chain.get(1).issuer())
                    .with("subject", first.subject())
                    .build());
        }
    }

    private void checkTimes(List<EntityStatement> chain, FindingCollector findings) {
        Validity validity = profile.validity();
        Instant now = validity.now();
        long skew = validity.skew().toSeconds();
        for (int i = 0; i < chain.size(); i++) {
            EntityStatement statement = chain.get(i);
            if (!now.isBefore(statement.expiresAt().plus(validity.skew()))) {
                findings.report(at(i, FederationRequirement.NOT_EXPIRED)
                        .with(
                                "expired",
                                Duration.between(statement.expiresAt(), now).toSeconds())
                        .with("skew", skew)
                        .build());
            }
            if (statement.issuedAt().isAfter(now.plus(validity.skew()))) {
                findings.report(at(i, FederationRequirement.NOT_FROM_FUTURE)
                        .with(
                                "ahead",
                                Duration.between(now, statement.issuedAt()).toSeconds())
                        .with("skew", skew)
                        .build());
            }
        }
    }

    private void checkSignatures(List<EntityStatement> chain, FindingCollector findings) {
        int last = chain.size() - 1;
        for (int i = 0; i <= last; i++) {
            EntityStatement statement = chain.get(i);
            TrustAnchor anchor = anchors.get(statement.issuer());
            // The last one is the anchor's, whose keys came another way than this chain.
            JwkSet keys = i == last && anchor != null
                    ? anchor.keys()
                    : chain.get(i + 1).keys();
            JwsResult result = checkSignature(statement.compact(), keys, entry(i), findings);
            if (i == 0
                    && result instanceof JwsResult.Verified verified
                    && last > 0
                    && !statement.keys().keys().contains(verified.key())) {
                // What the superior vouches for is not what the entity says.
                findings.report(
                        at(0, FederationRequirement.KEYS).with("name", "jwks").build());
            }
        }
    }

    JwsResult checkSignature(String compact, JwkSet keys, String entry, FindingCollector findings) {
        JwsResult result = profile.verifier(keys).verify(compact);
        result.findings().forEach(finding -> findings.report(EntityStatementReader.Findings.in(entry, finding)));
        if (result instanceof JwsResult.Verified verified) {
            checkHeader(verified.header(), entry, findings);
        }
        return result;
    }

    private static void checkHeader(JwsHeader header, String entry, FindingCollector findings) {
        if (!header.type().orElse("").equals("entity-statement+jwt")) {
            findings.report(Finding.of(FederationRequirement.STATEMENT_TYPE)
                    .with("found", header.type().orElse("-"))
                    .at(Location.entry(entry))
                    .build());
        }
        if (header.keyId().orElse("").isEmpty()) {
            findings.report(Finding.of(FederationRequirement.STATEMENT_KEY_ID)
                    .at(Location.entry(entry))
                    .build());
        }
        if (header.member("trust_chain").isPresent()
                || header.member("peer_trust_chain").isPresent()) {
            findings.report(Finding.of(FederationRequirement.STATEMENT_WITHOUT_CHAIN)
                    .at(Location.entry(entry))
                    .build());
        }
    }

    private static @Nullable EntityMetadata resolve(List<EntityStatement> chain, FindingCollector findings) {
        EntityMetadata metadata = chain.get(0).metadata();
        if (chain.size() > 1) {
            metadata = metadata.overriddenBy(chain.get(1).metadata());
        }
        for (EntityStatement statement : chain) {
            List<String> types = statement.constraints() == null
                    ? null
                    : statement.constraints().allowedEntityTypes();
            if (types != null) {
                metadata = metadata.only(types);
            }
        }
        MetadataPolicy policy = MetadataPolicy.none();
        int at = chain.size() - 1;
        try {
            for (; at > 0; at--) {
                EntityStatement statement = chain.get(at);
                if (statement.metadataPolicy() != null) {
                    policy = policy.merge(MetadataPolicy.read(statement.metadataPolicy()));
                }
            }
            return policy.apply(metadata);
        } catch (PolicyException e) {
            findings.report(e.finding().at(Location.entry(entry(at))).build());
            return null;
        }
    }

    private static TrustChain chain(List<EntityStatement> chain, EntityMetadata metadata) {
        List<TrustChain.Voucher> vouchers = new ArrayList<>();
        Instant expiresAt = chain.get(0).expiresAt();
        for (int i = chain.size() - 1; i >= 0; i--) {
            EntityStatement statement = chain.get(i);
            if (statement.expiresAt().isBefore(expiresAt)) {
                expiresAt = statement.expiresAt();
            }
            if (!statement.isConfiguration()) {
                vouchers.add(new TrustChain.Voucher(
                        statement.issuer(), statement.subject(), statement.issuedAt(), statement.expiresAt()));
            }
        }
        EntityStatement last = chain.get(chain.size() - 1);
        return new TrustChain(
                chain.get(0).subject(),
                last.issuer(),
                vouchers,
                expiresAt,
                metadata,
                chain.get(0),
                last.isConfiguration() ? last : null,
                chain.stream().map(EntityStatement::compact).toList());
    }
}
