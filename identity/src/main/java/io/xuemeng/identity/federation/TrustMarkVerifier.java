package io.xuemeng.identity.federation;

import io.xuemeng.core.jose.JwkSet;
import io.xuemeng.core.jose.JwsResult;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.identity.claims.Claims;
import io.xuemeng.identity.claims.UnverifiedPayload;
import io.xuemeng.identity.token.Verified;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the trust marks that an entity shows. It guarantees that a mark it accepts was signed by a member of the federation whom the
 * trust anchor lets issue marks of its type, on its owner's behalf where there is one; that it is about this entity, and in force
 * (OpenID Federation 1.0, 7.3). It does not ask the issuer whether the mark was withdrawn. Thread-safe.
 */
public final class TrustMarkVerifier {

    private static final Set<String> KNOWN =
            Set.of("iss", "sub", "iat", "exp", "trust_mark_type", "delegation", "ref", "logo_uri");

    private final FederationProfile profile;
    private final Function<String, Verified<TrustChain>> chains;

    private TrustMarkVerifier(FederationProfile profile, Function<String, Verified<TrustChain>> chains) {
        this.profile = profile;
        this.chains = chains;
    }

    /**
     * A verifier.
     *
     * @param chains finds the trust chain of a mark's issuer, such as {@code resolver::resolve}
     */
    public static TrustMarkVerifier of(FederationProfile profile, Function<String, Verified<TrustChain>> chains) {
        return new TrustMarkVerifier(profile, chains);
    }

    /**
     * Verifies a mark.
     *
     * @param mark one of the marks in what the entity says of itself
     * @param entity the entity's chain, which must have come with the trust anchor's configuration
     */
    public Verified<TrustMark> verify(ShownTrustMark mark, TrustChain entity) {
        FindingCollector findings = new FindingCollector();
        Claims claims = read(mark.compact(), findings);
        if (claims == null) {
            return Verified.refused(findings.findings());
        }
        TrustMark read = mark(claims);
        if (read == null) {
            return Verified.refused(findings.findings());
        }
        if (!read.subject().equals(entity.subject())) {
            report(claims, FederationRequirement.MARK_SUBJECT, "sub", read.subject(), entity.subject());
        }
        if (!read.type().equals(mark.type())) {
            report(claims, FederationRequirement.MARK_SUBJECT, "trust_mark_type", read.type(), mark.type());
        }
        EntityStatement anchor = entity.anchorConfiguration();
        List<String> issuers = anchor == null ? null : anchor.trustMarkIssuers().get(read.type());
        JwkSet keys = null;
        if (anchor == null || issuers == null || !(issuers.isEmpty() || issuers.contains(read.issuer()))) {
            claims.report(
                    Finding.of(FederationRequirement.MARK_ISSUER)
                            .with("issuer", read.issuer())
                            .with("type", read.type()),
                    "iss");
        } else {
            keys = keysOf(read.issuer(), entity, anchor, findings);
        }
        if (keys != null) {
            checkSignature(mark.compact(), keys, "trust-mark+jwt", findings);
        }
        TrustMarkOwner owner = anchor == null ? null : anchor.trustMarkOwners().get(read.type());
        String delegation = claims.text("delegation");
        if (owner != null || delegation != null) {
            checkDelegation(claims, read, owner, delegation);
        }
        return findings.isEmpty()
                ? Verified.accepted(new TrustMark(
                        read.type(),
                        read.issuer(),
                        read.subject(),
                        read.issuedAt(),
                        read.expiresAt(),
                        owner == null ? null : owner.entity()))
                : Verified.refused(findings.findings());
    }

    private @Nullable Claims read(String compact, FindingCollector findings) {
        byte[] payload = UnverifiedPayload.of(compact, profile.limits());
        if (payload == null) {
            profile.verifier(JwkSet.empty()).verify(compact).findings().forEach(findings::report);
            return null;
        }
        return Claims.read(payload, KNOWN, profile.limits(), findings);
    }

    /** What a mark says, or null when it lacks something, which is reported; its dates are held against the clock. */
    private @Nullable TrustMark mark(Claims claims) {
        String issuer = present(claims, "iss");
        String subject = present(claims, "sub");
        String type = present(claims, "trust_mark_type");
        Instant issuedAt = claims.date("iat");
        if (issuedAt == null && !claims.has("iat")) {
            claims.report(FederationRequirement.MARK_CLAIMS, "iat");
        }
        Instant expiresAt = claims.date("exp");
        Instant now = profile.validity().now();
        profile.validity().checkExpiry(claims, expiresAt, now, FederationRequirement.MARK_IN_FORCE);
        profile.validity().checkPast(claims, "iat", issuedAt, now, FederationRequirement.MARK_IN_FORCE);
        return issuer == null || subject == null || type == null || issuedAt == null
                ? null
                : new TrustMark(type, issuer, subject, issuedAt, expiresAt, null);
    }

    private static @Nullable String present(Claims claims, String name) {
        String text = claims.text(name);
        if (text == null ? !claims.has(name) : text.isEmpty()) {
            claims.report(FederationRequirement.MARK_CLAIMS, name);
        }
        return text;
    }

    private static void report(
            Claims claims, FederationRequirement requirement, String name, String found, String expected) {
        claims.report(Finding.of(requirement).with("found", found).with("expected", expected), name);
    }

    /** The issuer's keys for the federation, or null when it is not a member, which is reported. */
    private @Nullable JwkSet keysOf(
            String issuer, TrustChain entity, EntityStatement anchor, FindingCollector findings) {
        if (issuer.equals(anchor.subject())) {
            return anchor.keys();
        }
        if (issuer.equals(entity.subject())) {
            return entity.configuration().keys();
        }
        Verified<TrustChain> chain = chains.apply(issuer);
        if (!chain.isAccepted()) {
            chain.findings().forEach(findings::report);
            return null;
        }
        return chain.orElseThrow().configuration().keys();
    }

    private void checkSignature(String compact, JwkSet keys, String type, FindingCollector findings) {
        JwsResult result = profile.verifier(keys).verify(compact);
        result.findings().forEach(findings::report);
        if (!(result instanceof JwsResult.Verified verified)) {
            return;
        }
        String found = verified.header().type().orElse("-");
        if (!found.equals(type)) {
            findings.report(Finding.of(FederationRequirement.MARK_TYPE)
                    .with("found", found)
                    .with("expected", type)
                    .at(Location.at(null, "/typ", 0, 0))
                    .build());
        }
        if (verified.header().keyId().orElse("").isEmpty()) {
            findings.report(Finding.of(FederationRequirement.STATEMENT_KEY_ID).build());
        }
    }

    private void checkDelegation(
            Claims claims, TrustMark mark, @Nullable TrustMarkOwner owner, @Nullable String delegation) {
        FindingCollector faults = new FindingCollector();
        if (owner != null && delegation != null) {
            Claims delegated = read(delegation, faults);
            TrustMark read = delegated == null ? null : mark(delegated);
            if (read != null
                    && read.issuer().equals(owner.entity())
                    && read.subject().equals(mark.issuer())
                    && read.type().equals(mark.type())) {
                checkSignature(delegation, owner.keys(), "trust-mark-delegation+jwt", faults);
                if (faults.isEmpty()) {
                    return;
                }
            }
        }
        claims.report(Finding.of(FederationRequirement.MARK_DELEGATION).with("issuer", mark.issuer()), "delegation");
    }
}
