package io.xuemeng.resource.element;

/**
 * Lines and columns of byte offsets in a UTF-8 document. Counts the whole document once, when first asked, and then at most
 * one block for each answer, so that many findings in a long document cost little. Thread-safe.
 */
final class OffsetIndex {

    private static final int BLOCK = 4096;

    private final byte[] document;
    private final int start;
    /** The line and column at the start of each block, as {@code line << 32 | column}. */
    private volatile long[] blocks = {};

    OffsetIndex(byte[] document) {
        this.document = document;
        // A byte order mark is no character of the text.
        this.start = document.length >= 3
                        && document[0] == (byte) 0xEF
                        && document[1] == (byte) 0xBB
                        && document[2] == (byte) 0xBF
                ? 3
                : 0;
    }

    /** Line and column of an offset, both from 1, as {@code line << 32 | column}. */
    long place(int offset) {
        long[] known = blocks;
        if (known.length == 0) {
            known = count();
            blocks = known;
        }
        int target = Math.min(offset, document.length);
        int block = target / BLOCK;
        return advance(known[block], block == 0 ? start : block * BLOCK, target);
    }

    private long[] count() {
        long[] counted = new long[document.length / BLOCK + 1];
        long place = 1L << 32 | 1;
        int at = start;
        counted[0] = place;
        for (int block = 1; block < counted.length; block++) {
            place = advance(place, at, block * BLOCK);
            at = block * BLOCK;
            counted[block] = place;
        }
        return counted;
    }

    private long advance(long from, int at, int target) {
        int line = (int) (from >>> 32);
        int column = (int) from;
        for (int i = at; i < target; i++) {
            byte b = document[i];
            if (b == '\n' || (b == '\r' && !(i + 1 < document.length && document[i + 1] == '\n'))) {
                line++;
                column = 1;
            } else if ((b & 0xC0) != 0x80 && b != '\r') {
                // Bytes that continue a character are none of their own.
                column++;
            }
        }
        return (long) line << 32 | column;
    }
}
