package io.xuemeng.core.input;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Strict UTF-8 (RFC 3629): no overlong form, no surrogate, nothing above U+10FFFF. Parsers differ in what they let pass, so
 * readers ask here first. Thread-safe.
 */
public final class Utf8 {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long NOT_ASCII = 0x8080808080808080L;

    private Utf8() {}

    /** Whether the bytes begin with the byte order mark of UTF-8, EF BB BF. */
    public static boolean startsWithByteOrderMark(byte[] bytes, int from, int to) {
        return to - from >= 3
                && bytes[from] == (byte) 0xEF
                && bytes[from + 1] == (byte) 0xBB
                && bytes[from + 2] == (byte) 0xBF;
    }

    /**
     * Where the first sequence that is not UTF-8 starts.
     *
     * @param from the first byte to look at
     * @param to the byte after the last
     * @return its index, or -1 when all bytes are well-formed
     */
    public static int firstMalformed(byte[] bytes, int from, int to) {
        int at = from;
        while (true) {
            // Most of a document is ASCII: eight bytes at a time.
            while (to - at >= Long.BYTES && ((long) LONGS.get(bytes, at) & NOT_ASCII) == 0) {
                at += Long.BYTES;
            }
            while (at < to && bytes[at] >= 0) {
                at++;
            }
            if (at >= to) {
                return -1;
            }
            while (at < to && bytes[at] < 0) {
                int length = sequenceLength(bytes, at, to);
                if (length == 0) {
                    return at;
                }
                at += length;
            }
        }
    }

    /** The length of the multi-byte sequence at an index, or 0 when there is no well-formed one. */
    private static int sequenceLength(byte[] bytes, int at, int to) {
        int first = bytes[at] & 0xFF;
        if (first >= 0xE0 && first < 0xF0) {
            if (at + 2 >= to || !isContinuation(bytes[at + 1]) || !isContinuation(bytes[at + 2])) {
                return 0;
            }
            int second = bytes[at + 1] & 0xFF;
            boolean overlong = first == 0xE0 && second < 0xA0;
            boolean surrogate = first == 0xED && second > 0x9F;
            return overlong || surrogate ? 0 : 3;
        }
        if (first < 0xE0) {
            return first >= 0xC2 && at + 1 < to && isContinuation(bytes[at + 1]) ? 2 : 0;
        }
        if (first > 0xF4
                || at + 3 >= to
                || !isContinuation(bytes[at + 1])
                || !isContinuation(bytes[at + 2])
                || !isContinuation(bytes[at + 3])) {
            return 0;
        }
        int second = bytes[at + 1] & 0xFF;
        boolean overlong = first == 0xF0 && second < 0x90;
        boolean beyond = first == 0xF4 && second > 0x8F;
        return overlong || beyond ? 0 : 4;
    }

    private static boolean isContinuation(byte value) {
        return (value & 0xC0) == 0x80;
    }
}
