package io.xuemeng.core.crypto;

/** A kind of key pair that this library works with. */
public enum KeyType {
    /** An elliptic-curve key on NIST P-256, also called {@code secp256r1} and {@code prime256v1} (FIPS 186-4, D.1.2.3). */
    P_256(32),
    /** An SM2 key on {@code sm2p256v1} (GB/T 32918.5-2017, GM/T 0003.5-2012). */
    SM2(32),
    /** An Ed25519 key (RFC 8032, 5.1). */
    ED25519(32),
    /** An RSA key of {@value VerificationKey#RSA_MIN_BITS} to {@value VerificationKey#RSA_MAX_BITS} bits (RFC 8017). */
    RSA(0);

    private final int coordinateBytes;

    KeyType(int coordinateBytes) {
        this.coordinateBytes = coordinateBytes;
    }

    /** How long a coordinate of a public point is, in bytes; 0 for RSA. */
    public int coordinateBytes() {
        return coordinateBytes;
    }
}
