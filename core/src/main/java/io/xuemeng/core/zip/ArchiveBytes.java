package io.xuemeng.core.zip;

import io.xuemeng.core.input.PositionalSource;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an archive. A small one is read once, as a whole: one call to the system instead of two for each entry,
 * and all that follows sees the same bytes. Thread-safe, as its source is.
 */
final class ArchiveBytes implements Closeable {

    /** Up to this size an archive is held in memory. */
    static final int WHOLE = 256 << 10;

    private final PositionalSource source;
    private final long size;
    private final byte @Nullable [] whole;

    ArchiveBytes(PositionalSource source) throws IOException {
        this.source = source;
        this.size = source.size();
        if (size <= WHOLE) {
            byte[] bytes = new byte[(int) size];
            source.readFully(ByteBuffer.wrap(bytes), 0);
            this.whole = bytes;
        } else {
            this.whole = null;
        }
    }

    long size() {
        return size;
    }

    /** All bytes when the archive is small, or null. */
    byte @Nullable [] whole() {
        return whole;
    }

    /** Fills {@code target}; the range must lie within the archive. */
    void readFully(long position, ByteBuffer target) throws IOException {
        if (whole != null) {
            target.put(whole, (int) position, target.remaining());
        } else {
            source.readFully(target, position);
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
