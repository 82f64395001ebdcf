package io.xuemeng.identity.federation;

import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.input.Limits;
import io.xuemeng.core.jose.JwkReader;
import io.xuemeng.core.jose.JwkSet;
import io.xuemeng.core.jose.JwsVerifier;
import io.xuemeng.core.jose.Sm2Profile;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.identity.claims.Validity;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a federation has agreed on, and how far one of its members looks: algorithms, skew, limits. Immutable and thread-safe; start from
 * {@link #standard()} or {@link #chinese()} and change what you must.
 */
public final class FederationProfile {

    private static final Logger LOG = LoggerFactory.getLogger(FederationProfile.class);

    private static final Limits LIMITS = Limits.defaults().toBuilder()
            // A trust chain may stand in the header of a request object.
            .tokenHeaderBytes(256 << 10)
            .build();

    private static final FederationProfile STANDARD = new FederationProfile(
            EnumSet.of(
                    SignatureAlgorithm.ES256,
                    SignatureAlgorithm.PS256,
                    SignatureAlgorithm.ED25519,
                    SignatureAlgorithm.RS256),
            new Validity(Clock.systemUTC(), Duration.ofSeconds(60)),
            Set.of(),
            new Reach(8, 8, 32, false));

    private final Set<SignatureAlgorithm> algorithms;
    private final Validity validity;
    private final Set<String> understoodClaims;
    private final Reach reach;

    /** How far is looked, and whether entities may have plain http addresses on this machine. */
    record Reach(int statements, int hints, int fetches, boolean httpOnLoopback) {}

    private FederationProfile(
            Set<SignatureAlgorithm> algorithms, Validity validity, Set<String> understoodClaims, Reach reach) {
        this.algorithms = Set.copyOf(algorithms);
        this.validity = validity;
        this.understoodClaims = Set.copyOf(understoodClaims);
        this.reach = reach;
    }

    /** {@code ES256}, {@code PS256}, {@code EdDSA} and {@code RS256}, a skew of 60 seconds. */
    public static FederationProfile standard() {
        return STANDARD;
    }

    /** The same with SM2. */
    public static FederationProfile chinese() {
        EnumSet<SignatureAlgorithm> algorithms = EnumSet.copyOf(STANDARD.algorithms);
        algorithms.add(SignatureAlgorithm.SM2_SM3);
        return new FederationProfile(algorithms, STANDARD.validity, Set.of(), STANDARD.reach);
    }

    /** The same with these algorithms and no others. */
    public FederationProfile withAlgorithms(SignatureAlgorithm first, SignatureAlgorithm... others) {
        return new FederationProfile(EnumSet.of(first, others), validity, understoodClaims, reach);
    }

    /** The same by another clock. */
    public FederationProfile withClock(Clock value) {
        return new FederationProfile(algorithms, new Validity(value, validity.skew()), understoodClaims, reach);
    }

    /** The same with another skew, from zero to five minutes. */
    public FederationProfile withSkew(Duration value) {
        return new FederationProfile(algorithms, new Validity(validity.clock(), value), understoodClaims, reach);
    }

    /** The same with claims that the caller understands, beside those of the specification, when statements call them critical. */
    public FederationProfile withUnderstoodClaims(String... names) {
        return new FederationProfile(algorithms, validity, Set.of(names), reach);
    }

    /**
     * The same with another reach.
     *
     * @param statements how many statements a chain has at most; 8 unless given
     * @param hints how many superiors of one entity are looked at; 8 unless given
     * @param fetches how many statements are fetched to find one chain; 32 unless given
     */
    public FederationProfile withReach(int statements, int hints, int fetches) {
        if (statements < 1 || hints < 1 || fetches < 1) {
            throw new IllegalArgumentException("a reach is at least 1 statement, 1 hint and 1 fetch");
        }
        return new FederationProfile(
                algorithms, validity, understoodClaims, new Reach(statements, hints, fetches, reach.httpOnLoopback));
    }

    /**
     * The same for a demonstration: entities of this machine, {@code http://localhost:8081} say, may do without TLS. It is logged. No
     * entity elsewhere may, and whether such an address is fetched is still the fetcher's policy to say.
     */
    public FederationProfile withHttpOnLoopback() {
        LOG.warn("entities under plain http on this machine are accepted; that is for demonstrations only");
        return new FederationProfile(
                algorithms, validity, understoodClaims, new Reach(reach.statements, reach.hints, reach.fetches, true));
    }

    /** The algorithms. */
    public Set<SignatureAlgorithm> algorithms() {
        return algorithms;
    }

    /** Whether a text is an entity identifier. */
    boolean isEntity(String text) {
        return EntityIds.isValid(text, reach.httpOnLoopback);
    }

    /** Refuses what is none; see {@link EntityIds#require}. */
    void requireEntity(String text, String whose) {
        EntityIds.require(text, reach.httpOnLoopback, whose);
    }

    /** That something is none. */
    Finding.Builder noEntity(String name, String found) {
        return Finding.of(FederationRequirement.ENTITY_IDENTIFIER)
                .with("name", name)
                .with("found", found)
                .with("rule", EntityIds.rule(reach.httpOnLoopback));
    }

    Validity validity() {
        return validity;
    }

    Set<String> understoodClaims() {
        return understoodClaims;
    }

    Reach reach() {
        return reach;
    }

    Limits limits() {
        return LIMITS;
    }

    JwkReader keyReader() {
        return JwkReader.standard();
    }

    /** A verifier with these keys. */
    JwsVerifier verifier(JwkSet keys) {
        return JwsVerifier.allowing(algorithms)
                .keys(keys)
                .sm2(Sm2Profile.declared())
                .limits(LIMITS)
                .build();
    }
}
