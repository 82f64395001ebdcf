package io.xuemeng.core.zip;

import static io.xuemeng.core.zip.DirectoryRecord.FLAG_DESCRIPTOR;
import static io.xuemeng.core.zip.DirectoryRecord.FLAG_ENCRYPTED;
import static io.xuemeng.core.zip.DirectoryRecord.FLAG_MASKED;
import static io.xuemeng.core.zip.DirectoryRecord.FLAG_STRONG_ENCRYPTION;
import static io.xuemeng.core.zip.DirectoryRecord.FLAG_UTF8;
import static io.xuemeng.core.zip.DirectoryRecord.SATURATED_32;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Location;
import java.io.IOException;

/** Holds the local header and the data descriptor of an entry against its record in the central directory. */
final class LocalHeader {

    static final int SIGNATURE = 0x04034b50;
    static final int LENGTH = 30;
    static final int DESCRIPTOR_SIGNATURE = 0x08074b50;

    // Two of these contradicting each other make readers decrypt an entry differently.
    private static final int ENCRYPTION_FLAGS = FLAG_ENCRYPTED | FLAG_STRONG_ENCRYPTION | FLAG_MASKED;
    private static final int MAX_DESCRIPTOR = 24;

    private final Window window;
    private final EntryNames names;
    private final FindingSink sink;
    private boolean hasDescriptor;

    LocalHeader(Window window, EntryNames names, FindingSink sink) {
        this.window = window;
        this.names = names;
        this.sink = sink;
    }

    /**
     * Checks the header, and tells the entry where its data begins.
     *
     * @param ahead how much may be read beyond the header
     * @return false when there is no header
     */
    boolean check(ZipEntry entry, int ahead) throws IOException {
        hasDescriptor = false;
        int at = window.require(entry.localHeader(), LENGTH, ahead);
        if (at < 0 || LittleEndian.i32(window.bytes(), at) != SIGNATURE) {
            reportMissing(entry);
            return false;
        }
        int nameLength = LittleEndian.u16(window.bytes(), at + 26);
        int extraLength = LittleEndian.u16(window.bytes(), at + 28);
        int length = LENGTH + nameLength + extraLength;
        at = window.require(entry.localHeader(), length, Math.max(ahead, length));
        if (at < 0) {
            reportMissing(entry);
            return false;
        }
        byte[] bytes = window.bytes();
        entry.dataBeginsAt(entry.localHeader() + length);
        int flags = LittleEndian.u16(bytes, at + 6);
        hasDescriptor = (flags & FLAG_DESCRIPTOR) != 0;
        if (!entry.nameEquals(bytes, at + LENGTH, nameLength)) {
            sink.report(lie(ZipRequirement.LOCAL_NAME_DIFFERS, entry)
                    .with("local", names.show(bytes, at + LENGTH, nameLength))
                    .build());
        }
        // How a name of ASCII letters is encoded makes no difference.
        int compared = entry.hasAsciiName() ? ENCRYPTION_FLAGS : ENCRYPTION_FLAGS | FLAG_UTF8;
        if (((flags ^ entry.flags()) & compared) != 0) {
            sink.report(lie(ZipRequirement.LOCAL_FLAGS_DIFFER, entry)
                    .with("local", "0x" + Integer.toHexString(flags))
                    .with("central", "0x" + Integer.toHexString(entry.flags()))
                    .build());
        }
        int method = LittleEndian.u16(bytes, at + 8);
        if (method != entry.method()) {
            sink.report(lie(ZipRequirement.LOCAL_METHOD_DIFFERS, entry)
                    .with("local", method)
                    .with("central", entry.method())
                    .build());
        }
        // Only encryption masks the numbers (4.4.4, bit 13); the bit alone would hide a header that lies.
        boolean masked = entry.hasFlag(FLAG_MASKED) && entry.hasFlag(FLAG_ENCRYPTED);
        if (entry.isSized() && !masked) {
            checkNumbers(entry, bytes, at, at + LENGTH + nameLength, extraLength);
        }
        if (extraLength > 0) {
            names.checkUnicodePath(bytes, at + LENGTH + nameLength, extraLength, entry);
            UnixTypes.checkExtra(entry, bytes, at + LENGTH + nameLength, extraLength, sink);
        }
        return true;
    }

    private void reportMissing(ZipEntry entry) {
        sink.report(lie(ZipRequirement.LOCAL_HEADER_MISSING, entry)
                .with("offset", entry.localHeader())
                .build());
    }

