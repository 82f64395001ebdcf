package io.xuemeng.core.crypto;

import io.xuemeng.core.crypto.provider.BouncyCastle;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** A hash function: 摘要算法. SHA-2 comes from the Java platform, which is far faster; SM3 from Bouncy Castle. */
public enum DigestAlgorithm {
    /** SHA-256 (FIPS 180-4), 32 bytes. */
    SHA_256("SHA-256", "2.16.840.1.101.3.4.2.1", 32),
    /** SHA-384 (FIPS 180-4), 48 bytes. */
    SHA_384("SHA-384", "2.16.840.1.101.3.4.2.2", 48),
    /** SHA-512 (FIPS 180-4), 64 bytes. */
    SHA_512("SHA-512", "2.16.840.1.101.3.4.2.3", 64),
    /** SM3 (GB/T 32905-2016, GM/T 0004-2012), 32 bytes. */
    SM3("SM3", "1.2.156.10197.1.401", 32);

    private final String standardName;
    private final String oid;
    private final int lengthBytes;

    DigestAlgorithm(String standardName, String oid, int lengthBytes) {
        this.standardName = standardName;
        this.oid = oid;
        this.lengthBytes = lengthBytes;
    }

    /** The algorithm with an object identifier in dotted form, or empty when it is none of these. */
    public static Optional<DigestAlgorithm> ofOid(String oid) {
        for (DigestAlgorithm algorithm : values()) {
            if (algorithm.oid.equals(oid)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    /** Its usual name, such as {@code SHA-256}. */
    public String standardName() {
        return standardName;
    }

    /** Its object identifier in dotted form. */
    public String oid() {
        return oid;
    }

    /** How long a digest is, in bytes. */
    public int lengthBytes() {
        return lengthBytes;
    }

    /** A new digest, for one thread. */
    public MessageDigest newDigest() {
        try {
            return this == SM3
                    ? MessageDigest.getInstance(standardName, BouncyCastle.provider())
                    : MessageDigest.getInstance(standardName);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java platform lacks " + standardName, e);
        }
    }

    /** The digest of a message. */
    public byte[] digest(byte[] message) {
        return newDigest().digest(message);
    }
}
