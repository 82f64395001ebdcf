package io.xuemeng.conformance.hub;

import io.xuemeng.core.jose.JwkSet;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a hub before it is asked. Immutable.
 *
 * @param entity its entity identifier, which is its address
 * @param keys its keys for the federation, as it hands them out some way that is not the network; null when those that it publishes are to
 *     be taken
 * @param member the entity identifier of one directly below it, which can be reached and names the hub as its superior
 * @param superior the entity identifier of one directly above it; null for a trust anchor
 * @param trustMarkType a type of trust mark that it issued to the member; null when it issues none
 * @param clockSkew how far its clock may be from the kit's: 0 to {@link #MAX_SKEW}
 */
public record HubTerms(
        String entity,
        @Nullable JwkSet keys,
        String member,
        @Nullable String superior,
        @Nullable String trustMarkType,
        Duration clockSkew) {

    /** How far clocks may differ unless it is said. */
    public static final Duration USUAL_SKEW = Duration.ofSeconds(60);

    /** How far clocks may differ at most. */
    public static final Duration MAX_SKEW = Duration.ofMinutes(5);

    /** Checks the skew. */
    public HubTerms {
        if (clockSkew.isNegative() || clockSkew.compareTo(MAX_SKEW) > 0) {
            throw new IllegalArgumentException("a skew is from zero to " + MAX_SKEW + ", not " + clockSkew);
        }
    }

    /** A trust anchor that issues no trust marks. */
    public static HubTerms ofAnchor(String entity, @Nullable JwkSet keys, String member) {
        return new HubTerms(entity, keys, member, null, null, USUAL_SKEW);
    }
}
