package io.xuemeng.examples.platform.relyingparty;

import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.jose.JwkSource;
import io.xuemeng.examples.platform.federation.Entity;
import io.xuemeng.identity.keys.MemoryReplayGuard;
import io.xuemeng.identity.keys.RemoteJwkSource;
import io.xuemeng.identity.keys.ReplayGuard;
import io.xuemeng.identity.token.TokenVerifier;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The platforms that may sign people in here: all that the federation vouches for. Thread-safe. */
final class Issuers {

    private final Entity entity;
    private final boolean sm2;
    private final ReplayGuard replayGuard = MemoryReplayGuard.create();

    /** By their addresses: as many as there are issuers that were trusted once. */
    private final Map<String, JwkSource> sm2Keys = new ConcurrentHashMap<>();

    /**
     * The issuers for a platform.
     *
     * @param sm2 whether it asks for tokens signed with SM2, and then takes no others
     */
    Issuers(Entity entity, boolean sm2) {
        this.entity = entity;
        this.sm2 = sm2;
    }

    /** An issuer that is trusted; empty when it is not. */
    Optional<Issuer> trusted(String id) {
        return entity.trusted(id, Issuer.PROVIDER).map(metadata -> new Issuer(id, metadata));
    }

    /**
     * What verifies an issuer's tokens for this platform. The keys stand in the metadata, so the federation vouches for them, and a new
     * chain brings new ones: the verifier is for the metadata of this moment. SM2 keys are fetched, because they stand apart.
     */
    TokenVerifier verifier(Issuer issuer) {
        TokenVerifier.Builder builder =
                TokenVerifier.forIssuer(issuer.id()).audience(entity.id()).replayGuard(replayGuard);
        return sm2
                ? builder.algorithms(SignatureAlgorithm.SM2_SM3)
                        .keys(sm2Keys(issuer))
                        .build()
                : builder.algorithms(SignatureAlgorithm.ES256)
                        .keys(issuer.metadata().keys(Issuer.PROVIDER))
                        .build();
    }

    private JwkSource sm2Keys(Issuer issuer) {
        URI address = issuer.endpoint("sm2_jwks_uri").orElse(URI.create(issuer.id() + "/jwks/sm2"));
        return sm2Keys.computeIfAbsent(
                address.toString(),
                key -> RemoteJwkSource.at(address).fetcher(entity.fetcher()).build());
    }
}
