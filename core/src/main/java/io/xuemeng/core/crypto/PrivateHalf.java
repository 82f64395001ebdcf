package io.xuemeng.core.crypto;

/** A private key of one kind, decoded and ready to sign. Immutable and thread-safe. */
interface PrivateHalf {

    KeyType type();

    /** The public key that belongs to it. */
    VerificationKey verificationKey() throws UnusableKeyException;

    /** Signs; the algorithm is one for this kind of key. */
    byte[] sign(SignatureAlgorithm algorithm, byte[] message) throws SigningException;

    /** PrivateKeyInfo in DER (RFC 5958, 2). */
    byte[] encoded();
}
