package io.xuemeng.resource.national;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.json.JsonEvent;
import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.UnreadableJsonException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Makes nodes of what a reader reads. */
final class NodeReader {

    private NodeReader() {}

    /** The value on whose first token a reader stands; it then stands on the last. Of a name that comes twice, the first. */
    static Node read(JsonReader json) throws UnreadableJsonException {
        JsonEvent event = json.event();
        String text = switch (event) {
            case STRING, NUMBER -> json.text();
            case TRUE -> "true";
            case FALSE -> "false";
            default -> "";
        };
        Node node = Node.read(kind(event), text, json.line(), json.column());
        if (event == JsonEvent.START_OBJECT) {
            while (json.nextMember()) {
                String name = json.name();
                json.next();
                node.members().putIfAbsent(name, read(json));
            }
        } else if (event == JsonEvent.START_ARRAY) {
            while (json.nextElement()) {
                node.add(read(json));
            }
        }
        return node;
    }

    /** The value of a JSON text; null when it is none. */
    static @Nullable Node parse(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        Limits limits = Limits.defaults();
        try (JsonReader json = JsonReader.open(bytes, limits.statementDepth(), null, limits, finding -> {})) {
            json.next();
            return read(json);
        } catch (UnreadableJsonException e) {
            // An extension that says nothing: the exporter does without it.
            return null;
        }
    }

    /** The type of the value that begins with an event. */
    static Node.Kind kind(JsonEvent event) {
        return switch (event) {
            case START_OBJECT -> Node.Kind.OBJECT;
            case START_ARRAY -> Node.Kind.ARRAY;
            case STRING -> Node.Kind.STRING;
            case NUMBER -> Node.Kind.NUMBER;
            case TRUE, FALSE -> Node.Kind.BOOLEAN;
            case NULL -> Node.Kind.NULL;
            case END_OBJECT, END_ARRAY, NAME, END_DOCUMENT ->
                throw new IllegalArgumentException(event + " is no value");
        };
    }
}
