package io.xuemeng.identity.dpop;

import java.time.Instant;

/**
 * A proof that was verified: whoever made the request holds a key. Immutable.
 *
 * @param keyThumbprint the key's thumbprint (RFC 7638), to bind an access token to ({@code cnf.jkt})
 * @param id {@code jti}
 * @param issuedAt {@code iat}
 */
public record DpopProof(String keyThumbprint, String id, Instant issuedAt) {}