    private void checkNumbers(ZipEntry entry, byte[] bytes, int at, int extra, int extraLength) {
        int crc = LittleEndian.i32(bytes, at + 14);
        if (crc != entry.rawCrc() && !(hasDescriptor && crc == 0)) {
            sink.report(lie(ZipRequirement.LOCAL_CRC_DIFFERS, entry)
                    .with("local", hex(crc))
                    .with("central", hex(entry.rawCrc()))
                    .build());
        }
        long compressedSize = LittleEndian.u32(bytes, at + 18);
        long size = LittleEndian.u32(bytes, at + 22);
        if (compressedSize == SATURATED_32 || size == SATURATED_32) {
            int field = ExtraFields.find(bytes, extra, extraLength, ExtraFields.ZIP64);
            if (field >= 0 && LittleEndian.u16(bytes, field + 2) >= 16) {
                size = size == SATURATED_32 ? LittleEndian.i64(bytes, field + 4) : size;
                compressedSize = compressedSize == SATURATED_32 ? LittleEndian.i64(bytes, field + 12) : compressedSize;
            } else if (!hasDescriptor) {
                sink.report(lie(ZipRequirement.ZIP64_FIELD_MALFORMED, entry).build());
                return;
            }
        }
        if (!agrees(size, entry.size()) || !agrees(compressedSize, entry.compressedSize())) {
            sink.report(lie(ZipRequirement.LOCAL_SIZE_DIFFERS, entry)
                    .with("localSize", size)
                    .with("localCompressed", compressedSize)
                    .with("size", entry.size())
                    .with("compressed", entry.compressedSize())
                    .build());
        }
    }

    /** With a data descriptor the header may leave a size open: 0, or all bits set in the zip64 form. */
    private boolean agrees(long local, long central) {
        return local == central || (hasDescriptor && (local == 0 || local == SATURATED_32 || local == -1));
    }

    /**
     * Checks the data descriptor, if the local header promises one.
     *
     * @param next where the next entry or the central directory begins, which tells the forms of descriptor apart
     * @return the descriptor's length in bytes, or what stands in its place; 0 when there is none
     */
    int checkDescriptor(ZipEntry entry, long next, int ahead) throws IOException {
        if (!hasDescriptor && !entry.hasFlag(FLAG_DESCRIPTOR)) {
            return 0;
        }
        long position = entry.dataOffset() + entry.compressedSize();
        int available = (int) Math.max(0, Math.min(MAX_DESCRIPTOR, next - position));
        int at = window.require(position, available, Math.max(ahead, available));
        int length = at < 0 ? 0 : descriptorLength(entry, window.bytes(), at, available);
        if (length == 0 && hasDescriptor) {
            sink.report(lie(ZipRequirement.DESCRIPTOR_DIFFERS, entry).build());
            return available;
        }
        return length;
    }

    /** The signature is optional and the sizes have 4 or 8 bytes (4.3.9); the longest form that fits is the one. */
    private static int descriptorLength(ZipEntry entry, byte[] bytes, int at, int available) {
        if (available >= 24 && hasSignature(bytes, at) && matches64(entry, bytes, at + 4)) {
            return 24;
        }
        if (available >= 20 && matches64(entry, bytes, at)) {
            return 20;
        }
        if (available >= 16 && hasSignature(bytes, at) && matches32(entry, bytes, at + 4)) {
            return 16;
        }
        return available >= 12 && matches32(entry, bytes, at) ? 12 : 0;
    }

    private static boolean hasSignature(byte[] bytes, int at) {
        return LittleEndian.i32(bytes, at) == DESCRIPTOR_SIGNATURE;
    }

    private static boolean matches32(ZipEntry entry, byte[] bytes, int at) {
        return LittleEndian.i32(bytes, at) == entry.rawCrc()
                && LittleEndian.i32(bytes, at + 4) == (int) entry.compressedSize()
                && LittleEndian.i32(bytes, at + 8) == (int) entry.size();
    }

    private static boolean matches64(ZipEntry entry, byte[] bytes, int at) {
        return LittleEndian.i32(bytes, at) == entry.rawCrc()
                && LittleEndian.i64(bytes, at + 4) == entry.compressedSize()
                && LittleEndian.i64(bytes, at + 12) == entry.size();
    }

    private static Finding.Builder lie(ZipRequirement requirement, ZipEntry entry) {
        entry.markUnreadable();
        return Finding.of(requirement).at(Location.entry(entry.path())).with("path", entry.path());
    }

    private static String hex(int crc) {
        return String.format("%08x", crc);
    }
}
