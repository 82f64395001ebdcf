package io.xuemeng.core.zip;

import io.xuemeng.core.input.PositionalSource;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** An archive of many gigabytes that takes no room: a few pieces, and zeros between them. */
final class SparseSource implements PositionalSource {

    /** Takes no room when it is appended. */
    static final byte[] ZEROS = new byte[64 << 10];

    private final TreeMap<Long, byte[]> pieces = new TreeMap<>();
    private long size;

    /** A stream to its end. */
    OutputStream appender() {
        return new OutputStream() {
            @Override
            public void write(int b) {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                if (bytes != ZEROS) {
                    pieces.put(size, Arrays.copyOfRange(bytes, offset, offset + length));
                }
                size += length;
            }
        };
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(ByteBuffer target, long position) {
        if (position >= size) {
            return -1;
        }
        int count = (int) Math.min(target.remaining(), size - position);
        Map.Entry<Long, byte[]> piece = pieces.floorEntry(position);
        if (piece != null && position < piece.getKey() + piece.getValue().length) {
            int at = (int) (position - piece.getKey());
            count = Math.min(count, piece.getValue().length - at);
            target.put(piece.getValue(), at, count);
            return count;
        }
        Long next = pieces.higherKey(position);
        count = (int) Math.min(count, Math.min(ZEROS.length, next == null ? Long.MAX_VALUE : next - position));
        target.put(ZEROS, 0, count);
        return count;
    }

    @Override
    public void close() {
        // Nothing is held but memory.
    }
}
