package io.xuemeng.core.crypto;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Makes signatures. {@link SigningKey} is one that holds its key; implement this for a key that never enters the process: in a
 * hardware module, or behind a signing service. Implementations are thread-safe.
 */
public interface Signer {

    /** The algorithm it signs with. */
    SignatureAlgorithm algorithm();

    /** The public half, which its signatures verify with. */
    VerificationKey verificationKey();

    /** The certificate for its key, then the certificates that lead towards a trust anchor; empty when it has none. */
    List<X509Certificate> certificates();

    /**
     * Signs a message.
     *
     * @param message what is signed; short, because what signs it may be far away, and not hashed yet: SM2 mixes the public key
     *     and the signer's ID into the digest, Ed25519 hashes twice
     * @return for {@link SignatureAlgorithm#ES256} and {@link SignatureAlgorithm#SM2_SM3} r and s of 32 bytes each, one after the
     *     other, as PKCS#11 and RFC 7518, 3.4 have them ({@link EcSignatures#toRaw} makes that from DER); for the others the
     *     only form they have
     * @throws SigningException when no signature could be made
     */
    byte[] sign(byte[] message) throws SigningException;
}
