package io.xuemeng.core.zip;

import static io.xuemeng.core.zip.DirectoryRecord.SATURATED_16;
import static io.xuemeng.core.zip.DirectoryRecord.SATURATED_32;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where an archive's central directory is, from the end record and its zip64 form (APPNOTE 6.3.10, 4.3.14 to 4.3.16).
 *
 * @param directory where the central directory begins in the source
 * @param directorySize its length in bytes
 * @param entries how many entries it is said to have
 * @param entriesHere how many of them are said to be on this volume; there is only one
 * @param shift what has to be added to every offset of the archive, because it does not begin where its source does
 * @param bodyEnd where the entries end: at the directory, or at the first of two
 * @param comment the archive's comment, a character for each byte
 */
record EndRecord(
        long directory, long directorySize, long entries, long entriesHere, long shift, long bodyEnd, String comment) {

    static final int SIGNATURE = 0x06054b50;
    static final int LENGTH = 22;
    static final int LOCATOR_SIGNATURE = 0x07064b50;
    static final int LOCATOR_LENGTH = 20;
    static final int ZIP64_SIGNATURE = 0x06064b50;
    static final int ZIP64_LENGTH = 56;
    static final int MAX_COMMENT = 0xFFFF;

    // In what pieces a file is gone through for an end record, and how many that lead nowhere are looked at.
    private static final int STEP = 64 << 10;
    private static final int MAX_TRIES = 1024;

    /** Finds and reads the records; null after a FATAL finding. */
    static @Nullable EndRecord read(ArchiveBytes archive, Window window, FindingSink sink) throws IOException {
        return new Search(archive, window, sink).run();
    }

    /** The search, with what it found so far. */
    private static final class Search {

        private final ArchiveBytes archive;
        private final Window window;
        private final FindingSink sink;
        private int disk;
        private int directoryDisk;
        private long entriesHere;
        private long entries;
        private long size;
        private long offset;
        // Where the directory has to end: at the end record, or at the zip64 end record before it.
        private long end;
        // How far the zip64 end record is from where its locator says.
        private long zip64Shift;
        private String comment = "";

        Search(ArchiveBytes archive, Window window, FindingSink sink) {
            this.archive = archive;
            this.window = window;
            this.sink = sink;
        }

        @Nullable
        EndRecord run() throws IOException {
            long total = archive.size();
            if (total == 0) {
                sink.report(Finding.of(ZipRequirement.EMPTY_FILE).build());
                return null;
            }
            long record = locate(total);
            if (record < 0) {
                return null;
            }
            int at = window.require(record, LENGTH, LENGTH);
            byte[] bytes = window.bytes();
            disk = LittleEndian.u16(bytes, at + 4);
            directoryDisk = LittleEndian.u16(bytes, at + 6);
            entriesHere = LittleEndian.u16(bytes, at + 8);
            entries = LittleEndian.u16(bytes, at + 10);
            size = LittleEndian.u32(bytes, at + 12);
            offset = LittleEndian.u32(bytes, at + 16);
            comment = comment(record, LittleEndian.u16(bytes, at + 20), total);
            end = record;
            boolean saturated = entries == SATURATED_16 || size == SATURATED_32 || offset == SATURATED_32;
            if (!resolveZip64(record, saturated)) {
                return null;
            }
            if (disk != 0 || directoryDisk != 0) {
                reportVolume(disk);
                return null;
            }
            EndRecord placed = place();
            // Bytes in front of an archive shift its zip64 end record as far as its directory.
            if (placed != null && zip64Shift != 0 && zip64Shift != placed.shift) {
                sink.report(Finding.of(ZipRequirement.ZIP64_END_CONTRADICTS).build());
            }
            return placed;
        }

        private String comment(long record, int stated, long total) throws IOException {
            int length = (int) Math.min(stated, total - record - LENGTH);
            int at = length == 0 ? -1 : window.require(record + LENGTH, length, length);
            return at < 0 ? "" : new String(window.bytes(), at, length, StandardCharsets.ISO_8859_1);
        }

        private void reportVolume(long number) {
            sink.report(Finding.of(ZipRequirement.MULTI_VOLUME)
                    .with("volume", number + 1)
                    .build());
        }

        /** Finds the end record: the one whose comment ends with the file, or else the last one that leads to a directory. */
        private long locate(long total) throws IOException {
            int tail = (int) Math.min(total, LENGTH + MAX_COMMENT + LOCATOR_LENGTH + ZIP64_LENGTH);
            long tailStart = total - tail;
            int base = window.require(tailStart, tail, tail);
            byte[] bytes = window.bytes();
            int exact = -1;
            boolean ambiguous = false;
            for (int i = previousSignature(bytes, base + tail - LENGTH, base); i >= 0; ) {
                long position = tailStart + i - base;
                if (position + LENGTH + LittleEndian.u16(bytes, i + 20) == total) {
                    ambiguous |= exact >= 0;
                    // The outermost, in whose comment the others stand.
                    if (exact < 0 || isPlausible(bytes, i, position)) {
                        exact = i;
                    }
                }
                i = previousSignature(bytes, i - 1, base);
            }
            if (exact < 0) {
                return locateBeforeMore(total, tailStart);
            }
            // A signature alone, with less than a record behind it, is enough to mislead readers that look for it.
            if (ambiguous || previousSignature(bytes, base + tail - 4, base) >= exact + LENGTH) {
                sink.report(Finding.of(ZipRequirement.END_RECORD_IN_COMMENT).build());
            }
            return tailStart + exact - base;
        }

        /** Finds an end record that the file does not end with: more bytes follow, or its comment is cut off. */
        private long locateBeforeMore(long total, long tailStart) throws IOException {
            long record = lastRecord(tailStart, total, false);
            // What follows may be longer than any comment; a file that does not begin like an archive is not gone
            // through.
            if (record < 0 && beginsLikeArchive()) {
                record = lastRecord(0, tailStart + LENGTH - 1, true);
            }
            if (record < 0) {
                sink.report(Finding.of(beginsLikeArchive() ? ZipRequirement.TRUNCATED : ZipRequirement.NOT_A_ZIP)
                        .with("size", total)
                        .build());
                return -1;
            }
            int at = window.require(record, LENGTH, LENGTH);
            long commentEnd = record + LENGTH + LittleEndian.u16(window.bytes(), at + 20);
            if (commentEnd < total) {
                sink.report(Finding.of(ZipRequirement.TRAILING_BYTES)
                        .with("bytes", total - commentEnd)
                        .build());
            } else {
                sink.report(Finding.of(ZipRequirement.COMMENT_CUT_OFF)
                        .with("bytes", commentEnd - total)
                        .build());
            }
            return record;
        }

        /**
         * The last end record in a range that leads to a directory; when none does, the last one, unless it has to.
         *
         * @return its position, or -1
         */
        private long lastRecord(long from, long to, boolean leading) throws IOException {
            long last = -1;
            int tries = 0;
            for (long end = to; end - from >= LENGTH; end -= STEP - LENGTH + 1) {
                long start = Math.max(from, end - STEP);
                int length = (int) (end - start);
                for (int i = length - LENGTH; i >= 0 && tries < MAX_TRIES; ) {
                    int base = window.require(start, length, length);
                    int found = previousSignature(window.bytes(), base + i, base);
                    if (found < 0) {
                        break;
                    }
                    long position = start + found - base;
                    if (leadsToDirectory(position)) {
                        return position;
                    }
                    tries++;
                    last = last < 0 ? position : last;
                    i = found - base - 1;
                }
            }
            return leading || isOfInnerArchive(last) ? -1 : last;
        }

        /** Whether an end record belongs to an archive that stands within this one, whose own was cut off. */
        private boolean isOfInnerArchive(long position) throws IOException {
            if (position < 0 || !beginsLikeArchive()) {
                return false;
            }
            int at = window.require(position, LENGTH, LENGTH);
            long directorySize = LittleEndian.u32(window.bytes(), at + 12);
            long directory = LittleEndian.u32(window.bytes(), at + 16);
            return directory + directorySize < position && isDirectory(position - directorySize);
        }

        /** Whether an end record says exactly where a directory is, or leaves that to the zip64 record before it. */
        private boolean leadsToDirectory(long position) throws IOException {
            int at = window.require(position, LENGTH, LENGTH);
            long directorySize = LittleEndian.u32(window.bytes(), at + 12);
            long directory = LittleEndian.u32(window.bytes(), at + 16);
            if (directorySize == SATURATED_32 || directory == SATURATED_32) {
                at = window.require(position - LOCATOR_LENGTH, LOCATOR_LENGTH, LOCATOR_LENGTH);
                return at >= 0 && LittleEndian.i32(window.bytes(), at) == LOCATOR_SIGNATURE;
            }
            return directorySize > 0 && directory + directorySize == position && isDirectory(directory);
        }

        private boolean beginsLikeArchive() throws IOException {
            int at = window.require(0, 4, 4);
            return at >= 0
                    && (LittleEndian.i32(window.bytes(), at) == LocalHeader.SIGNATURE
                            || LittleEndian.i32(window.bytes(), at) == DirectoryRecord.SIGNATURE);
        }

        /**
         * The last signature of an end record at or before an index, or -1. Of any four bytes in a row one belongs to a
         * signature that touches them, so that three of four need not be looked at.
         */
        private static int previousSignature(byte[] bytes, int from, int base) {
            for (int i = from + 3; i >= base; i -= 4) {
                int start = switch (bytes[i]) {
                    case 'P' -> i;
                    case 'K' -> i - 1;
                    case 5 -> i - 2;
                    case 6 -> i - 3;
                    default -> -1;
                };
                if (start >= base && start <= from && LittleEndian.i32(bytes, start) == SIGNATURE) {
                    return start;
                }
            }
            return -1;
        }

        private static boolean isPlausible(byte[] bytes, int at, long position) {
            long size = LittleEndian.u32(bytes, at + 12);
            long offset = LittleEndian.u32(bytes, at + 16);
            return size == SATURATED_32 || offset == SATURATED_32 || offset + size <= position;
        }

        /** Reads the zip64 records if there are any; false after a FATAL finding. */
        private boolean resolveZip64(long record, boolean saturated) throws IOException {
            long locator = record - LOCATOR_LENGTH;
            int at = window.require(locator, LOCATOR_LENGTH, LOCATOR_LENGTH);
            if (at < 0 || LittleEndian.i32(window.bytes(), at) != LOCATOR_SIGNATURE) {
                // An archive of exactly 65,535 entries needs no zip64 record.
                boolean needed = size == SATURATED_32 || offset == SATURATED_32;
                if (needed) {
                    sink.report(Finding.of(ZipRequirement.ZIP64_END_MISSING).build());
                }
                return !needed;
            }
            long recordDisk = LittleEndian.u32(window.bytes(), at + 4);
            long stated = LittleEndian.i64(window.bytes(), at + 8);
            long volumes = LittleEndian.u32(window.bytes(), at + 16);
            if (recordDisk != 0 || volumes > 1) {
                reportVolume(disk == SATURATED_16 ? recordDisk : disk);
                return false;
            }
            long found = find(stated, locator);
            if (found < 0) {
                sink.report(
                        Finding.of(saturated ? ZipRequirement.ZIP64_END_MISSING : ZipRequirement.ZIP64_END_CONTRADICTS)
                                .build());
                // What stands between the directory and the locator is part of the same fault.
                end = Math.min(end, offset + size);
                return !saturated;
            }
            at = window.require(found, ZIP64_LENGTH, ZIP64_LENGTH);
            byte[] bytes = window.bytes();
            long length = LittleEndian.i64(bytes, at + 4) + 12;
            long disk64 = LittleEndian.u32(bytes, at + 16);
            long directoryDisk64 = LittleEndian.u32(bytes, at + 20);
            if (disk64 != 0 || directoryDisk64 != 0) {
                reportVolume(disk64);
                return false;
            }
            long entriesHere64 = LittleEndian.i64(bytes, at + 24);
            long entries64 = LittleEndian.i64(bytes, at + 32);
            long size64 = LittleEndian.i64(bytes, at + 40);
            long offset64 = LittleEndian.i64(bytes, at + 48);
            if (length != locator - found
                    || volumes != 1
                    || (entriesHere != SATURATED_16 && entriesHere != entriesHere64)
                    || (entries != SATURATED_16 && entries != entries64)
                    || (size != SATURATED_32 && size != size64)
                    || (offset != SATURATED_32 && offset != offset64)) {
                sink.report(Finding.of(ZipRequirement.ZIP64_END_CONTRADICTS).build());
            }
            disk = disk == SATURATED_16 ? 0 : disk;
            directoryDisk = directoryDisk == SATURATED_16 ? 0 : directoryDisk;
            entriesHere = entriesHere == SATURATED_16 ? entriesHere64 : entriesHere;
            entries = entries == SATURATED_16 ? entries64 : entries;
            size = size == SATURATED_32 ? size64 : size;
            offset = offset == SATURATED_32 ? offset64 : offset;
            end = found;
            zip64Shift = found - stated;
            return true;
        }

        /** The zip64 end record: where the locator says, or, when the archive was shifted, right before the locator. */
        private long find(long stated, long locator) throws IOException {
            if (isZip64Record(stated, locator)) {
                return stated;
            }
            long before = locator - ZIP64_LENGTH;
            return isZip64Record(before, locator) ? before : -1;
        }

        private boolean isZip64Record(long position, long locator) throws IOException {
            if (position < 0 || position > locator - ZIP64_LENGTH) {
                return false;
            }
            int at = window.require(position, ZIP64_LENGTH, ZIP64_LENGTH);
            return at >= 0 && LittleEndian.i32(window.bytes(), at) == ZIP64_SIGNATURE;
        }

        /** Decides where the directory begins: where the offset says, or as far before its end as its size says. */
        private @Nullable EndRecord place() throws IOException {
            boolean fits = size >= 0 && size <= end;
            if (fits && offset == end - size) {
                return new EndRecord(offset, size, entries, entriesHere, 0, offset, comment);
            }
            boolean byOffset = offset >= 0 && offset < end && isDirectory(offset);
            boolean bySize = fits && size > 0 && isDirectory(end - size);
            if (byOffset && bySize) {
                sink.report(Finding.of(ZipRequirement.TWO_DIRECTORIES)
                        .with("first", offset)
                        .with("second", end - size)
                        .build());
                return new EndRecord(end - size, size, entries, entriesHere, 0, Math.min(offset, end - size), comment);
            }
            if (byOffset && fits && size <= end - offset) {
                sink.report(Finding.of(ZipRequirement.BYTES_BEFORE_END_RECORD)
                        .with("bytes", end - offset - size)
                        .build());
                return new EndRecord(offset, size, entries, entriesHere, 0, offset, comment);
            }
            if (bySize || (fits && size == 0 && entries == 0)) {
                return new EndRecord(end - size, size, entries, entriesHere, end - size - offset, end - size, comment);
            }
            sink.report(Finding.of(ZipRequirement.DIRECTORY_DAMAGED)
                    .with("offset", offset)
                    .build());
            return null;
        }

        private boolean isDirectory(long position) throws IOException {
            int at = window.require(position, 4, 4);
            return at >= 0 && LittleEndian.i32(window.bytes(), at) == DirectoryRecord.SIGNATURE;
        }
    }
}
