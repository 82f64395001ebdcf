package io.xuemeng.core.zip;

import static io.xuemeng.core.zip.DirectoryRecord.FLAG_ENCRYPTED;
import static io.xuemeng.core.zip.DirectoryRecord.FLAG_UTF8;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Location;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the records of the central directory, one window after the other, and judges each for itself. */
final class CentralDirectory {

    private static final int READ = 64 << 10;
    private static final int DIGITAL_SIGNATURE = 0x05054b50;

    private final Window window;
    private final Limits limits;
    private final EntryNames names;
    private final FindingSink sink;
    private final PathRules paths;
    private final DirectoryRecord record = new DirectoryRecord();

    // Sizes of the entries whose own ratio is allowed.
    private long inflated;
    private long compressed;
    private long total;
    private boolean tooLarge;
    private boolean encodingDecided;

    CentralDirectory(Window window, Limits limits, EntryNames names, FindingSink sink) {
        this.window = window;
        this.limits = limits;
        this.names = names;
        this.sink = sink;
        this.paths = new PathRules(limits, sink);
    }

    /** The entries in the directory's order, or null when it cannot be read to its end or is beyond a limit. */
    @Nullable
    List<ZipEntry> read(EndRecord end) throws IOException {
        if (end.directorySize() > limits.centralDirectoryBytes()) {
            sink.report(Finding.of(ZipRequirement.DIRECTORY_TOO_LARGE)
                    .with("bytes", end.directorySize())
                    .with("limit", limits.centralDirectoryBytes())
                    .build());
            return null;
        }
        long position = end.directory();
        long directoryEnd = position + end.directorySize();
        long shift = end.shift();
        List<ZipEntry> entries = new ArrayList<>((int) Math.max(0, Math.min(end.entries(), 1024)));
        while (position < directoryEnd) {
            int left = (int) (directoryEnd - position);
            int at = left < DirectoryRecord.LENGTH ? -1 : window.require(position, DirectoryRecord.LENGTH, ahead(left));
            if (at < 0 || LittleEndian.i32(window.bytes(), at) != DirectoryRecord.SIGNATURE) {
                if (isDigitalSignature(position, left)) {
                    break;
                }
                return damaged(position);
            }
            record.read(window.bytes(), at);
            int length = record.totalLength();
            if (length > left) {
                return damaged(position);
            }
            if (entries.size() == limits.archiveEntries()) {
                sink.report(Finding.of(ZipRequirement.TOO_MANY_ENTRIES)
                        .with("limit", limits.archiveEntries())
                        .build());
                return null;
            }
            at = window.require(position, length, ahead(left));
            boolean zip64 = record.resolveZip64(window.bytes(), at + DirectoryRecord.LENGTH + record.nameLength);
            if (entries.isEmpty() && shift != 0) {
                shift = decideShift(shift);
                at = window.require(position, length, ahead(left));
            }
            if (!encodingDecided && isAmbiguous(at)) {
                encodingDecided = true;
                decideEncoding(end);
                at = window.require(position, length, ahead(left));
            }
            record.localHeader += shift;
            entries.add(entry(window.bytes(), at + DirectoryRecord.LENGTH, zip64));
            position += length;
        }
        checkTotals(end, entries.size());
        return entries;
    }

    private static int ahead(int left) {
        return Math.min(left, READ);
    }

    private boolean isDigitalSignature(long position, int left) throws IOException {
        int at = left < 6 ? -1 : window.require(position, 6, 6);
        return at >= 0
                && LittleEndian.i32(window.bytes(), at) == DIGITAL_SIGNATURE
                && LittleEndian.u16(window.bytes(), at + 4) == left - 6;
    }

    private @Nullable List<ZipEntry> damaged(long position) {
        sink.report(Finding.of(ZipRequirement.DIRECTORY_DAMAGED)
                .with("offset", position)
                .build());
        return null;
    }

    /** Bytes in front of the archive shift all its offsets, unless only the end record's own offset is wrong. */
    private long decideShift(long shift) throws IOException {
        if (isLocalHeader(record.localHeader + shift) || !isLocalHeader(record.localHeader)) {
            return shift;
        }
        sink.report(Finding.of(ZipRequirement.DIRECTORY_OFFSET_WRONG)
                .with("bytes", Math.abs(shift))
                .build());
        return 0;
    }

    private boolean isAmbiguous(int at) {
        return (record.flags & FLAG_UTF8) == 0
                && names.isAmbiguous(window.bytes(), at + DirectoryRecord.LENGTH, record.nameLength);
    }

    /** One tool wrote all names: when others are GB18030, and none is UTF-8 for certain, those that might be either are too. */
    private void decideEncoding(EndRecord end) throws IOException {
        DirectoryRecord other = new DirectoryRecord();
        boolean gb18030 = false;
        long directoryEnd = end.directory() + end.directorySize();
        for (long position = end.directory(); directoryEnd - position >= DirectoryRecord.LENGTH; ) {
            int left = (int) (directoryEnd - position);
            int at = window.require(position, DirectoryRecord.LENGTH, ahead(left));
            if (at < 0 || LittleEndian.i32(window.bytes(), at) != DirectoryRecord.SIGNATURE) {
                return;
            }
            other.read(window.bytes(), at);
            int length = other.totalLength();
            if (length > left) {
                return;
            }
            at = window.require(position, length, ahead(left));
            if ((other.flags & FLAG_UTF8) == 0) {
                Boolean shown = names.showsGb18030(window.bytes(), at + DirectoryRecord.LENGTH, other.nameLength);
                if (Boolean.FALSE.equals(shown)) {
                    return;
                }
                gb18030 |= shown != null;
            }
            position += length;
        }
        if (gb18030) {
            names.preferGb18030();
        }
    }

