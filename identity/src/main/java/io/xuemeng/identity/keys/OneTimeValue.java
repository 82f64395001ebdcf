package io.xuemeng.identity.keys;

import io.xuemeng.core.crypto.DigestAlgorithm;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * What a guard keeps of a value: the first 128 bits of a digest over its scope and itself, so that long values take no more room than
 * short ones. Finding two values with one digest takes about 2^64 attempts, and gains no more than a refusal.
 */
record OneTimeValue(long first, long second) {

    static OneTimeValue of(String scope, String value) {
        MessageDigest digest = DigestAlgorithm.SHA_256.newDigest();
        byte[] scopeBytes = scope.getBytes(StandardCharsets.UTF_8);
        // With the length in front, no scope and value read as another scope and value.
        digest.update(ByteBuffer.allocate(4).putInt(scopeBytes.length).array());
        digest.update(scopeBytes);
        ByteBuffer bytes = ByteBuffer.wrap(digest.digest(value.getBytes(StandardCharsets.UTF_8)));
        return new OneTimeValue(bytes.getLong(), bytes.getLong());
    }

    /** 32 hexadecimal digits. */
    String text() {
        return String.format("%016x%016x", first, second);
    }
}
