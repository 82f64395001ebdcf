package io.xuemeng.core.jose;

import io.xuemeng.core.crypto.SigningKey;

/** A private key and what is published of it. Immutable and thread-safe. */
public final class PrivateJwk {

    private final SigningKey signingKey;
    private final Jwk publicKey;

    PrivateJwk(SigningKey signingKey, Jwk publicKey) {
        this.signingKey = signingKey;
        this.publicKey = publicKey;
    }

    /** The key to sign with, for its own algorithm. */
    public SigningKey signingKey() {
        return signingKey;
    }

    /** Its public half with its name. */
    public Jwk publicKey() {
        return publicKey;
    }

    /** The public half. */
    @Override
    public String toString() {
        return "PrivateJwk of " + publicKey;
    }
}
