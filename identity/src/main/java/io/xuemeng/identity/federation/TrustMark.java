package io.xuemeng.identity.federation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A trust mark that was verified: an accredited body's word that an entity keeps a set of rules (OpenID Federation 1.0, 7): 信任标记.
 * Immutable.
 *
 * @param type what it says
 * @param issuer who says it
 * @param subject of whom
 * @param issuedAt since when
 * @param expiresAt until when; null when it does not end
 * @param owner on whose behalf the issuer says it; null for its own
 */
public record TrustMark(
        String type,
        String issuer,
        String subject,
        Instant issuedAt,
        @Nullable Instant expiresAt,
        @Nullable String owner) {}
