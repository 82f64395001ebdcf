package io.xuemeng.core.json;

/**
 * Lines and columns of offsets in a document, counted only when a finding needs them. It goes on from the last answer, so
 * many findings in one document cost one walk over it. Not thread-safe.
 */
final class Positions {

    private final byte[] document;
    private final int from;
    private int offset;
    private int line;
    private int column;

    Positions(byte[] document, int from) {
        this.document = document;
        this.from = from;
        restart();
    }

    private void restart() {
        offset = from;
        line = 1;
        column = 1;
    }

    /** Moves to an offset; {@link #line()} and {@link #column()} then tell where it is. */
    void moveTo(int target) {
        if (target < offset) {
            restart();
        }
        while (offset < target) {
            byte b = document[offset++];
            if (b == '\n' || (b == '\r' && !(offset < document.length && document[offset] == '\n'))) {
                line++;
                column = 1;
            } else if ((b & 0xC0) != 0x80 && b != '\r') {
                // Bytes that continue a character are none of their own.
                column++;
            }
        }
    }

    /** From 1. */
    int line() {
        return line;
    }

    /** In characters, from 1. */
    int column() {
        return column;
    }
}
