package io.xuemeng.core.zip;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A piece of an archive in memory that moves through it, so that neighbouring headers cost one read. Not thread-safe. */
final class Window {

    private final ArchiveBytes archive;
    private byte[] buffer;
    private long start;
    private int length;

    Window(ArchiveBytes archive) {
        this.archive = archive;
        byte[] whole = archive.whole();
        this.buffer = whole == null ? new byte[0] : whole;
        this.length = buffer.length;
    }

    /** The bytes in memory; valid until the next call to {@link #require}. */
    byte[] bytes() {
        return buffer;
    }

    /**
     * Has a range in memory.
     *
     * @param count how many bytes are needed
     * @param ahead how many may be read in one go because they are likely to be asked for next
     * @return the index of the range in {@link #bytes()}, or -1 when it does not lie within the archive
     */
    int require(long position, int count, int ahead) throws IOException {
        if (position < 0 || count > archive.size() - position) {
            return -1;
        }
        if (position >= start && position + count <= start + length) {
            return (int) (position - start);
        }
        int wanted = (int) Math.min(Math.max(count, ahead), archive.size() - position);
        if (buffer.length < wanted) {
            buffer = new byte[wanted];
        }
        length = 0;
        archive.readFully(position, ByteBuffer.wrap(buffer, 0, wanted));
        start = position;
        length = wanted;
        return 0;
    }
}
