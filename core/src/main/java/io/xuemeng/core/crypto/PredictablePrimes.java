package io.xuemeng.core.crypto;

import java.math.BigInteger;
import java.util.BitSet;

/**
 * RSA keys of smart cards and security chips whose generator made primes that can be found (CVE-2017-15361): each is a power of 65537
 * modulo the first primes, and so is their product. Of keys that were made properly one in 200 million looks like them by chance.
 */
final class PredictablePrimes {

    /** Of the primes to 167, those modulo which not every number is a power of 65537. */
    private static final int[] PRIMES = {11, 13, 17, 19, 37, 53, 61, 71, 73, 79, 97, 103, 107, 109, 127, 151, 157};

    private static final int GENERATOR = 65_537;
    private static final BitSet[] POWERS = powers();

    private PredictablePrimes() {}

    private static BitSet[] powers() {
        BitSet[] all = new BitSet[PRIMES.length];
        for (int i = 0; i < PRIMES.length; i++) {
            all[i] = new BitSet(PRIMES[i]);
            for (int power = 1; !all[i].get(power); power = power * (GENERATOR % PRIMES[i]) % PRIMES[i]) {
                all[i].set(power);
            }
        }
        return all;
    }

    /** Whether a modulus is a product of such primes. */
    static boolean are(BigInteger modulus) {
        for (int i = 0; i < PRIMES.length; i++) {
            if (!POWERS[i].get(modulus.mod(BigInteger.valueOf(PRIMES[i])).intValue())) {
                return false;
            }
        }
        return true;
    }
}
