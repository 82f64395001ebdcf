package io.xuemeng.core.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Names that were seen before, so that a name that comes again is the same String, with its hash computed. Shared by all readers
 * and threads without a lock: who loses a race makes the String once more. Of fixed size, so that a stranger's names push out
 * others and take no memory. Thread-safe.
 */
final class NameTable {

    private static final int SLOTS = 2048;
    /** Longer names are not kept. */
    private static final int MAX_BYTES = 64;

    /** All final, so that a thread which finds one sees it whole. */
    private static final class Entry {

        private final byte[] bytes;
        private final String name;

        Entry(byte[] bytes, String name) {
            this.bytes = bytes;
            this.name = name;
        }
    }

    private final @Nullable Entry[] entries = new Entry[SLOTS];

    /** The name that UTF-8 without escapes says. */
    String name(byte[] document, int from, int to) {
        int length = to - from;
        if (length > MAX_BYTES) {
            return new String(document, from, length, StandardCharsets.UTF_8);
        }
        int slot = slot(document, from, to);
        Entry entry = entries[slot];
        if (entry != null && isSame(entry.bytes, document, from, length)) {
            return entry.name;
        }
        byte[] bytes = Arrays.copyOfRange(document, from, to);
        String name = new String(bytes, StandardCharsets.UTF_8);
        entries[slot] = new Entry(bytes, name);
        return name;
    }

    private static boolean isSame(byte[] known, byte[] document, int from, int length) {
        if (known.length != length) {
            return false;
        }
        int i = 0;
        for (; i + Long.BYTES <= length; i += Long.BYTES) {
            if (EightBytes.at(known, i) != EightBytes.at(document, from + i)) {
                return false;
            }
        }
        for (; i < length; i++) {
            if (known[i] != document[from + i]) {
                return false;
            }
        }
        return true;
    }

    /** By the length and at most the first and the last eight bytes: names that differ only between share a slot. */
    private static int slot(byte[] document, int from, int to) {
        int length = to - from;
        long mixed = length;
        if (length >= Long.BYTES) {
            mixed += EightBytes.at(document, from) * 0x9E3779B97F4A7C15L;
            mixed ^= EightBytes.at(document, to - Long.BYTES) * 0xC2B2AE3D27D4EB4FL;
        } else {
            for (int i = from; i < to; i++) {
                mixed = (mixed ^ document[i]) * 0x9E3779B97F4A7C15L;
            }
        }
        mixed ^= mixed >>> 32;
        return (int) ((mixed * 0x9E3779B97F4A7C15L) >>> 53);
    }
}
