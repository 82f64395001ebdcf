package io.xuemeng.examples.platform.relyingparty;

import io.xuemeng.examples.platform.federation.Entity;
import io.xuemeng.identity.federation.EntityMetadata;
import java.net.URI;
import java.util.Optional;

/**
 * A platform that signs people in, by its metadata as the federation's policies make them. Immutable.
 *
 * @param id its entity identifier, and the issuer of its tokens
 * @param metadata what is known of it
 */
record Issuer(String id, EntityMetadata metadata) {

    static final String PROVIDER = EntityMetadata.OPENID_PROVIDER;

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
}
