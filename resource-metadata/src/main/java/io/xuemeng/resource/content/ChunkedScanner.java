package io.xuemeng.resource.content;

import java.util.Arrays;

/**
 * A scanner of a format that is made of pieces with a length. It asks for the next piece or passes over what it need not
 * see; so it holds one piece at a time, and never more of it than has really arrived.
 */
abstract class ChunkedScanner implements LabelScanner {

    private static final int FIRST_BYTES = 512;

    private byte[] held = new byte[FIRST_BYTES];
    private int count;
    private int needed;
    private long skipping;
    private boolean stopped;

    /** Asks for the next {@code bytes} (at least 1), which come to {@link #take} together. */
    final void need(int bytes) {
        needed = bytes;
    }

    /** Passes over some bytes before what is asked for. */
    final void skip(long bytes) {
        if (bytes < 0) {
            stop();
        } else {
            skipping = bytes;
        }
    }

    /** Wants nothing more. */
    final void stop() {
        stopped = true;
    }

    /**
     * Takes what was asked for, and asks for the next, or stops.
     *
     * @param bytes holds the piece from its beginning; valid during the call
     * @param length of the piece
     */
    abstract void take(byte[] bytes, int length);

    @Override
    public final boolean accept(byte[] buffer, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end && !stopped) {
            if (skipping > 0) {
                long passed = Math.min(skipping, end - at);
                skipping -= passed;
                at += (int) passed;
                continue;
            }
            int part = Math.min(needed - count, end - at);
            room(count + part);
            System.arraycopy(buffer, at, held, count, part);
            count += part;
            at += part;
            if (count == needed) {
                int piece = count;
                count = 0;
                take(held, piece);
            }
        }
        return !stopped;
    }

    private void room(int bytes) {
        if (bytes > held.length) {
            held = Arrays.copyOf(held, Math.max(bytes, (int) Math.min(needed, held.length * 2L)));
        }
    }
}
