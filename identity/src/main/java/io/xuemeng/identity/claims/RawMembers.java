package io.xuemeng.identity.claims;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.json.JsonEvent;
import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.core.json.UnreadableJsonException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of JSON objects within a document that was read before, and whose faults were reported then. */
public final class RawMembers {

    private RawMembers() {}

    /** The members as they are written, or null when it is no object. */
    public static @Nullable Map<String, RawJson> of(RawJson json) {
        if (!json.isObject()) {
            return null;
        }
        Map<String, RawJson> members = new LinkedHashMap<>();
        try (JsonReader reader = json.open(Limits.defaults(), finding -> {})) {
            reader.next();
            while (reader.nextMember()) {
                members.put(reader.name(), reader.captureValue());
            }
        } catch (UnreadableJsonException e) {
            return null;
        }
        return members;
    }

    /** A string, or null when it is something else. */
    public static @Nullable String text(@Nullable RawJson json) {
        if (json == null) {
            return null;
        }
        try (JsonReader reader = json.open(Limits.defaults(), finding -> {})) {
            return reader.next() == JsonEvent.STRING ? reader.text() : null;
        } catch (UnreadableJsonException e) {
            return null;
        }
    }

    /** An array of strings, or null when it is something else. */
    public static @Nullable List<String> texts(RawJson json) {
        List<String> texts = new ArrayList<>();
        try (JsonReader reader = json.open(Limits.defaults(), finding -> {})) {
            if (reader.next() != JsonEvent.START_ARRAY) {
                return null;
            }
            while (reader.nextElement()) {
                if (reader.event() != JsonEvent.STRING) {
                    return null;
                }
                texts.add(reader.text());
            }
        } catch (UnreadableJsonException e) {
            return null;
        }
        return List.copyOf(texts);
    }
}
