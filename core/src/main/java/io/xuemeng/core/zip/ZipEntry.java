package io.xuemeng.core.zip;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One file or directory of an archive, as its central directory describes it. Immutable once {@link ZipArchive#open}
 * has returned, and thread-safe.
 */
public final class ZipEntry {

    static final int STORED = 0;
    static final int DEFLATED = 8;

    /** Faults that both headers of an entry can have, and that are reported once. */
    static final int SPECIAL = 1;

    static final int RENAMED = 2;
    static final int MALFORMED_UNICODE_PATH = 4;

    private static final int MADE_BY_UNIX = 3;
    private static final int MADE_BY_MACOS = 19;

    private final String path;
    private final byte @Nullable [] rawName;
    private final long size;
    private final long compressedSize;
    private final long localHeader;
    private final int crc;
    private final int dosTime;
    private final int externalAttributes;
    private final short method;
    private final short flags;
    private final byte madeBy;

    private final boolean sized;

    private boolean readable = true;
    private boolean extractable = true;
    private byte reported;
    private long dataOffset = -1;

    /**
     * An entry of the central directory.
     *
     * @param rawName null when the path is ASCII, which says the same
     * @param sized false when the sizes and the place are not known, because the zip64 field is of no use
     */
    ZipEntry(DirectoryRecord header, String path, byte @Nullable [] rawName, boolean sized) {
        this.sized = sized;
        this.path = path;
        this.rawName = rawName;
        this.size = sized ? header.size : 0;
        this.compressedSize = sized ? header.compressedSize : 0;
        this.localHeader = header.localHeader;
        this.crc = header.crc;
        this.dosTime = header.dosTime;
        this.externalAttributes = header.externalAttributes;
        this.method = (short) header.method;
        this.flags = (short) header.flags;
        this.madeBy = (byte) header.madeBy;
    }

    /** The path as it was read, with its separators untouched. */
    public String path() {
        return path;
    }

    /** The bytes of the name in the central directory; a copy. */
    public byte[] rawName() {
        return rawName == null ? path.getBytes(StandardCharsets.ISO_8859_1) : rawName.clone();
    }

    /**
     * Bytes of the content, as declared; {@link ZipArchive} never hands out more. 0 when the declaration makes no sense, which
     * is a finding.
     */
    public long size() {
        return size;
    }

    /** Bytes that the content takes in the archive, as declared; 0 when the declaration makes no sense. */
    public long compressedSize() {
        return compressedSize;
    }

    /** The CRC-32 of the content, as declared, in the lower 32 bits. */
    public long crc() {
        return crc & 0xFFFF_FFFFL;
    }

    /** The compression method, from 0 to 65,535: 0 is stored, 8 is deflated (APPNOTE 6.3.10, 4.4.5). */
    public int method() {
        return method & 0xFFFF;
    }

    /** Whether the path ends with a slash. */
    public boolean isDirectory() {
        return !path.isEmpty() && path.charAt(path.length() - 1) == '/';
    }

    /**
     * Whether the content can be read: not when it is encrypted, compressed by an unsupported method, a link, larger than
     * a limit, or when the local header contradicts the central directory. There is a finding for each of these.
     */
    public boolean isReadable() {
        return readable;
    }

    /** Whether the content can be read and the path is safe to use as a file's name: nothing worse than a warning. */
    public boolean isExtractable() {
        return readable && extractable;
    }

    /** The Unix mode with its file type bits, when the archive was made on Unix or macOS and states one. */
    public OptionalInt unixMode() {
        int mode = rawMode();
        return mode != 0 && (madeBy == MADE_BY_UNIX || madeBy == MADE_BY_MACOS)
                ? OptionalInt.of(mode)
                : OptionalInt.empty();
    }

    /** When it was last modified, in the local time of its maker and exact to two seconds; empty for an impossible date. */
    public Optional<LocalDateTime> lastModified() {
        int date = dosTime >>> 16;
        try {
            return Optional.of(LocalDateTime.of(
                    1980 + (date >> 9),
                    date >> 5 & 0xF,
                    date & 0x1F,
                    dosTime >> 11 & 0x1F,
                    dosTime >> 5 & 0x3F,
                    (dosTime & 0x1F) * 2));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The path. */
    @Override
    public String toString() {
        return path;
    }

    /** The upper half of the external attributes, whoever claims to have made them. */
    int rawMode() {
        return externalAttributes >>> 16;
    }

    int flags() {
        return flags & 0xFFFF;
    }

    boolean hasFlag(int flag) {
        return (flags & flag) != 0;
    }

    /** The external attributes and who made them, for a copy. */
    int rawAttributes() {
        return externalAttributes;
    }

    int rawMadeBy() {
        return madeBy;
    }

    /** Date and time as MS-DOS packs them. */
    int rawTime() {
        return dosTime;
    }

    int rawCrc() {
        return crc;
    }

    boolean hasAsciiName() {
        return rawName == null;
    }

    boolean isSized() {
        return sized;
    }

    /** Where the local header begins in the source. */
    long localHeader() {
        return localHeader;
    }

    /** Where the compressed data begins in the source; -1 when the local header could not be read. */
    long dataOffset() {
        return dataOffset;
    }

    void dataBeginsAt(long offset) {
        dataOffset = offset;
    }

    void markUnreadable() {
        readable = false;
    }

    /** Whether a fault is met for the first time; from then on it is known. */
    boolean isFirst(int fault) {
        boolean first = (reported & fault) == 0;
        reported |= (byte) fault;
        return first;
    }

    void markUnextractable() {
        extractable = false;
    }

    /** Whether {@code length} bytes of {@code buffer} are this entry's name. */
    boolean nameEquals(byte[] buffer, int offset, int length) {
        if (rawName != null) {
            return Arrays.equals(rawName, 0, rawName.length, buffer, offset, offset + length);
        }
        if (path.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (path.charAt(i) != buffer[offset + i]) {
                return false;
            }
        }
        return true;
    }
}
