package io.xuemeng.examples.platform.oidc;

import io.xuemeng.examples.platform.federation.Entity;
import io.xuemeng.identity.federation.EntityMetadata;
import io.xuemeng.identity.federation.TrustChain;
import io.xuemeng.identity.keys.PairwiseSubjects;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A platform that has people signed in here, by its metadata as the federation's policies make them. Nobody registered it. Immutable.
 *
 * @param id its entity identifier
 * @param name what people call it
 * @param sector whose subjects it gets: the host of its redirection addresses
 * @param sm2 whether it wants ID tokens signed with SM2
 * @param logoutAddress where it is told that somebody signed out; null when it does not want to know
 */
record Client(
        String id,
        String name,
        String sector,
        boolean sm2,
        @Nullable String logoutAddress) {

    private static final String RELYING_PARTY = EntityMetadata.OPENID_RELYING_PARTY;

    /**
     * The client that a trust chain is about.
     *
     * @throws IllegalArgumentException when its redirection addresses are on several hosts, or it wants another signature
     */
    static Client of(TrustChain chain) {
        EntityMetadata metadata = chain.metadata();
        String algorithm =
                metadata.text(RELYING_PARTY, "id_token_signed_response_alg").orElse(ProviderMetadata.ES256);
        if (!algorithm.equals(ProviderMetadata.ES256) && !algorithm.equals(ProviderMetadata.SM2)) {
            throw new IllegalArgumentException("ID tokens are signed with ES256 or SM2");
        }
        return new Client(
                chain.subject(),
                Entity.name(chain.subject(), metadata),
                PairwiseSubjects.sectorOf(metadata.texts(RELYING_PARTY, "redirect_uris").stream()
                        .map(URI::create)
                        .toList()),
                algorithm.equals(ProviderMetadata.SM2),
                metadata.text(RELYING_PARTY, "backchannel_logout_uri").orElse(null));
    }
}
