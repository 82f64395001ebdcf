package io.xuemeng.resource.content;

import io.xuemeng.resource.content.PdfValue.Dictionary;
import io.xuemeng.resource.content.PdfValue.Reference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a PDF's objects stand: its cross-reference tables and streams, from the newest to the oldest. */
final class PdfReferences {

    private static final int MAX_SECTIONS = 64;
    private static final int MAX_SUBSECTIONS = 4096;
    private static final int END_BYTES = 2048;
    private static final int TABLE_ENTRY_BYTES = 20;
    private static final int TABLE_OFFSET_DIGITS = 10;
    private static final int TABLE_TYPE_AT = 17;

    /** An object's place: in the file, or in an object stream when {@code container} is not negative. */
    record Place(long offset, long container) {}

    private interface Section {
        @Nullable
        Place find(long number);
    }

    private final PdfBytes bytes;
    private final PdfObjects objects;
    private final List<Section> sections = new ArrayList<>();
    private final Set<Long> visited = new HashSet<>();
    private @Nullable Reference information;
    private @Nullable Reference catalogue;
    private boolean encrypted;

    PdfReferences(PdfBytes bytes, PdfObjects objects) {
        this.bytes = bytes;
        this.objects = objects;
    }

    @Nullable
    Reference information() {
        return information;
    }

    @Nullable
    Reference catalogue() {
        return catalogue;
    }

    boolean isEncrypted() {
        return encrypted;
    }

    /** Follows the chain of sections from the file's end. */
    void load() {
        long at = lastStart();
        while (at >= 0 && visited.size() < MAX_SECTIONS && visited.add(at)) {
            Dictionary trailer = section(at);
            if (trailer == null) {
                return;
            }
            take(trailer);
            long hybrid = trailer.whole("XRefStm", -1);
            if (hybrid >= 0 && visited.add(hybrid)) {
                section(hybrid);
            }
            at = trailer.whole("Prev", -1);
        }
    }

    private long lastStart() {
        long end = bytes.size();
        for (long at = end - 9; at >= 0 && at >= end - END_BYTES; at--) {
            if (bytes.at(at) == 's' && bytes.has(at, "startxref")) {
                return objects.parser(at + 9).nextWhole();
            }
        }
        return -1;
    }

    private void take(Dictionary trailer) {
        if (information == null && trailer.get("Info") instanceof Reference reference) {
            information = reference;
        }
        if (catalogue == null && trailer.get("Root") instanceof Reference reference) {
            catalogue = reference;
        }
        encrypted |= trailer.get("Encrypt") != null;
    }

    private @Nullable Dictionary section(long at) {
        PdfParser parser = objects.parser(at);
        if (parser.skipKeyword("xref")) {
            return table(parser);
        }
        PdfObjects.Indirect stream = objects.at(at, -1);
        if (stream == null || !(stream.value() instanceof Dictionary dictionary)) {
            return null;
        }
        byte[] entries = objects.content(stream);
        if (entries != null) {
            stream(dictionary, entries);
        }
        return dictionary;
    }

    private @Nullable Dictionary table(PdfParser parser) {
        for (int i = 0; i < MAX_SUBSECTIONS && !parser.skipKeyword("trailer"); i++) {
            long first = parser.nextWhole();
            long count = parser.nextWhole();
            if (first < 0 || count < 0 || count > bytes.size()) {
                return null;
            }
            parser.skipSpace();
            long entries = parser.at();
            sections.add(number -> tableEntry(number - first, count, entries));
            parser.moveTo(entries + count * TABLE_ENTRY_BYTES);
        }
        return parser.next() instanceof Dictionary trailer ? trailer : null;
    }

    private @Nullable Place tableEntry(long index, long count, long entries) {
        if (index < 0 || index >= count) {
            return null;
        }
        long entry = entries + index * TABLE_ENTRY_BYTES;
        if (bytes.at(entry + TABLE_TYPE_AT) != 'n') {
            return null;
        }
        long offset = 0;
        for (int i = 0; i < TABLE_OFFSET_DIGITS; i++) {
            int digit = bytes.at(entry + i) - '0';
            if (digit < 0 || digit > 9) {
                return null;
            }
            offset = offset * 10 + digit;
        }
        return new Place(offset, -1);
    }

    private void stream(Dictionary dictionary, byte[] entries) {
        long[] widths = PdfStreams.wholes(dictionary.get("W"));
        if (widths.length < 3) {
            return;
        }
        for (long width : widths) {
            if (width < 0 || width > 8) {
                return;
            }
        }
        long[] given = PdfStreams.wholes(dictionary.get("Index"));
        long[] index = given.length >= 2 ? given : new long[] {0, dictionary.whole("Size", 0)};
        sections.add(number -> streamEntry(number, index, widths, entries));
    }

    private static @Nullable Place streamEntry(long number, long[] index, long[] widths, byte[] entries) {
        long width = widths[0] + widths[1] + widths[2];
        long before = 0;
        for (int i = 0; i + 1 < index.length; i += 2) {
            long offset = number - index[i];
            if (offset >= 0 && offset < index[i + 1]) {
                long at = (before + offset) * width;
                if (at < 0 || width == 0 || at + width > entries.length) {
                    return null;
                }
                int place = (int) at;
                long type = widths[0] == 0 ? 1 : field(entries, place, (int) widths[0]);
                long value = field(entries, place + (int) widths[0], (int) widths[1]);
                if (type == 1) {
                    return new Place(value, -1);
                }
                return type == 2 ? new Place(-1, value) : null;
            }
            before += Math.max(0, index[i + 1]);
        }
        return null;
    }

    private static long field(byte[] entries, int at, int width) {
        long value = 0;
        for (int i = 0; i < width; i++) {
            value = (value << 8) | (entries[at + i] & 0xFF);
        }
        return value;
    }

    /** Where an object stands; null when no section knows it. */
    @Nullable
    Place find(long number) {
        for (Section section : sections) {
            Place place = section.find(number);
            if (place != null) {
                return place;
            }
        }
        return null;
    }
}
