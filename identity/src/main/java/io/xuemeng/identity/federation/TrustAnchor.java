package io.xuemeng.identity.federation;

import io.xuemeng.core.jose.JwkSet;

/**
 * Whom a member of a federation trusts from the start: 信任锚. Its keys come some way that is not the network: with the software, from a
 * letter, at a desk. Immutable.
 *
 * @param entity its entity identifier
 * @param keys its keys for the federation
 */
public record TrustAnchor(String entity, JwkSet keys) {

    /** Checks the identifier and that there is a key. */
    public TrustAnchor {
        // Whether plain http on this machine will do is for the verifier's profile to say.
        EntityIds.require(entity, true, "a trust anchor");
        if (keys.keys().isEmpty()) {
            throw new IllegalArgumentException("a trust anchor has at least one key");
        }
    }
}
