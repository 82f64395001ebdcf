package io.xuemeng.core.zip;

/** The extra fields of a header: blocks of an id, a length and data (APPNOTE 6.3.10, 4.5). */
final class ExtraFields {

    static final int ZIP64 = 0x0001;
    static final int UNICODE_PATH = 0x7075;
    static final int ASI_UNIX = 0x756e;

    private ExtraFields() {}

    /** The index of the first block with an id that lies within the fields wholly, or -1. */
    static int find(byte[] bytes, int from, int length, int id) {
        int end = from + length;
        int at = from;
        while (end - at >= 4) {
            int next = at + 4 + LittleEndian.u16(bytes, at + 2);
            if (next > end) {
                return -1;
            }
            if (LittleEndian.u16(bytes, at) == id) {
                return at;
            }
            at = next;
        }
        return -1;
    }

    /** Whether the blocks fill the fields; up to three zero bytes at the end are padding. */
    static boolean isWellFormed(byte[] bytes, int from, int length) {
        int end = from + length;
        int at = from;
        while (end - at >= 4) {
            at += 4 + LittleEndian.u16(bytes, at + 2);
        }
        if (at > end) {
            return false;
        }
        while (at < end) {
            if (bytes[at++] != 0) {
                return false;
            }
        }
        return true;
    }
}
