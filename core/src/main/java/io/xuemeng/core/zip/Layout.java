package io.xuemeng.core.zip;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Location;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks the file from front to back and gives each byte to one entry: what two entries claim is an overlap, what none
 * claims is a gap that may hide an entry.
 */
final class Layout {

    // Neighbouring headers within this distance come with one read; further apart, a read takes just the headers.
    private static final int DENSE = 16 << 10;
    private static final int DENSE_READ = 64 << 10;
    private static final int SPARSE_READ = 512;

    private final Window window;
    private final EntryNames names;
    private final LocalHeader headers;
    private final FindingSink sink;
    private final long end;

    Layout(Window window, EntryNames names, FindingSink sink, long end) {
        this.window = window;
        this.names = names;
        this.headers = new LocalHeader(window, names, sink);
        this.sink = sink;
        this.end = end;
    }

    void check(List<ZipEntry> entries) throws IOException {
        ZipEntry[] sorted = inFileOrder(entries);
        long claimed = 0;
        ZipEntry furthest = null;
        for (int i = 0; i < sorted.length; i++) {
            ZipEntry entry = sorted[i];
            long start = entry.localHeader();
            long next = i + 1 < sorted.length ? sorted[i + 1].localHeader() : end;
            if (i > 0 && sorted[i - 1].localHeader() == start) {
                reportShared(sorted[i - 1], entry);
                continue;
            }
            if (start < claimed && furthest != null) {
                reportOverlap(furthest, entry);
            } else if (start > claimed) {
                checkGap(claimed, Math.min(start, end), furthest == null);
            }
            int ahead = next - start < DENSE ? DENSE_READ : SPARSE_READ;
            if (!headers.check(entry, ahead)) {
                // What stands there instead is part of the same fault.
                claimed = Math.max(claimed, Math.min(next, end));
                continue;
            }
            if (!entry.isSized()) {
                claimed = Math.max(claimed, next);
                continue;
            }
            long dataEnd;
            if (entry.compressedSize() > end - entry.dataOffset()) {
                entry.markUnreadable();
                sink.report(at(ZipRequirement.REACHES_INTO_DIRECTORY, entry).build());
                dataEnd = end;
            } else {
                dataEnd = entry.dataOffset() + entry.compressedSize();
                if (dataEnd <= next) {
                    dataEnd += headers.checkDescriptor(entry, next, ahead);
                }
            }
            if (dataEnd > claimed) {
                claimed = dataEnd;
                furthest = entry;
            }
        }
        if (claimed < end) {
            checkGap(claimed, end, false);
        }
    }

    private static ZipEntry[] inFileOrder(List<ZipEntry> entries) {
        ZipEntry[] sorted = entries.toArray(ZipEntry[]::new);
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i - 1].localHeader() > sorted[i].localHeader()) {
                Arrays.sort(sorted, Comparator.comparingLong(ZipEntry::localHeader));
                break;
            }
        }
        return sorted;
    }

    private void reportShared(ZipEntry first, ZipEntry second) {
        first.markUnreadable();
        second.markUnreadable();
        sink.report(at(ZipRequirement.SHARED_LOCAL_HEADER, second)
                .with("other", first.path())
                .build());
    }

    private void reportOverlap(ZipEntry first, ZipEntry second) {
        first.markUnreadable();
        second.markUnreadable();
        sink.report(
                at(ZipRequirement.OVERLAP, second).with("other", first.path()).build());
    }

    private void checkGap(long from, long to, boolean leading) throws IOException {
        if (from >= to) {
            return;
        }
        String hidden = findLocalHeader(from, to);
        if (hidden != null) {
            sink.report(Finding.of(ZipRequirement.HIDDEN_ENTRY)
                    .at(Location.entry(hidden))
                    .with("path", hidden)
                    .with("offset", from)
                    .build());
        } else if (leading) {
            sink.report(Finding.of(ZipRequirement.LEADING_BYTES)
                    .with("bytes", to - from)
                    .build());
        } else {
            sink.report(Finding.of(ZipRequirement.UNCLAIMED_BYTES)
                    .with("bytes", to - from)
                    .with("offset", from)
                    .build());
        }
    }

    /** The name in the first local header within a range, or null. */
    private @Nullable String findLocalHeader(long from, long to) throws IOException {
        for (long position = from; to - position >= 4; ) {
            int count = (int) Math.min(DENSE_READ, to - position);
            int at = window.require(position, count, count);
            byte[] bytes = window.bytes();
            for (int i = at; i + 4 <= at + count; i++) {
                if (bytes[i] == 'P' && LittleEndian.i32(bytes, i) == LocalHeader.SIGNATURE) {
                    return nameAt(position + (i - at), to);
                }
            }
            position += count - 3;
        }
        return null;
    }

    private String nameAt(long header, long to) throws IOException {
        int at = window.require(header, LocalHeader.LENGTH, LocalHeader.LENGTH);
        if (at < 0) {
            return "";
        }
        int length = (int)
                Math.min(LittleEndian.u16(window.bytes(), at + 26), Math.max(0, to - header - LocalHeader.LENGTH));
        at = window.require(header, LocalHeader.LENGTH + length, LocalHeader.LENGTH + length);
        return at < 0 ? "" : names.show(window.bytes(), at + LocalHeader.LENGTH, length);
    }

    private static Finding.Builder at(ZipRequirement requirement, ZipEntry entry) {
        return Finding.of(requirement).at(Location.entry(entry.path())).with("path", entry.path());
    }
}
