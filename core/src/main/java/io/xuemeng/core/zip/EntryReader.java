package io.xuemeng.core.zip;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Location;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Inflates one entry at a time and holds its content against what the central directory declares. It keeps its inflater
 * and its buffers from entry to entry. Not thread-safe.
 */
final class EntryReader {

    static final int BUFFER = 64 << 10;

    private final ArchiveBytes archive;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] input;
    private final ByteBuffer inputView;
    private final byte[] probe = new byte[1];

    private byte @Nullable [] output;
    private @Nullable ZipEntry entry;
    private @Nullable FindingSink sink;
    private long position;
    private long compressedLeft;
    private long produced;
    private boolean finished;

    EntryReader(ArchiveBytes archive) {
        this.archive = archive;
        // A small archive is in memory already.
        this.input = archive.whole() == null ? new byte[BUFFER] : new byte[0];
        this.inputView = ByteBuffer.wrap(input);
    }

    /** Begins with an entry that is readable. */
    void begin(ZipEntry next, FindingSink findings) {
        entry = next;
        sink = findings;
        position = next.dataOffset();
        compressedLeft = next.compressedSize();
        produced = 0;
        finished = false;
        crc.reset();
        inflater.reset();
    }

    /** A buffer to inflate into, for who brings none. */
    byte[] output() {
        byte[] buffer = output;
        if (buffer == null) {
            byte[] whole = archive.whole();
            buffer = new byte[whole == null ? BUFFER : Math.min(BUFFER, Math.max(512, whole.length))];
            output = buffer;
        }
        return buffer;
    }

    /**
     * Reads on, as {@link java.io.InputStream#read(byte[], int, int)} does.
     *
     * @throws ZipContentException after a finding, when the content is not what it should be
     */
    int read(byte[] target, int offset, int length) throws IOException {
        ZipEntry current = entry;
        FindingSink findings = sink;
        if (current == null || findings == null) {
            throw new IOException("the stream is closed");
        }
        if (length == 0) {
            return 0;
        }
        if (finished) {
            return -1;
        }
        int count = current.method() == ZipEntry.STORED
                ? readStored(target, offset, length)
                : inflate(current, findings, target, offset, length);
        if (count > 0) {
            produced += count;
            if (produced > current.size()) {
                throw fail(ZipRequirement.CONTENT_LONGER, current, findings);
            }
            crc.update(target, offset, count);
            if (produced == current.size()) {
                // Judge now, for a caller who reads just the declared size and never sees the end.
                finish(current, findings);
            }
            return count;
        }
        finished = true;
        checkEnd(current, findings);
        return -1;
    }

    private void finish(ZipEntry current, FindingSink findings) throws IOException {
        finished = true;
        int more =
                current.method() == ZipEntry.STORED ? readStored(probe, 0, 1) : inflate(current, findings, probe, 0, 1);
        if (more > 0) {
            produced += more;
            throw fail(ZipRequirement.CONTENT_LONGER, current, findings);
        }
        checkEnd(current, findings);
    }

    private void checkEnd(ZipEntry current, FindingSink findings) throws ZipContentException {
        if (produced < current.size()) {
            throw fail(ZipRequirement.CONTENT_SHORTER, current, findings);
        }
        if (compressedLeft + inflater.getRemaining() > 0) {
            throw fail(ZipRequirement.COMPRESSED_DATA_LONGER, current, findings);
        }
        if ((int) crc.getValue() != current.rawCrc()) {
            throw fail(ZipRequirement.WRONG_CRC, current, findings);
        }
    }

    private int readStored(byte[] target, int offset, int length) throws IOException {
        int count = (int) Math.min(length, compressedLeft);
        if (count > 0) {
            archive.readFully(position, ByteBuffer.wrap(target, offset, count));
            position += count;
            compressedLeft -= count;
        }
        return count;
    }

    private int inflate(ZipEntry current, FindingSink findings, byte[] target, int offset, int length)
            throws IOException {
        try {
            while (true) {
                int count = inflater.inflate(target, offset, length);
                if (count > 0 || inflater.finished()) {
                    return count;
                }
                if (inflater.needsDictionary() || (inflater.needsInput() && !feed())) {
                    throw fail(ZipRequirement.DATA_DAMAGED, current, findings);
                }
            }
        } catch (DataFormatException e) {
            throw fail(ZipRequirement.DATA_DAMAGED, current, findings);
        }
    }

    private boolean feed() throws IOException {
        if (compressedLeft == 0) {
            return false;
        }
        byte[] whole = archive.whole();
        if (whole != null) {
            inflater.setInput(whole, (int) position, (int) compressedLeft);
            position += compressedLeft;
            compressedLeft = 0;
            return true;
        }
        int count = (int) Math.min(input.length, compressedLeft);
        archive.readFully(position, inputView.clear().limit(count));
        inflater.setInput(input, 0, count);
        position += count;
        compressedLeft -= count;
        return true;
    }

    private ZipContentException fail(ZipRequirement requirement, ZipEntry current, FindingSink findings) {
        finished = true;
        findings.report(Finding.of(requirement)
                .at(Location.entry(current.path()))
                .with("path", current.path())
                .with("size", current.size())
                .with("found", produced)
                .build());
        return new ZipContentException(
                "the content of " + current.path() + " is not as its archive declares it: " + requirement.id());
    }

    /** Forgets the entry, so that another can begin. */
    void end() {
        entry = null;
        sink = null;
    }

    /** Frees the inflater's memory. */
    void dispose() {
        inflater.end();
    }
}
