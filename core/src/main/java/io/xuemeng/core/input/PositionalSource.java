package io.xuemeng.core.input;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * Bytes that can be read at any position, by several threads at once. A file, an array, or what you implement: a blob of
 * an object store, say. Its content must not change while it is read.
 */
public interface PositionalSource extends Closeable {

    /** The number of bytes. */
    long size() throws IOException;

    /**
     * Reads at least one byte at a position, without any shared position moving.
     *
     * @param target filled from its position to at most its limit
     * @param position from 0
     * @return how many bytes were read, or -1 when the position is at or after the end
     */
    int read(ByteBuffer target, long position) throws IOException;

    /**
     * Fills the whole of {@code target}.
     *
     * @throws EOFException when the source ends before that
     */
    default void readFully(ByteBuffer target, long position) throws IOException {
        long at = position;
        while (target.hasRemaining()) {
            int count = read(target, at);
            if (count < 0) {
                throw new EOFException("the source ends at " + size() + ", " + target.remaining()
                        + " bytes before the end of what was asked for at " + position);
            }
            at += count;
        }
    }

    /**
     * A file.
     *
     * @throws IOException when it cannot be opened for reading
     */
    static PositionalSource of(Path file) throws IOException {
        return new FileSource(file);
    }

    /** An array, which is not copied; closing it does nothing. */
    static PositionalSource of(byte[] bytes) {
        return new ArraySource(bytes);
    }
}
