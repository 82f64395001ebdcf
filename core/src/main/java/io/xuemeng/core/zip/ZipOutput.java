package io.xuemeng.core.zip;

import static io.xuemeng.core.zip.DirectoryRecord.SATURATED_16;
import static io.xuemeng.core.zip.DirectoryRecord.SATURATED_32;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the records of an archive around the data of its entries, and collects the central directory. */
final class ZipOutput implements Closeable {

    private static final int VERSION = 20;
    private static final int VERSION_ZIP64 = 45;
    private static final int DOS_DIRECTORY = 0x10;
    // Where in a record of the directory the maker and the external attributes stand.
    private static final int MADE_BY = 5;
    private static final int ATTRIBUTES = 38;

    private final OutputStream out;
    private final DirectoryBytes directory = new DirectoryBytes();
    private final byte[] record = new byte[128];
    private byte[] comment = new byte[0];
    private long position;
    private long entries;

    // The streamed entry that was begun.
    private byte[] name = new byte[0];
    private int dosTime;
    private long start;
    private boolean zip64;

    ZipOutput(OutputStream out) {
        this.out = out;
    }

    long position() {
        return position;
    }

    void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        position += length;
    }

    /** Writes the header of an entry whose numbers are known, and its record of the directory. */
    void beginKnown(byte[] entryName, int method, int time, int crc, long compressedSize, long size)
            throws IOException {
        long header = position;
        boolean large = Math.max(size, compressedSize) >= SATURATED_32;
        int extra = large ? 20 : 0;
        localHeader(entryName, large, 0, method, time);
        LittleEndian.put32(record, 14, crc);
        LittleEndian.put32(record, 18, (int) (large ? SATURATED_32 : compressedSize));
        LittleEndian.put32(record, 22, (int) (large ? SATURATED_32 : size));
        LittleEndian.put16(record, 28, extra);
        write(record, 0, LocalHeader.LENGTH);
        write(entryName, 0, entryName.length);
        if (large) {
            zip64Sizes(size, compressedSize);
            write(record, 0, extra);
        }
        list(entryName, large, 0, method, time, crc, compressedSize, size, header);
    }

    /** Writes the header of an entry of another archive, and its record of the directory with the mode it has there. */
    void beginCopy(ZipEntry entry) throws IOException {
        int listed = directory.size();
        beginKnown(
                entry.path().getBytes(StandardCharsets.UTF_8),
                entry.method(),
                entry.rawTime(),
                entry.rawCrc(),
                entry.compressedSize(),
                entry.size());
        directory.patch(listed + MADE_BY, entry.rawMadeBy());
        LittleEndian.put32(record, 0, entry.rawAttributes());
        directory.patch(listed + ATTRIBUTES, record, 4);
    }

    void comment(byte[] value) {
        if (value.length > EndRecord.MAX_COMMENT) {
            throw new IllegalArgumentException(
                    "a comment has at most " + EndRecord.MAX_COMMENT + " bytes, not " + value.length);
        }
        for (int i = 0; i + 4 <= value.length; i++) {
            if (LittleEndian.i32(value, i) == EndRecord.SIGNATURE) {
                throw new IllegalArgumentException("a comment does not hold the signature of an end record");
            }
        }
        comment = value.clone();
    }

    /** Writes the header of a deflated entry whose numbers follow its data. */
    void beginStreamed(byte[] entryName, int time, boolean large) throws IOException {
        name = entryName;
        dosTime = time;
        start = position;
        zip64 = large;
        localHeader(entryName, large, DirectoryRecord.FLAG_DESCRIPTOR, ZipEntry.DEFLATED, time);
        LittleEndian.put32(record, 14, 0);
        LittleEndian.put32(record, 18, large ? -1 : 0);
        LittleEndian.put32(record, 22, large ? -1 : 0);
        LittleEndian.put16(record, 28, large ? 20 : 0);
        write(record, 0, LocalHeader.LENGTH);
        write(entryName, 0, entryName.length);
        if (large) {
            zip64Sizes(0, 0);
            write(record, 0, 20);
        }
    }

    /** Writes the data descriptor; its sizes have 8 bytes if and only if the header has a zip64 field (4.3.9.2). */
    void endStreamed(int crc, long compressedSize, long size) throws IOException {
        LittleEndian.put32(record, 0, LocalHeader.DESCRIPTOR_SIGNATURE);
        LittleEndian.put32(record, 4, crc);
        if (zip64) {
            LittleEndian.put64(record, 8, compressedSize);
            LittleEndian.put64(record, 16, size);
            write(record, 0, 24);
        } else {
            LittleEndian.put32(record, 8, (int) compressedSize);
            LittleEndian.put32(record, 12, (int) size);
            write(record, 0, 16);
        }
        list(
                name,
                zip64,
                DirectoryRecord.FLAG_DESCRIPTOR,
                ZipEntry.DEFLATED,
                dosTime,
                crc,
                compressedSize,
                size,
                start);
    }

    private void localHeader(byte[] entryName, boolean large, int flags, int method, int time) {
        LittleEndian.put32(record, 0, LocalHeader.SIGNATURE);
        LittleEndian.put16(record, 4, large ? VERSION_ZIP64 : VERSION);
        LittleEndian.put16(record, 6, flags | nameFlag(entryName));
        LittleEndian.put16(record, 8, method);
        LittleEndian.put32(record, 10, time);
        LittleEndian.put16(record, 26, entryName.length);
    }

    private static int nameFlag(byte[] entryName) {
        return EntryNames.isAscii(entryName, 0, entryName.length) ? 0 : DirectoryRecord.FLAG_UTF8;
    }

    private void zip64Sizes(long size, long compressedSize) {
        LittleEndian.put16(record, 0, ExtraFields.ZIP64);
        LittleEndian.put16(record, 2, 16);
        LittleEndian.put64(record, 4, size);
        LittleEndian.put64(record, 12, compressedSize);
    }

    private void list(
            byte[] entryName,
            boolean large,
            int flags,
            int method,
            int time,
            int crc,
            long compressedSize,
            long size,
            long header) {
        boolean far = header >= SATURATED_32;
        boolean largeSize = size >= SATURATED_32;
        boolean largeCompressed = compressedSize >= SATURATED_32;
        int extra = (largeSize ? 8 : 0) + (largeCompressed ? 8 : 0) + (far ? 8 : 0);
        int version = large || extra > 0 ? VERSION_ZIP64 : VERSION;
        Arrays.fill(record, (byte) 0);
        LittleEndian.put32(record, 0, DirectoryRecord.SIGNATURE);
        LittleEndian.put16(record, 4, version);
        LittleEndian.put16(record, 6, version);
        LittleEndian.put16(record, 8, flags | nameFlag(entryName));
        LittleEndian.put16(record, 10, method);
        LittleEndian.put32(record, 12, time);
        LittleEndian.put32(record, 16, crc);
        LittleEndian.put32(record, 20, (int) (largeCompressed ? SATURATED_32 : compressedSize));
        LittleEndian.put32(record, 24, (int) (largeSize ? SATURATED_32 : size));
        LittleEndian.put16(record, 28, entryName.length);
        LittleEndian.put16(record, 30, extra == 0 ? 0 : extra + 4);
        LittleEndian.put32(record, 38, entryName[entryName.length - 1] == '/' ? DOS_DIRECTORY : 0);
        LittleEndian.put32(record, 42, (int) (far ? SATURATED_32 : header));
        directory.write(record, 0, DirectoryRecord.LENGTH);
        directory.write(entryName, 0, entryName.length);
        if (extra > 0) {
            LittleEndian.put16(record, 0, ExtraFields.ZIP64);
            LittleEndian.put16(record, 2, extra);
            int at = 4;
            at = largeSize ? put(at, size) : at;
            at = largeCompressed ? put(at, compressedSize) : at;
            at = far ? put(at, header) : at;
            directory.write(record, 0, at);
        }
        entries++;
    }

    private int put(int at, long value) {
        LittleEndian.put64(record, at, value);
        return at + 8;
    }

    /** Writes the central directory and the end records. */
    void finish() throws IOException {
        long offset = position;
        directory.writeTo(out);
        long size = directory.size();
        position += size;
        if (entries >= SATURATED_16 || offset >= SATURATED_32) {
            zip64End(offset, size);
        }
        Arrays.fill(record, (byte) 0);
        LittleEndian.put32(record, 0, EndRecord.SIGNATURE);
        LittleEndian.put16(record, 8, (int) Math.min(entries, SATURATED_16));
        LittleEndian.put16(record, 10, (int) Math.min(entries, SATURATED_16));
        LittleEndian.put32(record, 12, (int) size);
        LittleEndian.put32(record, 16, (int) Math.min(offset, SATURATED_32));
        LittleEndian.put16(record, 20, comment.length);
        write(record, 0, EndRecord.LENGTH);
        write(comment, 0, comment.length);
        out.flush();
    }

    private void zip64End(long offset, long size) throws IOException {
        long end = position;
        Arrays.fill(record, (byte) 0);
        LittleEndian.put32(record, 0, EndRecord.ZIP64_SIGNATURE);
        LittleEndian.put64(record, 4, EndRecord.ZIP64_LENGTH - 12L);
        LittleEndian.put16(record, 12, VERSION_ZIP64);
        LittleEndian.put16(record, 14, VERSION_ZIP64);
        LittleEndian.put64(record, 24, entries);
        LittleEndian.put64(record, 32, entries);
        LittleEndian.put64(record, 40, size);
        LittleEndian.put64(record, 48, offset);
        int locator = EndRecord.ZIP64_LENGTH;
        LittleEndian.put32(record, locator, EndRecord.LOCATOR_SIGNATURE);
        LittleEndian.put64(record, locator + 8, end);
        LittleEndian.put32(record, locator + 16, 1);
        write(record, 0, EndRecord.ZIP64_LENGTH + EndRecord.LOCATOR_LENGTH);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** The central directory, of which a record can be completed after it was written. */
    private static final class DirectoryBytes extends ByteArrayOutputStream {

        void patch(int at, int value) {
            buf[at] = (byte) value;
        }

        void patch(int at, byte[] bytes, int length) {
            System.arraycopy(bytes, 0, buf, at, length);
        }
    }
}
