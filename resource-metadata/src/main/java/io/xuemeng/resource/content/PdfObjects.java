package io.xuemeng.resource.content;

import io.xuemeng.resource.content.PdfValue.Dictionary;
import io.xuemeng.resource.content.PdfValue.Reference;
import io.xuemeng.resource.content.PdfValue.Whole;
import org.jspecify.annotations.Nullable;

/** The indirect objects of a PDF, in the file and in its object streams. */
final class PdfObjects {

    private static final int MAX_IN_STREAM = 1 << 16;

    private final PdfBytes bytes;
    private final PdfStreams streams;
    private final PdfReferences references;
    private final int textLength;

    /** An object, and where its stream's bytes begin, or -1. */
    record Indirect(PdfValue value, long streamAt) {}

    PdfObjects(PdfBytes bytes, int inflatable, int textLength) {
        this.bytes = bytes;
        this.textLength = textLength;
        this.streams = new PdfStreams(bytes, inflatable);
        this.references = new PdfReferences(bytes, this);
    }

    PdfReferences references() {
        return references;
    }

    PdfParser parser(long at) {
        return new PdfParser(bytes, at, textLength);
    }

    /** What a value is, or the object it refers to; null when that is not found. */
    @Nullable
    PdfValue resolve(@Nullable PdfValue value) {
        if (!(value instanceof Reference reference)) {
            return value;
        }
        Indirect object = find(reference.number());
        return object == null ? null : object.value();
    }

    /** An object by its number. */
    @Nullable
    Indirect find(long number) {
        PdfReferences.Place place = references.find(number);
        if (place == null) {
            return null;
        }
        return place.container() < 0 ? at(place.offset(), number) : inStream(place.container(), number);
    }

    /**
     * The object at a place of the file; null when none begins there.
     *
     * @param number the number it must have; -1 when any will do
     */
    @Nullable
    Indirect at(long place, long number) {
        PdfParser parser = parser(place);
        long found = parser.nextWhole();
        if (found < 0 || (number >= 0 && found != number) || parser.nextWhole() < 0 || !parser.skipKeyword("obj")) {
            return null;
        }
        PdfValue value = parser.next();
        if (value == null) {
            return null;
        }
        if (!parser.skipKeyword("stream")) {
            return new Indirect(value, -1);
        }
        long start = parser.at();
        start += bytes.at(start) == '\r' ? 1 : 0;
        start += bytes.at(start) == '\n' ? 1 : 0;
        return new Indirect(value, start);
    }

    /** A stream's content; null when it is none or cannot be read. */
    byte @Nullable [] content(Indirect object) {
        if (object.streamAt() < 0 || !(object.value() instanceof Dictionary dictionary)) {
            return null;
        }
        PdfValue length = dictionary.get("Length");
        if (length instanceof Reference reference) {
            // Directly, because a length within an object stream could lead in a circle.
            PdfReferences.Place place = references.find(reference.number());
            Indirect found = place == null || place.container() >= 0 ? null : at(place.offset(), reference.number());
            length = found == null ? null : found.value();
        }
        return streams.decode(dictionary, object.streamAt(), length instanceof Whole whole ? whole.value() : -1);
    }

    /** An object out of an object stream, which begins with pairs of numbers and offsets. */
    private @Nullable Indirect inStream(long container, long number) {
        PdfReferences.Place place = references.find(container);
        Indirect stream = place == null || place.container() >= 0 ? null : at(place.offset(), container);
        if (stream == null || !(stream.value() instanceof Dictionary dictionary)) {
            return null;
        }
        byte[] content = content(stream);
        if (content == null) {
            return null;
        }
        long count = Math.min(dictionary.whole("N", 0), MAX_IN_STREAM);
        PdfParser pairs = new PdfParser(PdfBytes.of(content), 0, textLength);
        for (long i = 0; i < count; i++) {
            long found = pairs.nextWhole();
            long offset = pairs.nextWhole();
            if (found < 0 || offset < 0) {
                return null;
            }
            if (found == number) {
                pairs.moveTo(dictionary.whole("First", 0) + offset);
                PdfValue value = pairs.next();
                return value == null ? null : new Indirect(value, -1);
            }
        }
        return null;
    }
}
