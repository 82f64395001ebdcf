package io.xuemeng.core.crypto;

import java.math.BigInteger;

/** What a private key consists of. A secret: neither kind shows it in {@code toString}. */
public sealed interface SecretMaterial {

    /**
     * The secret of a key on P-256, of an SM2 or an Ed25519 one.
     *
     * @param bytes 32 bytes: the number d, big-endian (RFC 7518, 6.2.2.1), or the seed of Ed25519 (RFC 8037, 2)
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Secret(byte[] bytes) implements SecretMaterial {
        @Override
        public String toString() {
            return "Secret";
        }
    }

    /**
     * The numbers of an RSA key with two primes (RFC 8017, 3.2).
     *
     * @param modulus n
     * @param publicExponent e
     * @param privateExponent d
     * @param p the first prime
     * @param q the second prime
     * @param dp d mod p - 1
     * @param dq d mod q - 1
     * @param qi the inverse of q mod p
     */
    record Rsa(
            BigInteger modulus,
            BigInteger publicExponent,
            BigInteger privateExponent,
            BigInteger p,
            BigInteger q,
            BigInteger dp,
            BigInteger dq,
            BigInteger qi)
            implements SecretMaterial {

        /** Whether the numbers belong together; one that was tampered with would give the key away with its first signature. */
        boolean isConsistent() {
            if (p.signum() <= 0 || q.signum() <= 0 || !p.multiply(q).equals(modulus)) {
                return false;
            }
            BigInteger p1 = p.subtract(BigInteger.ONE);
            BigInteger q1 = q.subtract(BigInteger.ONE);
            return p1.signum() > 0
                    && q1.signum() > 0
                    && publicExponent.multiply(privateExponent).mod(p1).equals(BigInteger.ONE)
                    && publicExponent.multiply(privateExponent).mod(q1).equals(BigInteger.ONE)
                    && privateExponent.mod(p1).equals(dp)
                    && privateExponent.mod(q1).equals(dq)
                    && qi.multiply(q).mod(p).equals(BigInteger.ONE);
        }

        @Override
        public String toString() {
            return "Rsa";
        }
    }
}
