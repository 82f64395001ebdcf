package io.xuemeng.core.json;

import com.fasterxml.jackson.core.JsonParser;
import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Location;

/** What is said about a document that cannot be read on. */
final class ReaderFaults {

    private final JsonDocument document;
    private final Limits limits;
    private final JsonParser parser;

    ReaderFaults(JsonDocument document, Limits limits, JsonParser parser) {
        this.document = document;
        this.limits = limits;
        this.parser = parser;
    }

    /** Why the parser stopped, found by looking at the document and not at the parser's words. */
    Finding.Builder of(Exception e, Location place) {
        JsonFault fault = JsonFault.find(document.bytes(), document.from(), document.to());
        if (fault == null) {
            return Finding.of(JsonRequirement.WELL_FORMED)
                    .with("found", String.valueOf(e.getMessage()))
                    .at(place);
        }
        return of(fault);
    }

    Finding.Builder of(JsonFault fault) {
        return Finding.of(fault.requirement())
                .with("found", fault.found())
                .at(document.locationAt(fault.offset(), Pointers.shown(parser)));
    }

    /** Something stands behind the document's one value. */
    Finding.Builder secondValue(int offset) {
        return of(JsonFault.at(JsonRequirement.ONE_VALUE, document.bytes(), offset, document.to()));
    }

    Finding.Builder empty() {
        return Finding.of(JsonRequirement.COMPLETE).at(document.locationAt(document.to(), ""));
    }

    Finding.Builder textLength(Location place) {
        return Finding.of(JsonRequirement.TEXT_LENGTH)
                .with("limit", limits.textLength())
                .at(place);
    }

    Finding.Builder numberSize(Location place) {
        return Finding.of(JsonRequirement.NUMBER_SIZE)
                .with("limit", limits.numberLength())
                .at(place);
    }
}
