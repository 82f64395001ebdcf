package io.xuemeng.core.zip;

import io.xuemeng.core.input.PositionalSource;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/** An archive of many gigabytes that takes no room: a few pieces, and zeros between them. */
final class SparseSource implements PositionalSource {

    private static final byte[] ZEROS = new byte[64 << 10];

    private final TreeMap<Long, byte[]> pieces = new TreeMap<>();
    private long size;

    void add(byte[] piece) {
        pieces.put(size, piece);
        size += piece.length;
    }

    void addZeros(long count) {
        size += count;
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
