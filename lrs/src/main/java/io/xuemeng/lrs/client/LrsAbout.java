package io.xuemeng.lrs.client;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.json.JsonEvent;
import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.core.json.UnreadableJsonException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a store says of itself (xAPI 1.0.3 Communication 2.8; IEEE 9274.1.1-2023, 4.1.6.7). Immutable.
 *
 * @param versions the versions of xAPI that it speaks, as it writes them
 * @param extensions what else it says, by IRI
 */
public record LrsAbout(List<String> versions, Map<String, RawJson> extensions) {

    /** Copies both. */
    public LrsAbout {
        versions = List.copyOf(versions);
        extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
    }

    static LrsAbout parse(Received received, byte[] json) {
        List<String> versions = new ArrayList<>();
        Map<String, RawJson> extensions = new LinkedHashMap<>();
        try (JsonReader reader = JsonReader.open(json, null, Limits.defaults(), finding -> {})) {
            if (reader.next() != JsonEvent.START_OBJECT) {
                throw received.wrong("no About: a " + reader.event() + " in the place of an object");
            }
            while (reader.nextMember()) {
                String name = reader.name();
                JsonEvent value = reader.next();
                if (name.equals("version") && value == JsonEvent.START_ARRAY) {
                    texts(reader, versions);
                } else if (name.equals("extensions") && value == JsonEvent.START_OBJECT) {
                    while (reader.nextMember()) {
                        extensions.put(reader.name(), reader.captureValue());
                    }
                } else {
                    reader.skipValue();
                }
            }
        } catch (UnreadableJsonException e) {
            throw received.wrong("no JSON: " + e.finding().message(Locale.ENGLISH));
        }
        return new LrsAbout(versions, extensions);
    }

    /** The strings of the array that the reader stands on. */
    private static void texts(JsonReader reader, List<String> texts) throws UnreadableJsonException {
        while (reader.nextElement()) {
            if (reader.event() == JsonEvent.STRING) {
                texts.add(reader.text());
            } else {
                reader.skipValue();
            }
        }
    }

    /** A response that is an array of strings. */
    static List<String> texts(Received received, byte[] json) {
        List<String> texts = new ArrayList<>();
        try (JsonReader reader = JsonReader.open(json, null, Limits.defaults(), finding -> {})) {
            if (reader.next() != JsonEvent.START_ARRAY) {
                throw received.wrong("a " + reader.event() + " in the place of an array of ids");
            }
            texts(reader, texts);
            reader.next();
        } catch (UnreadableJsonException e) {
            throw received.wrong("no JSON: " + e.finding().message(Locale.ENGLISH));
        }
        return texts;
    }
}
