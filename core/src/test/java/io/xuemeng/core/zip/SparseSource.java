package io.xuemeng.core.zip;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.xuemeng.core.input.PositionalSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** An archive of many gigabytes that takes no room: a few pieces, and zeros between them. */
public final class SparseSource implements PositionalSource {

    /** Takes no room when it is appended. */
    static final byte[] ZEROS = new byte[64 << 10];

    private final TreeMap<Long, byte[]> pieces = new TreeMap<>();
    private long size;

    /** An archive of several stored files of the same length that hold nothing but zeros, and one small one after them. */
    public static SparseSource archive(int files, long length) throws IOException {
        SparseSource source = new SparseSource();
        CRC32 zeros = new CRC32();
        for (long left = length; left > 0; left -= ZEROS.length) {
            zeros.update(ZEROS);
        }
        byte[] page = "after the zeros".getBytes(US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(page);
        try (ZipOutput out = new ZipOutput(source.appender())) {
            for (int i = 0; i < files; i++) {
                byte[] name = ("video-" + i + ".mp4").getBytes(US_ASCII);
                out.beginKnown(name, ZipEntry.STORED, 0x21_0000, (int) zeros.getValue(), length, length);
                for (long left = length; left > 0; left -= ZEROS.length) {
                    out.write(ZEROS, 0, ZEROS.length);
                }
            }
            out.beginKnown(
                    "page.html".getBytes(US_ASCII),
                    ZipEntry.STORED,
                    0x21_0000,
                    (int) crc.getValue(),
                    page.length,
                    page.length);
            out.write(page, 0, page.length);
            out.finish();
        }
        return source;
    }

    /** A stream to its end. */
    public OutputStream appender() {
        return new OutputStream() {
            @Override
            public void write(int b) {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                if (!Arrays.equals(bytes, offset, offset + length, ZEROS, 0, Math.min(length, ZEROS.length))) {
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
