package io.xuemeng.core.zip;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.input.PositionalSource;
import io.xuemeng.core.requirement.FindingSink;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a zip archive that nobody vouches for. It hands out content only as the central directory declares it, and only
 * where the local headers, the layout of the file, the inflated size and the CRC-32 agree; whatever does not agree is a
 * finding (APPNOTE 6.3.10; {@link ZipRequirement}, {@link PathRequirement}). One bad entry never makes the others
 * unreadable, and nothing that is wrong with the archive makes {@link #open} throw.
 *
 * <p>Several threads may read different entries, or the same one, at once; each needs a {@link FindingSink} of its own.
 * Memory is bounded by {@link Limits}: about 250 bytes for each entry, and 128 KiB for each entry that is being read.
 *
 * <pre>{@code
 * try (ZipArchive archive = ZipArchive.open(PositionalSource.of(file), Limits.defaults(), findings)) {
 *     for (ZipEntry entry : archive.entries()) {
 *         boolean intact = archive.verify(entry, findings);
 *     }
 * }
 * }</pre>
 */
public final class ZipArchive implements Closeable {

    private static final EntryConsumer NOBODY = (buffer, offset, length) -> {};

    private final ArchiveBytes bytes;
    private final boolean readable;
    private final List<ZipEntry> entries;
    private final PathIndex index;
    private final byte[] comment;
    private final Deque<EntryReader> idle = new ArrayDeque<>();
    private boolean closed;

    private ZipArchive(
            ArchiveBytes bytes, @Nullable List<ZipEntry> entries, @Nullable EndRecord end, FindingSink findings) {
        this.bytes = bytes;
        this.readable = entries != null;
        this.entries = entries == null ? List.of() : List.copyOf(entries);
        this.comment = end == null ? new byte[0] : end.comment().getBytes(StandardCharsets.ISO_8859_1);
        this.index = new PathIndex(this.entries, findings);
    }

    /**
     * Reads the central directory and holds it against the local headers. The content of the entries is not touched.
     *
     * @param source closed with the archive, also when this throws
     * @param findings gets what is wrong, all before this returns
     * @throws IOException when the source cannot be read, never because of what it holds
     */
    public static ZipArchive open(PositionalSource source, Limits limits, FindingSink findings) throws IOException {
        try {
            ArchiveBytes bytes = new ArchiveBytes(source);
            Window window = new Window(bytes);
            EndRecord end = EndRecord.read(bytes, window, findings);
            List<ZipEntry> entries = end == null ? null : readEntries(end, window, limits, findings);
            return new ZipArchive(bytes, entries, end, findings);
        } catch (IOException | RuntimeException e) {
            try {
                source.close();
            } catch (IOException suppressed) {
                e.addSuppressed(suppressed);
            }
            throw e;
        }
    }

    private static @Nullable List<ZipEntry> readEntries(
            EndRecord end, Window window, Limits limits, FindingSink findings) throws IOException {
        EntryNames names = new EntryNames(findings);
        List<ZipEntry> entries = new CentralDirectory(window, limits, names, findings).read(end);
        if (entries != null && !entries.isEmpty()) {
            new Layout(window, names, findings, end.bodyEnd()).check(entries);
        }
        return entries;
    }

    /** Whether the entries could be listed: there is a whole central directory, and it is within the limits. */
    public boolean isReadable() {
        return readable;
    }

    /** The entries in the order of the central directory; empty when the archive is not {@linkplain #isReadable readable}. */
    public List<ZipEntry> entries() {
        return entries;
    }

    /** The archive's comment, as bytes because nothing says how they are encoded; empty when there is none; a copy. */
    public byte[] comment() {
        return comment.clone();
    }

    /**
     * The entry with exactly this path, or empty. Of several with one path, which is a finding, it is the first.
     *
     * @param path compared as it is, with case; a directory's ends with a slash
     */
    public Optional<ZipEntry> find(String path) {
        return index.find(path);
    }

    /**
     * Opens the content of an entry. Reading checks it: when it turns out longer or shorter than declared, damaged, or of
     * another CRC-32, there is a finding, and the read throws. What was read before that must not be trusted; the last
     * check is made when the end of the stream is reached.
     *
     * @param findings used while the stream is read; a thread's own
     * @return a stream to be closed by the caller, for one thread at a time
     * @throws ZipContentException when the entry is not {@linkplain ZipEntry#isReadable readable}, for which {@link #open}
     *     has reported a finding; by the stream also when its content is not as declared
     * @throws IOException when the source cannot be read, or the archive is closed
     */
    public InputStream open(ZipEntry entry, FindingSink findings) throws IOException {
        if (!entry.isReadable()) {
            throw new ZipContentException("the content of " + entry.path() + " cannot be read; a finding says why");
        }
        EntryReader reader = borrow();
        reader.begin(entry, findings);
        return new EntryStream(reader, this::giveBack);
    }

    /**
     * Reads the whole content of an entry in one pass, checks it as {@link #open(ZipEntry, FindingSink)} does, and hands
     * each piece to a consumer: to hash it, to look at its first bytes, to keep it. Pieces have up to 64 KiB; nothing is
     * allocated for them.
     *
     * @return whether the content is intact; false after a finding, or when the entry is not
     *     {@linkplain ZipEntry#isReadable readable}
     * @throws IOException when the source cannot be read, the archive is closed, or the consumer throws it
     */
    public boolean drain(ZipEntry entry, EntryConsumer consumer, FindingSink findings) throws IOException {
        if (!entry.isReadable()) {
            return false;
        }
        EntryReader reader = borrow();
        try {
            reader.begin(entry, findings);
            byte[] buffer = reader.output();
            while (true) {
                int count;
                try {
                    count = reader.read(buffer, 0, buffer.length);
                } catch (ZipContentException e) {
                    return false;
                }
                if (count < 0) {
                    return true;
                }
                consumer.accept(buffer, 0, count);
            }
        } finally {
            giveBack(reader);
        }
    }

    /** {@link #drain Drains} an entry for nobody, to know whether its content is intact. */
    public boolean verify(ZipEntry entry, FindingSink findings) throws IOException {
        return drain(entry, NOBODY, findings);
    }

    /** Writes the compressed data of a readable entry as it is; whether it is intact is not looked at. */
    void copyData(ZipEntry entry, ZipOutput target, byte[] buffer) throws IOException {
        long position = entry.dataOffset();
        for (long left = entry.compressedSize(); left > 0; ) {
            int count = (int) Math.min(buffer.length, left);
            bytes.readFully(position, ByteBuffer.wrap(buffer, 0, count));
            target.write(buffer, 0, count);
            position += count;
            left -= count;
        }
    }

    private EntryReader borrow() throws IOException {
        synchronized (idle) {
            if (closed) {
                throw new IOException("the archive is closed");
            }
            EntryReader reader = idle.pollLast();
            return reader != null ? reader : new EntryReader(bytes);
        }
    }

    private void giveBack(EntryReader reader) {
        reader.end();
        synchronized (idle) {
            if (closed) {
                reader.dispose();
            } else {
                idle.addLast(reader);
            }
        }
    }

    /** Closes the source. Streams that are still open fail at their next read of the source. */
    @Override
    public void close() throws IOException {
        synchronized (idle) {
            closed = true;
            idle.forEach(EntryReader::dispose);
            idle.clear();
        }
        bytes.close();
    }
}
