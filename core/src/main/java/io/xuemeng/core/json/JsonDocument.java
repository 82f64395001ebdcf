package io.xuemeng.core.json;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.input.Utf8;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Location;
import org.jspecify.annotations.Nullable;

/** The bytes of a document that was found to be of a size that can be read, and where in it places are. */
final class JsonDocument {

    private static final byte[] NOTHING = {};

    private final @Nullable String entry;
    private byte[] bytes = NOTHING;
    private int start;
    private int from;
    private int to;
    private @Nullable Positions positions;

    JsonDocument(@Nullable String entry) {
        this.entry = entry;
    }

    /** Takes a document, and checks what can be checked before the first token. */
    void open(byte[] document, int offset, int end, Limits limits, FindingSink findings)
            throws UnreadableJsonException {
        close();
        if (end - offset > limits.documentBytes()) {
            throw report(
                    Finding.of(JsonRequirement.DOCUMENT_SIZE)
                            .with("size", end - offset)
                            .with("limit", limits.documentBytes())
                            .at(Location.at(entry, null, 0, 0)),
                    findings);
        }
        int first = offset;
        if (Utf8.startsWithByteOrderMark(document, offset, end)) {
            first += 3;
            findings.report(Finding.of(JsonRequirement.NO_BYTE_ORDER_MARK)
                    .at(Location.at(entry, null, 1, 1))
                    .build());
        }
        bytes = document;
        start = offset;
        from = first;
        to = end;
        int nul = firstNul(document, first, end);
        if (nul >= 0) {
            // UTF-16 or UTF-32, which parsers would quietly accept.
            throw report(malformed(nul), findings);
        }
    }

    /** Lets go of the document. */
    void close() {
        bytes = NOTHING;
        start = 0;
        from = 0;
        to = 0;
        positions = null;
    }

    /** Where a NUL stands among the first two bytes, or -1. */
    private static int firstNul(byte[] bytes, int from, int to) {
        if (to - from < 2 || (bytes[from] != 0 && bytes[from + 1] != 0)) {
            return -1;
        }
        return bytes[from] == 0 ? from : from + 1;
    }

    /** That the document is not UTF-8 from an offset on. */
    Finding.Builder malformed(int offset) {
        return Finding.of(JsonRequirement.UTF8).with("offset", offset - start).at(locationAt(offset, null));
    }

    static UnreadableJsonException report(Finding.Builder finding, FindingSink findings) {
        Finding built = finding.build();
        findings.report(built);
        return new UnreadableJsonException(built);
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where the document begins, behind a byte order mark. */
    int from() {
        return from;
    }

    int to() {
        return to;
    }

    @Nullable
    String entry() {
        return entry;
    }

    Location locationAt(int offset, @Nullable String pointer) {
        Positions place = placeOf(offset);
        return Location.at(entry, pointer, place.line(), place.column());
    }

    /** Line and column of an offset; good until the next call. */
    Positions placeOf(int offset) {
        Positions counted = positions;
        if (counted == null) {
            counted = new Positions(bytes, from, to);
            positions = counted;
        }
        counted.moveTo(Math.min(offset, to));
        return counted;
    }
}