    private boolean isLocalHeader(long position) throws IOException {
        int at = window.require(position, 4, 4);
        return at >= 0 && LittleEndian.i32(window.bytes(), at) == LocalHeader.SIGNATURE;
    }

    private ZipEntry entry(byte[] bytes, int name, boolean zip64) {
        int length = record.nameLength;
        String path = names.decode(bytes, name, length, (record.flags & FLAG_UTF8) != 0);
        byte[] raw = EntryNames.isAscii(bytes, name, length) ? null : Arrays.copyOfRange(bytes, name, name + length);
        ZipEntry entry = new ZipEntry(record, path, raw, zip64);
        if (!paths.check(path)) {
            entry.markUnextractable();
        }
        if (!zip64) {
            refuse(ZipRequirement.ZIP64_FIELD_MALFORMED, entry);
        }
        if (record.extraLength > 0) {
            if (!ExtraFields.isWellFormed(bytes, name + length, record.extraLength)) {
                sink.report(at(ZipRequirement.EXTRA_FIELD_MALFORMED, entry).build());
            }
            names.checkUnicodePath(bytes, name + length, record.extraLength, entry);
        }
        checkKind(entry);
        UnixTypes.check(entry, bytes, name + length, record.extraLength, sink);
        if (zip64) {
            checkSizes(entry);
        }
        return entry;
    }

    private void checkKind(ZipEntry entry) {
        if (record.disk != 0) {
            entry.markUnreadable();
            sink.report(at(ZipRequirement.ENTRY_ON_OTHER_VOLUME, entry)
                    .with("volume", record.disk + 1)
                    .build());
        }
        if (entry.hasFlag(FLAG_ENCRYPTED)) {
            refuse(ZipRequirement.ENCRYPTED, entry);
        } else if (entry.method() != ZipEntry.STORED && entry.method() != ZipEntry.DEFLATED) {
            entry.markUnreadable();
            sink.report(at(ZipRequirement.UNSUPPORTED_METHOD, entry)
                    .with("method", entry.method())
                    .build());
        }
    }

    private void checkSizes(ZipEntry entry) {
        long size = entry.size();
        long compressedSize = entry.compressedSize();
        if (entry.isDirectory() && size > 0) {
            refuse(ZipRequirement.DIRECTORY_WITH_CONTENT, entry);
            return;
        }
        if (entry.method() == ZipEntry.STORED && size != compressedSize && !entry.hasFlag(FLAG_ENCRYPTED)) {
            entry.markUnreadable();
            sink.report(at(ZipRequirement.STORED_SIZES_DIFFER, entry)
                    .with("size", size)
                    .with("compressed", compressedSize)
                    .build());
            return;
        }
        if (growsTooMuch(size, compressedSize)) {
            entry.markUnreadable();
            sink.report(at(ZipRequirement.ENTRY_RATIO, entry)
                    .with("size", size)
                    .with("compressed", compressedSize)
                    .with("limit", limits.inflationRatio())
                    .build());
            return;
        }
        if (size > limits.archiveInflatedBytes() - total) {
            // Reading what comes before stays possible, and together it stays within the limit.
            entry.markUnreadable();
            if (!tooLarge) {
                tooLarge = true;
                sink.report(at(ZipRequirement.ARCHIVE_SIZE, entry)
                        .with("limit", limits.archiveInflatedBytes())
                        .build());
            }
            return;
        }
        total += size;
        inflated += size;
        compressed = Math.min(compressed, Long.MAX_VALUE - compressedSize) + compressedSize;
    }

    private void checkTotals(EndRecord end, int entries) {
        if (end.entries() != entries || end.entriesHere() != entries) {
            sink.report(Finding.of(ZipRequirement.WRONG_ENTRY_COUNT)
                    .with("stated", end.entries() != entries ? end.entries() : end.entriesHere())
                    .with("found", entries)
                    .build());
        }
        if (entries == 0) {
            sink.report(Finding.of(ZipRequirement.NO_ENTRIES).build());
        }
        if (growsTooMuch(inflated, compressed)) {
            sink.report(Finding.of(ZipRequirement.ARCHIVE_RATIO)
                    .with("size", inflated)
                    .with("compressed", compressed)
                    .with("limit", limits.inflationRatio())
                    .build());
        }
    }

    private boolean growsTooMuch(long size, long compressedSize) {
        return size > limits.inflationRatioFromBytes() && (size - 1) / limits.inflationRatio() >= compressedSize;
    }

    private void refuse(ZipRequirement requirement, ZipEntry entry) {
        entry.markUnreadable();
        sink.report(at(requirement, entry).build());
    }

    private static Finding.Builder at(ZipRequirement requirement, ZipEntry entry) {
        return Finding.of(requirement).at(Location.entry(entry.path())).with("path", entry.path());
    }
}
