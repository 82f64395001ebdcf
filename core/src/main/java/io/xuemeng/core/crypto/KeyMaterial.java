package io.xuemeng.core.crypto;

import java.math.BigInteger;

/** What a public key consists of. The arrays are copies. */
public sealed interface KeyMaterial {

    /**
     * A point of an elliptic curve.
     *
     * @param x the first coordinate, big-endian, {@link KeyType#coordinateBytes()} long
     * @param y the second coordinate, likewise
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Point(byte[] x, byte[] y) implements KeyMaterial {}

    /**
     * The 32 bytes of an Ed25519 key (RFC 8032, 5.1.5).
     *
     * @param octets as RFC 8037 has them under {@code x}
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Octets(byte[] octets) implements KeyMaterial {}

    /**
     * The numbers of an RSA key.
     *
     * @param modulus n
     * @param exponent e
     */
    record Rsa(BigInteger modulus, BigInteger exponent) implements KeyMaterial {}
}
