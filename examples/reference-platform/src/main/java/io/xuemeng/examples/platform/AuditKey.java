package io.xuemeng.examples.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** The key under which the store's audit hashes whose data was erased. It lives in a file of its own, outside the store. */
final class AuditKey {

    private static final int MIN_BYTES = 16;
    private static final int MAX_BYTES = 1024;

    private final byte[] bytes;

    private AuditKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads a key.
     *
     * @param file hexadecimal digits, two for each of at least 16 bytes
     * @throws IllegalArgumentException when there is something else in it, which is not told
     */
    static AuditKey read(Path file) throws IOException {
        if (Files.size(file) > 2 * MAX_BYTES + 2) {
            throw new IllegalArgumentException("more than a key");
        }
        String digits = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).strip();
        if (digits.length() < 2 * MIN_BYTES || !digits.matches("([0-9A-Fa-f]{2})+")) {
            throw new IllegalArgumentException("no key");
        }
        return new AuditKey(HexFormat.of().parseHex(digits));
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** Nothing of the key. */
    @Override
    public String toString() {
        return "AuditKey";
    }
}
