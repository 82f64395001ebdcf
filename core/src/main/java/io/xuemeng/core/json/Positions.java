package io.xuemeng.core.json;

import java.util.Arrays;

/**
 * Lines and columns of offsets in a document, counted only when a finding needs them. It goes on from the last answer, and
 * backwards from a mark not far before, so many findings in one document cost one walk over it, in whatever order they come.
 * Not thread-safe.
 */
final class Positions {

    private static final int MARK_EVERY = 2048;

    private final byte[] document;
    private final int from;
    private final int to;
    private int offset;
    private int line = 1;
    private int column = 1;
    /** Line and column of each offset that was passed and is a multiple of {@value #MARK_EVERY} from the start. */
    private int[] marks = {1, 1, 0, 0};

    private int marked = 1;

    Positions(byte[] document, int from, int to) {
        this.document = document;
        this.from = from;
        this.to = to;
        this.offset = from;
    }

    /** Moves to an offset; {@link #line()} and {@link #column()} then tell where it is. */
    void moveTo(int target) {
        if (target < offset) {
            int mark = Math.max(0, target - from) / MARK_EVERY;
            offset = from + mark * MARK_EVERY;
            line = marks[2 * mark];
            column = marks[2 * mark + 1];
        }
        while ((target - from) / MARK_EVERY >= marked) {
            walk(from + marked * MARK_EVERY);
            mark();
        }
        walk(target);
    }

    private void mark() {
        if (2 * marked == marks.length) {
            marks = Arrays.copyOf(marks, 4 * marked);
        }
        marks[2 * marked] = line;
        marks[2 * marked + 1] = column;
        marked++;
    }

    private void walk(int target) {
        while (offset < target) {
            byte b = document[offset++];
            if (b == '\n' || (b == '\r' && !(offset < to && document[offset] == '\n'))) {
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
