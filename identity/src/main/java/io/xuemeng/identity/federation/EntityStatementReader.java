package io.xuemeng.identity.federation;

import io.xuemeng.core.jose.JwkSet;
import io.xuemeng.core.requirement.Argument;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.identity.claims.ClaimRequirement;
import io.xuemeng.identity.claims.Claims;
import io.xuemeng.identity.claims.UnverifiedPayload;
import java.net.URI;
import java.net.URISyntaxException;
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
            "aud",
            "trust_anchor");

    private static final List<String> OF_CONFIGURATIONS =
            List.of("authority_hints", "trust_anchor_hints", "trust_marks", "trust_mark_issuers", "trust_mark_owners");

    private static final List<String> OF_SUBORDINATES =
            List.of("constraints", "metadata_policy", "metadata_policy_crit", "source_endpoint");

    /** What only requests and answers of explicit registration have, unless an extension has it too. */
    private static final List<String> OF_REGISTRATIONS = List.of("aud", "trust_anchor");

    private static final Argument ADDRESS =
            new Argument.Term("an http or https address without fragment", "不含片段的 http 或 https 地址");

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
        checkCriticalOperators(claims);
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
                        parts.trustMarks(),
                        parts.trustMarkIssuers(),
                        parts.trustMarkOwners(),
                        sourceEndpoint(claims));
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

    /** Where the statement was issued; reported when it is no address. */
    private static @Nullable String sourceEndpoint(Claims claims) {
        String address = claims.text("source_endpoint");
        if (address != null && !isAddress(address)) {
            claims.report(
                    Finding.of(ClaimRequirement.CLAIM_FORM)
                            .with("name", "source_endpoint")
                            .with("expected", ADDRESS),
                    "source_endpoint");
        }
        return address;
    }

    private static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            String authority = address.getRawAuthority();
            return ("https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme()))
                    && authority != null
                    && !authority.isEmpty()
                    && address.getRawFragment() == null;
        } catch (URISyntaxException e) {
            // Of no form that an address has.
            return false;
        }
    }

    private void checkPlaces(Claims claims, boolean configuration) {
        for (String name : configuration ? OF_SUBORDINATES : OF_CONFIGURATIONS) {
            if (claims.has(name)) {
                claims.report(FederationRequirement.CLAIM_PLACE, name);
            }
        }
        for (String name : OF_REGISTRATIONS) {
            if (claims.has(name) && !profile.understoodClaims().contains(name)) {
                claims.report(FederationRequirement.CLAIM_PLACE, name);
            }
        }
    }

    /** An operator that is called critical has to be understood whether a policy uses it or not (3.1.3). */
    private static void checkCriticalOperators(Claims claims) {
        List<String> critical = claims.texts("metadata_policy_crit");
        if (critical != null) {
            claims.report(
                    Finding.of(FederationRequirement.POLICY_CRITICAL)
                            .with("operator", critical.isEmpty() ? List.of("[]") : critical),
                    "metadata_policy_crit");
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
            MetadataPolicy.read(statement.metadataPolicy());
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
