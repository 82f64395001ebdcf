package io.xuemeng.lrs.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The keys that statements and documents are found by: the first 128 bits of the SHA-256 of what they stand for. They have one
 * length whatever they stand for, and a store's indexes and the addresses of further pages name nobody in clear. They are
 * pseudonyms, not anonymous: a deletion removes them too.
 */
public final class RecordKey {

    private RecordKey() {}

    /**
     * The key of an agent or an identified group.
     *
     * @param identifier its inverse functional identifier, in one form for all that are equal
     */
    public static UUID agent(String identifier) {
        return hash('a', identifier);
    }

    /** The key of an activity. */
    public static UUID activity(String activityId) {
        return hash('o', activityId);
    }

    /** The key of a verb. */
    public static UUID verb(String verbId) {
        return hash('v', verbId);
    }

    private static UUID hash(char kind, String text) {
        MessageDigest digest = sha256();
        digest.update((byte) kind);
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        return new UUID(hash.getLong(), hash.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
