package io.xuemeng.core.json;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.FindingSink;

/** Reads a document to its end, looking at everything a token can give. */
final class Walk {

    private Walk() {}

    /** Whether the document could be read to its end. */
    static boolean through(byte[] document, Limits limits, FindingSink findings) {
        try (JsonReader json = JsonReader.open(document, null, limits, findings)) {
            while (json.next() != JsonEvent.END_DOCUMENT) {
                look(json);
            }
            return true;
        } catch (UnreadableJsonException e) {
            return false;
        }
    }

    private static void look(JsonReader json) throws UnreadableJsonException {
        json.pointer();
        json.location();
        switch (json.event()) {
            case STRING, NAME -> json.text();
            case NUMBER -> json.decimal();
            default -> json.depth();
        }
    }

    /** The same by skipping and by capturing, which must find what reading finds. */
    static boolean over(byte[] document, boolean capture, FindingSink findings) {
        try (JsonReader json = JsonReader.open(document, null, Limits.defaults(), findings)) {
            json.next();
            if (capture) {
                json.captureValue();
            } else {
                json.skipValue();
            }
            return json.next() == JsonEvent.END_DOCUMENT;
        } catch (UnreadableJsonException e) {
            return false;
        }
    }
}
