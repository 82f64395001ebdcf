package io.xuemeng.identity.federation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why an entity is trusted: 信任链. Who vouched for whom, until when, and what the entity is allowed to be by the policies of all above it
 * (OpenID Federation 1.0, 4, 6 and 10). A {@link TrustChainVerifier} or a {@link TrustChainResolver} makes it. Immutable.
 *
 * @param subject the entity
 * @param anchor the trust anchor
 * @param vouchers who vouched for whom, from the anchor down; empty when the entity is the anchor itself
 * @param expiresAt when the first of its statements ends, and with it the chain
 * @param metadata the entity's metadata as all policies make them: the ones to use
 * @param configuration what the entity says of itself; its metadata are not the ones to use
 * @param anchorConfiguration what the trust anchor says of itself; null when the chain came without it
 * @param statements all statements as they were signed, the entity's own first
 */
public record TrustChain(
        String subject,
        String anchor,
        List<Voucher> vouchers,
        Instant expiresAt,
        EntityMetadata metadata,
        EntityStatement configuration,
        @Nullable EntityStatement anchorConfiguration,
        List<String> statements) {

    /**
     * One entity vouches for another one.
     *
     * @param superior who vouches
     * @param subordinate for whom
     * @param since {@code iat}
     * @param until {@code exp}
     */
    public record Voucher(String superior, String subordinate, Instant since, Instant until) {}

    /** Copies the lists. */
    public TrustChain {
        vouchers = List.copyOf(vouchers);
        statements = List.copyOf(statements);
    }

    /** What the trust anchor says of itself, when the chain came with it. */
    public Optional<EntityStatement> statedAnchorConfiguration() {
        return Optional.ofNullable(anchorConfiguration);
    }

    /** The path and its end. */
    @Override
    public String toString() {
        StringBuilder path = new StringBuilder("TrustChain[").append(anchor);
        vouchers.forEach(voucher -> path.append(" → ").append(voucher.subordinate()));
        return path.append(" until ").append(expiresAt).append(']').toString();
    }
}
