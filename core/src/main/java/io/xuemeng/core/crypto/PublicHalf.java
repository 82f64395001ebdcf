package io.xuemeng.core.crypto;

/** A public key of one kind, decoded and ready to verify. Immutable and thread-safe. */
interface PublicHalf {

    KeyMaterial material();

    /** Verifies a signature; the algorithm is one for this kind of key. False for a signature of any wrong form. */
    boolean verify(SignatureAlgorithm algorithm, byte[] message, int offset, int length, byte[] signature);
}
