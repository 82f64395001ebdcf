package io.xuemeng.identity.federation;

import io.xuemeng.core.jose.JwkSet;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.identity.claims.Claims;
import io.xuemeng.identity.claims.UnverifiedPayload;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads entity statements whose signatures nobody has verified yet, because whom a statement is from decides which key is to verify it
 * (OpenID Federation 1.0, 3.2). Immutable and thread-safe.
 */
final class EntityStatementReader {

    private static final Set<String> KNOWN = Set.of(
            "iss",
            "sub",
            "iat",
            "exp",
            "authority_hints",
            "trust_anchor_hints",
            "crit",
            "metadata_policy_crit",
            "source_endpoint");

    /** The claims that the specification defines: {@code crit} never names them. */
    private static final Set<String> DEFINED = Set.of(
            "iss",
            "sub",
            "iat",
            "exp",
            "jwks",
            "metadata",
            "crit",
            "authority_hints",
            "trust_anchor_hints",
            "trust_marks",
            "trust_mark_issuers",
            "trust_mark_owners",
            "constraints",
            "metadata_policy",
            "metadata_policy_crit",
            "source_endpoint",
            "trust_anchor");

    private static final List<String> OF_CONFIGURATIONS =
            List.of("authority_hints", "trust_anchor_hints", "trust_marks", "trust_mark_issuers", "trust_mark_owners");

    private static final List<String> OF_SUBORDINATES =
            List.of("constraints", "metadata_policy", "metadata_policy_crit", "source_endpoint");

    private final FederationProfile profile;

    EntityStatementReader(FederationProfile profile) {
        this.profile = profile;
    }

    /**
     * Reads a statement.
     *
     * @param entry what findings call it
     * @return null when anything is wrong with it, which is reported
     */
    @Nullable
    EntityStatement read(String compact, String entry, FindingCollector findings) {
        FindingCollector own = new FindingCollector();
        EntityStatement statement = parse(compact, entry, own);
        own.findings().forEach(findings::report);
        return own.isEmpty() ? statement : null;
    }

    private @Nullable EntityStatement parse(String compact, String entry, FindingCollector findings) {
        byte[] payload = UnverifiedPayload.of(compact, profile.limits());
        if (payload == null) {
            // Not even in the form of a signed token: the verifier says in what way.
            profile.verifier(JwkSet.empty())
                    .verify(compact)
                    .findings()
                    .forEach(finding -> findings.report(Findings.in(entry, finding)));
            return null;
        }
        Claims claims = Claims.read(payload, KNOWN, entry, profile.limits(), findings);
        if (claims == null) {
            return null;
        }
        String issuer = entity(claims, "iss");
        String subject = entity(claims, "sub");
        Instant issuedAt = date(claims, "iat", FederationRequirement.ISSUED_PRESENT);
        Instant expiresAt = date(claims, "exp", FederationRequirement.EXPIRY_PRESENT);
        if (issuer != null && subject != null) {
            checkPlaces(claims, issuer.equals(subject));
        }
        checkCritical(claims);
        StatementParts parts = new StatementParts(claims, profile);
        JwkSet keys = parts.keySet("jwks", claims.raw("jwks"));
        List<String> critical = claims.texts("metadata_policy_crit");
        if (critical != null && critical.isEmpty()) {
            claims.report(
                    Finding.of(FederationRequirement.POLICY_CRITICAL).with("operator", "[]"), "metadata_policy_crit");
        }
        parts.hints("trust_anchor_hints");
        EntityStatement statement = issuer == null || subject == null || issuedAt == null || expiresAt == null
                ? null
                : new EntityStatement(
                        compact,
                        issuer,
                        subject,
                        issuedAt,
                        expiresAt,
                        keys,
                        parts.metadata(),
                        parts.hints("authority_hints"),
                        parts.constraints(),
                        claims.raw("metadata_policy"),
                        critical == null ? Set.of() : Set.copyOf(critical),
                        parts.trustMarks(),
                        parts.trustMarkIssuers(),
                        parts.trustMarkOwners(),
                        claims.text("source_endpoint"));
        if (statement != null) {
            checkPolicy(statement, claims);
        }
        return statement;
    }

    private @Nullable String entity(Claims claims, String name) {
        String entity = claims.text(name);
        if (entity == null ? claims.has(name) : profile.isEntity(entity)) {
            return entity;
        }
        claims.report(profile.noEntity(name, entity == null ? "-" : entity), name);
        return null;
    }

    private static @Nullable Instant date(Claims claims, String name, FederationRequirement missing) {
        if (!claims.has(name)) {
            claims.report(missing, name);
        }
        return claims.date(name);
    }

    private static void checkPlaces(Claims claims, boolean configuration) {
        for (String name : configuration ? OF_SUBORDINATES : OF_CONFIGURATIONS) {
            if (claims.has(name)) {
                claims.report(FederationRequirement.CLAIM_PLACE, name);
            }
        }
        if (claims.has("trust_anchor")) {
            claims.report(FederationRequirement.CLAIM_PLACE, "trust_anchor");
        }
    }

    private void checkCritical(Claims claims) {
        List<String> critical = claims.texts("crit");
        if (critical == null) {
            return;
        }
        for (String name : critical) {
            if (DEFINED.contains(name)
                    || !claims.has(name)
                    || !profile.understoodClaims().contains(name)) {
                claims.report(Finding.of(FederationRequirement.CRITICAL_CLAIMS).with("found", name), "crit");
            }
        }
        if (critical.isEmpty()) {
            claims.report(Finding.of(FederationRequirement.CRITICAL_CLAIMS).with("found", "[]"), "crit");
        }
    }

    private static void checkPolicy(EntityStatement statement, Claims claims) {
        if (statement.metadataPolicy() == null || statement.isConfiguration()) {
            return;
        }
        try {
            MetadataPolicy.read(statement.metadataPolicy(), statement.criticalOperators());
        } catch (PolicyException e) {
            claims.report(e.finding(), "metadata_policy");
        }
    }

    /** Findings about one statement of several. */
    static final class Findings {

        private Findings() {}

        /** The same finding in a named statement. */
        static Finding in(String entry, Finding finding) {
            Finding.Builder builder = Finding.of(finding.requirement())
                    .severity(finding.severity())
                    .at(Location.at(
                            entry,
                            finding.location().path(),
                            finding.location().line(),
                            finding.location().column()));
            finding.arguments().forEach(builder::with);
            return builder.build();
        }
    }
}
