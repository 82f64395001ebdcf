package io.xuemeng.conformance.issuer;

import io.xuemeng.core.crypto.SigningKey;
import org.jspecify.annotations.Nullable;

/**
 * The client that the kit is at an issuer. Immutable.
 *
 * @param id the client's id
 * @param redirectUri where people come back to; nobody needs to listen there
 * @param secret by which it proves who it is at the token endpoint (HTTP Basic); null for none
 * @param key with which it signs request objects and proves who it is ({@code private_key_jwt}), as platforms of a federation do; null
 *     for none
 * @param logout what it is registered with for signing out; null when it is not
 */
public record ClientTerms(
        String id,
        String redirectUri,
        @Nullable String secret,
        @Nullable SigningKey key,
        @Nullable LogoutTerms logout) {

    /** A client that nobody signs out of. */
    public ClientTerms(String id, String redirectUri, @Nullable String secret, @Nullable SigningKey key) {
        this(id, redirectUri, secret, key, null);
    }

    /** The id. */
    @Override
    public String toString() {
        return "ClientTerms[" + id + ']';
    }
}
