package io.xuemeng.core.zip;

import static io.xuemeng.core.zip.DirectoryRecord.SATURATED_32;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a zip archive that {@link ZipArchive}, the JDK and other readers understand in the same way: UTF-8 names with
 * their flag, stored or deflated, zip64 where it is needed (APPNOTE 6.3.10). The same calls give the same bytes on one
 * Java platform, because no clock is read.
 *
 * <p>It writes from front to back and keeps only the central directory in memory. When an entry fails, the archive is
 * left without its end, so that nobody takes it for a whole one. Not thread-safe.
 *
 * <pre>{@code
 * try (ZipWriter zip = ZipWriter.to(Files.newOutputStream(file))) {
 *     zip.add("imsmanifest.xml", manifest);
 *     zip.add("video/intro.mp4", Path.of("intro.mp4"));
 * }
 * }</pre>
 */
public final class ZipWriter implements Closeable {

    /** The earliest time that a zip archive can state, and what it states unless another is given. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final int LAST_YEAR = 2107;
    private static final int BUFFER = 64 << 10;
    // Deflate may add 5 bytes to each block of 16 KiB; this is well above that.
    private static final int MOST_GROWTH = 1 << 10;

    private final ZipOutput out;
    private final WrittenPaths paths = new WrittenPaths();
    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private final CRC32 crc = new CRC32();
    private final byte[] input = new byte[BUFFER];
    private final byte[] output = new byte[BUFFER];
    private int dosTime = dosTime(EPOCH);
    private boolean broken;
    private boolean closed;

    private ZipWriter(OutputStream out) {
        this.out = new ZipOutput(out);
    }

    /**
     * A writer to a stream, which it closes.
     *
     * @param out best a buffered one
     */
    public static ZipWriter to(OutputStream out) {
        return new ZipWriter(out);
    }

    /**
     * States when the entries that follow were last modified; without this, 1980-01-01 00:00.
     *
     * @param time kept to two seconds
     * @throws IllegalArgumentException when the year is not within 1980 to 2107, which is all that a zip archive can state
     */
    public ZipWriter lastModified(LocalDateTime time) {
        dosTime = dosTime(time);
        return this;
    }

    /**
     * Adds a file from memory, deflated if that makes it smaller.
     *
     * @throws IllegalArgumentException when {@link ZipArchive} would find fault with the path; nothing was written then
     */
    public void add(String path, byte[] content) throws IOException {
        byte[] name = claimFile(path);
        byte[] compressed = new byte[content.length];
        deflater.reset();
        deflater.setInput(content);
        deflater.finish();
        int length = deflater.deflate(compressed);
        if (deflater.finished() && length < content.length) {
            writeKnown(name, ZipEntry.DEFLATED, content, compressed, length);
        } else {
            writeKnown(name, ZipEntry.STORED, content, content, content.length);
        }
    }

    /**
     * Adds a file from memory without compression. Its content stands in the archive as it is, which some formats ask of
     * their first entry.
     *
     * @throws IllegalArgumentException when {@link ZipArchive} would find fault with the path; nothing was written then
     */
    public void store(String path, byte[] content) throws IOException {
        writeKnown(claimFile(path), ZipEntry.STORED, content, content, content.length);
    }

