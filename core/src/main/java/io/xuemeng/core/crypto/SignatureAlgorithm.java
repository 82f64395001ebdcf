package io.xuemeng.core.crypto;

import java.util.Optional;

/** A signature algorithm: 签名算法. Which of them a verifier takes is for its caller to say, never for what it verifies. */
public enum SignatureAlgorithm {
    /** SM2 with SM3 and the signer ID of {@link VerificationKey#SM2_ID} (GB/T 32918.2-2016, GM/T 0009-2012). */
    SM2_SM3(KeyType.SM2, DigestAlgorithm.SM3, "1.2.156.10197.1.501"),
    /** ECDSA on P-256 with SHA-256 (RFC 7518, 3.4). */
    ES256(KeyType.P_256, DigestAlgorithm.SHA_256, "1.2.840.10045.4.3.2"),
    /** Ed25519 without a context and without a digest before it (RFC 8032, 5.1; RFC 8037, 3.1). */
    ED25519(KeyType.ED25519, DigestAlgorithm.SHA_512, "1.3.101.112"),
    /** RSASSA-PSS with SHA-256, MGF1 with SHA-256 and 32 bytes of salt (RFC 7518, 3.5). */
    PS256(KeyType.RSA, DigestAlgorithm.SHA_256, "1.2.840.113549.1.1.10"),
    /** RSASSA-PKCS1-v1_5 with SHA-256 (RFC 7518, 3.3), for older platforms. */
    RS256(KeyType.RSA, DigestAlgorithm.SHA_256, "1.2.840.113549.1.1.11"),
    /** RSASSA-PKCS1-v1_5 with SHA-384 (RFC 7518, 3.3). */
    RS384(KeyType.RSA, DigestAlgorithm.SHA_384, "1.2.840.113549.1.1.12"),
    /** RSASSA-PKCS1-v1_5 with SHA-512 (RFC 7518, 3.3). */
    RS512(KeyType.RSA, DigestAlgorithm.SHA_512, "1.2.840.113549.1.1.13");

    private final KeyType keyType;
    private final DigestAlgorithm digest;
    private final String oid;

    SignatureAlgorithm(KeyType keyType, DigestAlgorithm digest, String oid) {
        this.keyType = keyType;
        this.digest = digest;
        this.oid = oid;
    }

    /** The algorithm with an object identifier in dotted form, or empty when it is none of these. */
    public static Optional<SignatureAlgorithm> ofOid(String oid) {
        for (SignatureAlgorithm algorithm : values()) {
            if (algorithm.oid.equals(oid)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    /** The kind of key it needs. */
    public KeyType keyType() {
        return keyType;
    }

    /** The hash function it uses. */
    public DigestAlgorithm digest() {
        return digest;
    }

    /** Its object identifier in dotted form; that of {@link #PS256} says nothing of the hash, which its parameters name. */
    public String oid() {
        return oid;
    }

    /** The algorithm that a key of a kind signs with unless told otherwise. */
    public static SignatureAlgorithm usualFor(KeyType keyType) {
        return switch (keyType) {
            case SM2 -> SM2_SM3;
            case P_256 -> ES256;
            case ED25519 -> ED25519;
            case RSA -> PS256;
        };
    }
}
