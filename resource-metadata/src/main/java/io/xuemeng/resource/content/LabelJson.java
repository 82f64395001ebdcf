package io.xuemeng.resource.content;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.json.JsonEvent;
import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.JsonWriter;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.core.requirement.FindingCollector;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON of labels: one object, by itself or as the value of {@code AIGC} in another. */
final class LabelJson {

    private static final String WRAPPER = "AIGC";

    /**
     * A field's value.
     *
     * @param text the string, or any other value as JSON
     * @param isText whether it is a JSON string
     */
    record Value(String text, boolean isText) {}

    private LabelJson() {}

    /** The fields of a label in their order; null when the text is not one JSON object, or names a field twice. */
    static @Nullable Map<String, Value> read(String text, Limits limits) {
        return read(text, limits, true);
    }

    private static @Nullable Map<String, Value> read(String text, Limits limits, boolean mayBeWrapped) {
        FindingCollector faults = new FindingCollector();
        try (JsonReader json = JsonReader.open(text.getBytes(StandardCharsets.UTF_8), null, limits, faults)) {
            if (json.next() != JsonEvent.START_OBJECT) {
                return null;
            }
            Map<String, Value> fields = object(json, mayBeWrapped);
            return json.next() == JsonEvent.END_DOCUMENT && faults.isEmpty() ? fields : null;
        } catch (UnreadableJsonException malformed) {
            return null;
        }
    }

    private static @Nullable Map<String, Value> object(JsonReader json, boolean mayBeWrapped)
            throws UnreadableJsonException {
        Map<String, Value> fields = new LinkedHashMap<>();
        boolean wrapped = false;
        Map<String, Value> inside = null;
        while (json.nextMember()) {
            String name = json.name();
            JsonEvent event = json.next();
            if (mayBeWrapped && name.equals(WRAPPER) && event == JsonEvent.START_OBJECT) {
                wrapped = true;
                inside = object(json, false);
            } else if (mayBeWrapped && name.equals(WRAPPER) && event == JsonEvent.STRING) {
                wrapped = true;
                inside = read(json.text(), json.limits(), false);
            } else if (event == JsonEvent.STRING) {
                fields.put(name, new Value(json.text(), true));
            } else {
                fields.put(name, new Value(json.captureValue().text(), false));
            }
        }
        // What stands beside a wrapped label is somebody else's.
        return wrapped ? inside : fields;
    }

    /** Fields as a JSON object, all strings. */
    static String write(Map<String, String> fields) {
        byte[] json = JsonWriter.compact(writer -> {
            writer.startObject();
            fields.forEach(writer::member);
            writer.endObject();
        });
        return new String(json, StandardCharsets.UTF_8);
    }
}