    /**
     * Adds a file from disk, deflated.
     *
     * @throws IllegalArgumentException when {@link ZipArchive} would find fault with the path; nothing was written then
     */
    public void add(String path, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            add(path, in, Files.size(file));
        }
    }

    /**
     * Adds a file from disk without compression, for media that are compressed already. It is read twice.
     *
     * @throws IllegalArgumentException when {@link ZipArchive} would find fault with the path; nothing was written then
     * @throws IOException when the file cannot be read, or changes meanwhile
     */
    public void store(String path, Path file) throws IOException {
        byte[] name = claimFile(path);
        broken = true;
        crc.reset();
        long size = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(input); count >= 0; count = in.read(input)) {
                crc.update(input, 0, count);
                size += count;
            }
        }
        int expected = (int) crc.getValue();
        out.beginKnown(name, ZipEntry.STORED, dosTime, expected, size, size);
        crc.reset();
        long copied = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(input); count >= 0; count = in.read(input)) {
                crc.update(input, 0, count);
                copied += count;
                out.write(input, 0, count);
            }
        }
        if (copied != size || (int) crc.getValue() != expected) {
            throw new IOException(file + " changed while it was written to the archive; write the archive again");
        }
        broken = false;
    }

    /**
     * Adds a file from a stream of unknown length, below 4 GiB, deflated.
     *
     * @param content read to its end, not closed
     * @throws IllegalArgumentException when {@link ZipArchive} would find fault with the path; nothing was written then
     * @throws IOException when it turns out to have 4 GiB or more: state its size then
     */
    public void add(String path, InputStream content) throws IOException {
        deflate(path, content, -1);
    }

    /**
     * Adds a file from a stream of known length, deflated.
     *
     * @param content read to its end, not closed
     * @param size the length of the content in bytes
     * @throws IllegalArgumentException when {@link ZipArchive} would find fault with the path, or the size is negative;
     *     nothing was written then
     * @throws IOException when the stream has another length
     */
    public void add(String path, InputStream content, long size) throws IOException {
        if (size < 0) {
            throw new IllegalArgumentException("a size is 0 or more, not " + size);
        }
        deflate(path, content, size);
    }

    /**
     * Adds a directory, which is needed only for an empty one.
     *
     * @param path with or without a slash at its end
     * @throws IllegalArgumentException when {@link ZipArchive} would find fault with the path; nothing was written then
     */
    public void addDirectory(String path) throws IOException {
        String directory = path.endsWith("/") ? path : path + '/';
        ensureUsable();
        paths.claim(directory);
        writeKnown(directory.getBytes(StandardCharsets.UTF_8), ZipEntry.STORED, new byte[0], new byte[0], 0);
    }

    /**
     * Adds an entry of another archive without inflating it: its data is copied as it is, its path is written in UTF-8, and
     * its time and Unix mode are kept. The data is not looked at; {@linkplain ZipArchive#verify verify} it before, if nobody has.
     *
     * @param archive where the entry is from
     * @throws IllegalArgumentException when the entry is not {@linkplain ZipEntry#isExtractable extractable}, or its path
     *     collides with another; nothing was written then
     */
    public void copy(ZipArchive archive, ZipEntry entry) throws IOException {
        ensureUsable();
        if (!entry.isExtractable()) {
            throw new IllegalArgumentException("the entry " + entry + " has faults; findings say which");
        }
        paths.claimCopy(entry.path());
        broken = true;
        out.beginCopy(entry);
        archive.copyData(entry, out, input);
        broken = false;
    }

    /**
     * Gives the archive a comment, in place of any before.
     *
     * @param value up to 65,535 bytes, without the signature of an end record in it
     * @throws IllegalArgumentException when it is longer, or would make two ends of the archive
     */
    public void comment(byte[] value) {
        ensureUsable();
        out.comment(value);
    }

    private byte[] claimFile(String path) {
        ensureUsable();
        if (path.endsWith("/")) {
            throw new IllegalArgumentException("the path of a file does not end with a slash: " + path);
        }
        paths.claim(path);
        return path.getBytes(StandardCharsets.UTF_8);
    }

    private void ensureUsable() {
        if (closed || broken) {
            throw new IllegalStateException(
                    closed ? "the archive is closed" : "an entry of the archive failed; write the archive again");
        }
    }

    private void writeKnown(byte[] name, int method, byte[] content, byte[] data, int length) throws IOException {
        broken = true;
        crc.reset();
        crc.update(content);
        out.beginKnown(name, method, dosTime, (int) crc.getValue(), length, content.length);
        out.write(data, 0, length);
        broken = false;
    }

    private void deflate(String path, InputStream content, long stated) throws IOException {
        byte[] name = claimFile(path);
        broken = true;
        boolean zip64 = stated > SATURATED_32 - (SATURATED_32 / MOST_GROWTH);
        out.beginStreamed(name, dosTime, zip64);
        long start = out.position();
        crc.reset();
        deflater.reset();
        long size = 0;
        for (int count = content.read(input); count >= 0; count = content.read(input)) {
            crc.update(input, 0, count);
            size += count;
            if (stated >= 0 && size > stated) {
                throw new IOException("the content of " + path + " is longer than the " + stated + " bytes stated");
            }
            deflater.setInput(input, 0, count);
            while (!deflater.needsInput()) {
                out.write(output, 0, deflater.deflate(output));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            out.write(output, 0, deflater.deflate(output));
        }
        if (stated >= 0 && size != stated) {
            throw new IOException(
                    "the content of " + path + " has " + size + " bytes instead of the " + stated + " stated");
        }
        long compressedSize = out.position() - start;
        if (!zip64 && Math.max(size, compressedSize) >= SATURATED_32) {
            throw new IOException("the content of " + path + " has " + size
                    + " bytes; from 4 GiB on its size must be stated when it is added");
        }
        out.endStreamed((int) crc.getValue(), compressedSize, size);
        broken = false;
    }

    private static int dosTime(LocalDateTime time) {
        if (time.getYear() < EPOCH.getYear() || time.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException(
                    "a zip archive states times from 1980 to " + LAST_YEAR + ", not " + time);
        }
        int date = (time.getYear() - EPOCH.getYear()) << 9 | time.getMonthValue() << 5 | time.getDayOfMonth();
        return date << 16 | time.getHour() << 11 | time.getMinute() << 5 | time.getSecond() / 2;
    }

    /** Writes the central directory, unless an entry failed, and closes the stream. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        deflater.end();
        try (ZipOutput target = out) {
            if (!broken) {
                target.finish();
            }
        }
    }
}
