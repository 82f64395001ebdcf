package io.xuemeng.identity.federation;

import io.xuemeng.core.jose.JwkSet;

/**
 * Who owns a type of trust marks (OpenID Federation 1.0, 3.1.2, trust_mark_owners). Immutable.
 *
 * @param entity {@code sub}
 * @param keys {@code jwks}: the keys with which the owner signs delegations
 */
public record TrustMarkOwner(String entity, JwkSet keys) {}
