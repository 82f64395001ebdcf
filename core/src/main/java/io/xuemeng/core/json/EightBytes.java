package io.xuemeng.core.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes of a document looked at together, as one number whose lowest byte is the first. */
final class EightBytes {

    /** The bits that are set in bytes outside ASCII. */
    static final long HIGH_BITS = 0x8080808080808080L;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long QUOTES = 0x2222222222222222L;
    private static final long BACKSLASHES = 0x5C5C5C5C5C5C5C5CL;
    private static final long BLANKS = 0x2020202020202020L;

    private EightBytes() {}

    /** Those from an index on, which must all be there. */
    static long at(byte[] bytes, int index) {
        return (long) LONGS.get(bytes, index);
    }

    /** The high bit of each byte that is a quote, a backslash or a control character; the lowest that is set is exact. */
    static long specials(long word) {
        long quote = word ^ QUOTES;
        long backslash = word ^ BACKSLASHES;
        return (((quote - EACH) & ~quote) | ((backslash - EACH) & ~backslash) | ((word - BLANKS) & ~word)) & HIGH_BITS;
    }
}
