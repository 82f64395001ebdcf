package io.xuemeng.core.code;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Knows the addresses that most identifiers are, eight bytes at a time: every record has some. */
final class WebAddress {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGH_BITS = EACH << 7;
    private static final long SMALL = EACH << 5;

    private static final long HTTPS = 0x2F2F3A7370747468L;
    private static final long HTTP = 0x2F2F3A70747468L;

    private WebAddress() {}

    /**
     * Whether a text is {@code https://} or {@code http://} and then letters, digits, hyphens, dots and slashes alone, no slash
     * first. What this does not know may be an IRI all the same.
     */
    static boolean isPlain(byte[] text, int from, int to) {
        int last = to - Long.BYTES;
        if (last < from) {
            return false;
        }
        int host = hostStart(text, from);
        if (host > last || host < from || text[host] == '/') {
            return false;
        }
        for (int at = host; at < last; at += Long.BYTES) {
            if (!isPlain((long) LONGS.get(text, at))) {
                return false;
            }
        }
        return isPlain((long) LONGS.get(text, last));
    }

    private static int hostStart(byte[] text, int from) {
        long start = (long) LONGS.get(text, from);
        if (start == HTTPS) {
            return from + 8;
        }
        return start << 8 == HTTP << 8 ? from + 7 : -1;
    }

    /** Whether eight bytes all are a letter, a digit or one of the marks before the digits: hyphen, dot and slash. */
    private static boolean isPlain(long word) {
        long small = word | SMALL;
        long letters = (small + EACH * (0x80 - 'a')) & ~(small + EACH * (0x7F - 'z'));
        long others = (word + EACH * (0x80 - '-')) & ~(word + EACH * (0x7F - '9'));
        return ((letters | others) & ~word & HIGH_BITS) == HIGH_BITS;
    }
}
