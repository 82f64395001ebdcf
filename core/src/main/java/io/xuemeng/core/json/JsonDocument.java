package io.xuemeng.core.json;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.input.Utf8;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Location;
import org.jspecify.annotations.Nullable;

/** The bytes of a document that was found to be of a size and an encoding that can be read, and where in it places are. */
final class JsonDocument {

    private final byte[] bytes;
    private final int from;
    private final int to;
    private final @Nullable String entry;
    private @Nullable Positions positions;

    private JsonDocument(byte[] bytes, int from, int to, @Nullable String entry) {
        this.bytes = bytes;
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
        int malformed = malformed(bytes, from, to);
        if (malformed >= 0) {
            Positions positions = new Positions(bytes, from);
            positions.moveTo(malformed);
            throw report(
                    Finding.of(JsonRequirement.UTF8)
                            .with("offset", malformed - start)
                            .at(Location.at(entry, null, positions.line(), positions.column())),
                    findings);
        }
        Finding unreadable = LoneSurrogates.report(bytes, from, to, entry, findings);
        if (unreadable != null) {
            throw new UnreadableJsonException(unreadable);
        }
        return new JsonDocument(bytes, from, to, entry);
    }

    /** Where the document is not UTF-8, or -1. A NUL at its start is UTF-16 or UTF-32, which parsers would quietly accept. */
    private static int malformed(byte[] bytes, int from, int to) {
        if (to - from >= 2 && (bytes[from] == 0 || bytes[from + 1] == 0)) {
            return bytes[from] == 0 ? from : from + 1;
        }
        return Utf8.firstMalformed(bytes, from, to);
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
            counted = new Positions(bytes, from);
            positions = counted;
        }
        counted.moveTo(Math.min(offset, to));
        return counted;
    }
}
