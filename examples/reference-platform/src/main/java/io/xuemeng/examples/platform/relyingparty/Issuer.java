package io.xuemeng.examples.platform.relyingparty;

import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.examples.platform.federation.Entity;
import io.xuemeng.identity.federation.EntityMetadata;
import io.xuemeng.identity.keys.RemoteJwkSource;
import io.xuemeng.identity.keys.ReplayGuard;
import io.xuemeng.identity.token.TokenVerifier;
import java.net.URI;
import java.util.Optional;

/**
 * A platform that signs people in, by its metadata as the federation's policies make them. Immutable.
 *
 * @param id its entity identifier, and the issuer of its tokens
 * @param metadata what is known of it
 */
record Issuer(String id, EntityMetadata metadata) {

    private static final String PROVIDER = EntityMetadata.OPENID_PROVIDER;

    /** An issuer that is trusted; empty when it is not. */
    static Optional<Issuer> trusted(Entity entity, String id) {
        return entity.trusted(id, PROVIDER).map(metadata -> new Issuer(id, metadata));
    }

    String name() {
        return Entity.name(id, metadata);
    }

    /** The address of an endpoint; empty when it has none, or one that a browser must not be sent to. */
    Optional<URI> endpoint(String name) {
        return metadata.text(PROVIDER, name)
                .filter(address -> address.startsWith("https://") || address.startsWith(id + "/"))
                .flatMap(Issuer::parse);
    }

    private static Optional<URI> parse(String address) {
        try {
            return Optional.of(URI.create(address));
        } catch (IllegalArgumentException e) {
            // A member's metadata are its own words: what is no address is none.
            return Optional.empty();
        }
    }

    /** Whether every answer of it says whose it is (RFC 9207). */
    boolean namesItself() {
        return metadata.parameter(PROVIDER, "authorization_response_iss_parameter_supported")
                .map(value -> value.text().equals("true"))
                .orElse(false);
    }

    /**
     * Verifies its tokens for this platform.
     *
     * @param sm2 whether this platform asked for SM2, and then takes nothing else
     * @param replayGuard shared by all verifiers
     */
    TokenVerifier verifier(Entity entity, boolean sm2, ReplayGuard replayGuard) {
        TokenVerifier.Builder builder =
                TokenVerifier.forIssuer(id).audience(entity.id()).replayGuard(replayGuard);
        if (sm2) {
            String address = metadata.text(PROVIDER, "sm2_jwks_uri").orElse(id + "/jwks/sm2");
            return builder.algorithms(SignatureAlgorithm.SM2_SM3)
                    .keys(RemoteJwkSource.at(URI.create(address))
                            .fetcher(entity.fetcher())
                            .build())
                    .build();
        }
        // The keys stand in the metadata, so the federation vouches for them; a new chain brings new ones.
        return builder.algorithms(SignatureAlgorithm.ES256)
                .keys(metadata.keys(PROVIDER))
                .build();
    }
}
