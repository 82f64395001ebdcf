package io.xuemeng.conformance.relyingparty;

/**
 * Whom a relying party is to trust from the start, for one question. Immutable.
 *
 * @param entity the entity identifier of a trust anchor
 * @param jwks its public keys as a JWK set (RFC 7517)
 */
public record AnchorKeys(String entity, String jwks) {}
