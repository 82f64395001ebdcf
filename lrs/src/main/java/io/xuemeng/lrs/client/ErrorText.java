package io.xuemeng.lrs.client;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.json.JsonEvent;
import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.UnreadableJsonException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** What a server says of a fault, as sentences: Xuemeng's own form of errors is understood, everything else shown as it came. */
final class ErrorText {

    private ErrorText() {}

    static String of(String mediaType, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8).strip();
        if (!mediaType.equals("application/json")) {
            return text;
        }
        StringJoiner sentences = new StringJoiner(" ");
        sentences.setEmptyValue(text);
        try (JsonReader json = JsonReader.open(body, null, Limits.defaults(), finding -> {})) {
            if (json.next() != JsonEvent.START_OBJECT) {
                return text;
            }
            while (json.nextMember()) {
                if (json.name().equals("errors") && json.next() == JsonEvent.START_ARRAY) {
                    errors(json, sentences);
                } else {
                    json.skipValue();
                }
            }
        } catch (UnreadableJsonException e) {
            // A server that fails may well fail to write JSON: its text is shown as far as it came.
            return text;
        }
        return sentences.toString();
    }

    private static void errors(JsonReader json, StringJoiner sentences) throws UnreadableJsonException {
        while (json.nextElement()) {
            if (json.event() != JsonEvent.START_OBJECT) {
                json.skipValue();
                continue;
            }
            Map<String, String> error = new LinkedHashMap<>();
            while (json.nextMember()) {
                String name = json.name();
                if (json.next() == JsonEvent.STRING) {
                    error.put(name, json.text());
                } else {
                    json.skipValue();
                }
            }
            if (error.containsKey("problem")) {
                StringJoiner sentence = new StringJoiner(" ");
                for (String name : new String[] {"requirement", "location", "problem", "remedy"}) {
                    if (error.containsKey(name)) {
                        sentence.add(error.get(name));
                    }
                }
                sentences.add(sentence.toString());
            }
        }
    }
}
