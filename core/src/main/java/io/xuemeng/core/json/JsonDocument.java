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

    private final byte[] bytes;
    private final int start;
    private final int from;
    private final int to;
    private final @Nullable String entry;
    private @Nullable Positions positions;

    private JsonDocument(byte[] bytes, int start, int from, int to, @Nullable String entry) {
        this.bytes = bytes;
        this.start = start;
        this.from = from;
        this.to = to;
        this.entry = entry;
    }

    /** Checks what can be checked before the first token. */
    static JsonDocument open(
            byte[] bytes, int start, int to, @Nullable String entry, Limits limits, FindingSink findings)
            throws UnreadableJsonException {
        if (to - start > limits.documentBytes()) {
            throw report(
                    Finding.of(JsonRequirement.DOCUMENT_SIZE)
                            .with("size", to - start)
                            .with("limit", limits.documentBytes())
                            .at(Location.at(entry, null, 0, 0)),
                    findings);
        }
        int from = start;
        if (Utf8.startsWithByteOrderMark(bytes, start, to)) {
            from += 3;
            findings.report(Finding.of(JsonRequirement.NO_BYTE_ORDER_MARK)
                    .at(Location.at(entry, null, 1, 1))
                    .build());
        }
        int nul = firstNul(bytes, from, to);
        if (nul >= 0) {
            // UTF-16 or UTF-32, which parsers would quietly accept.
            throw report(malformed(bytes, start, from, to, nul, entry), findings);
        }
        return new JsonDocument(bytes, start, from, to, entry);
    }

    /** Where a NUL stands among the first two bytes, or -1. */
    private static int firstNul(byte[] bytes, int from, int to) {
        if (to - from < 2 || (bytes[from] != 0 && bytes[from + 1] != 0)) {
            return -1;
        }
        return bytes[from] == 0 ? from : from + 1;
    }

    private static Finding.Builder malformed(
            byte[] bytes, int start, int from, int to, int offset, @Nullable String entry) {
        Positions positions = new Positions(bytes, from, to);
        positions.moveTo(offset);
        return Finding.of(JsonRequirement.UTF8)
                .with("offset", offset - start)
                .at(Location.at(entry, null, positions.line(), positions.column()));
    }

    /** That the document is not UTF-8 from an offset on. */
    Finding.Builder malformed(int offset) {
        return malformed(bytes, start, from, to, offset, entry);
    }

    /** Nothing, at the same path. */
    JsonDocument closed() {
        return new JsonDocument(NOTHING, 0, 0, 0, entry);
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

    int length() {
        return to - from;
    }

    @Nullable
    String entry() {
        return entry;
    }

    Location locationAt(int offset, String pointer) {
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
