package io.xuemeng.identity.federation;

/**
 * A trust mark that an entity shows. What it is worth, {@link TrustMarkVerifier} says. Immutable.
 *
 * @param type {@code trust_mark_type}
 * @param compact {@code trust_mark}: the mark as it was signed
 */
public record ShownTrustMark(String type, String compact) {}
