package io.xuemeng.identity.federation;

import io.xuemeng.core.jose.JwkSet;
import io.xuemeng.core.json.RawJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an entity says of itself (an entity configuration), or of one directly below it (a subordinate statement): 实体声明 (OpenID
 * Federation 1.0, 3). Those that a {@link TrustChain} hands out were verified. Immutable.
 *
 * @param compact the statement as it was signed
 * @param issuer {@code iss}
 * @param subject {@code sub}
 * @param issuedAt {@code iat}
 * @param expiresAt {@code exp}
 * @param keys {@code jwks}: the subject's keys for the federation, never for sign-in
 * @param metadata {@code metadata}
 * @param authorityHints {@code authority_hints}: the direct superiors; empty when there are none
 * @param constraints {@code constraints}; null when there are none
 * @param metadataPolicy {@code metadata_policy} as it is written; null when there is none
 * @param trustMarks {@code trust_marks}
 * @param trustMarkIssuers {@code trust_mark_issuers}: who may issue marks of a type; an empty list means anybody
 * @param trustMarkOwners {@code trust_mark_owners}: whose the types of marks are
 * @param sourceEndpoint {@code source_endpoint}; null when it is not said
 */
public record EntityStatement(
        String compact,
        String issuer,
        String subject,
        Instant issuedAt,
        Instant expiresAt,
        JwkSet keys,
        EntityMetadata metadata,
        List<String> authorityHints,
        @Nullable TrustChainConstraints constraints,
        @Nullable RawJson metadataPolicy,
        List<ShownTrustMark> trustMarks,
        Map<String, List<String>> trustMarkIssuers,
        Map<String, TrustMarkOwner> trustMarkOwners,
        @Nullable String sourceEndpoint) {

    /** Copies the collections. */
    public EntityStatement {
        authorityHints = List.copyOf(authorityHints);
        trustMarks = List.copyOf(trustMarks);
        trustMarkIssuers = Map.copyOf(trustMarkIssuers);
        trustMarkOwners = Map.copyOf(trustMarkOwners);
    }

    /** Whether the entity says it of itself. */
    public boolean isConfiguration() {
        return issuer.equals(subject);
    }

    /** What is to hold below its subject; empty when nothing is said. */
    public Optional<TrustChainConstraints> statedConstraints() {
        return Optional.ofNullable(constraints);
    }

    /** Who says it of whom, until when. */
    @Override
    public String toString() {
        return "EntityStatement[" + issuer + " of " + subject + " until " + expiresAt + "]";
    }
}
