package io.xuemeng.resource.packaging;

import io.xuemeng.core.input.PositionalSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A source that hashes its bytes while somebody else reads them, so that an archive whose entries are read in their order is
 * read from disk once. What was passed over is read at the end. For one thread; does not close what it reads.
 */
final class DigestingSource implements PositionalSource {

    /** What a reader skips between two entries is read for the hash at once; more is left for the end. */
    private static final int GAP = 1 << 16;

    private static final int BUFFER = 1 << 17;

    private final PositionalSource source;
    private final Deadline deadline;
    private final MessageDigest digest = sha256();
    private byte[] buffer = new byte[0];
    private long hashed;
    private boolean finished;

    DigestingSource(PositionalSource source, Deadline deadline) {
        this.source = source;
        this.deadline = deadline;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public long size() throws IOException {
        return source.size();
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        if (finished) {
            return source.read(target, position);
        }
        deadline.check();
        int start = target.position();
        int count = source.read(target, position);
        if (count > 0 && position + count > hashed && position <= hashed + GAP) {
            readUpTo(position);
            int known = (int) (hashed - position);
            ByteBuffer read = target.duplicate();
            read.limit(start + count).position(start + known);
            digest.update(read);
            hashed = position + count;
        }
        return count;
    }

    private void readUpTo(long end) throws IOException {
        while (hashed < end) {
            deadline.check();
            if (buffer.length == 0) {
                buffer = new byte[(int) Math.min(BUFFER, Math.max(source.size(), 1))];
            }
            int wanted = (int) Math.min(buffer.length, end - hashed);
            source.readFully(ByteBuffer.wrap(buffer, 0, wanted), hashed);
            digest.update(buffer, 0, wanted);
            hashed += wanted;
        }
    }

    /**
     * The SHA-256 of all bytes, in lower-case hexadecimal, after reading what nobody read. From here on it only hands out bytes,
     * whatever the time.
     */
    String finish() throws IOException {
        readUpTo(source.size());
        finished = true;
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Leaves the source open: it belongs to whoever opened it. */
    @Override
    public void close() {
        // Nothing of its own.
    }
}
