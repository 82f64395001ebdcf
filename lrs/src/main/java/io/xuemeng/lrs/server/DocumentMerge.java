package io.xuemeng.lrs.server;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.json.JsonEvent;
import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.JsonWriter;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.core.json.UnreadableJsonException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** JSON documents: whether one is, and what two come to (Communication 2.2.s7; IEEE 9274.1.1-2023, 4.1.6.2). */
final class DocumentMerge {

    private static final Limits LIMITS = Limits.defaults().toBuilder()
            .documentBytes(Integer.MAX_VALUE)
            .textLength(Integer.MAX_VALUE)
            .build();

    private DocumentMerge() {}

    /** Whether some bytes are JSON, names twice aside. */
    static boolean isJson(byte[] content) {
        try (JsonReader json = open(content)) {
            json.next();
            json.skipValue();
            json.next();
            return true;
        } catch (UnreadableJsonException e) {
            return false;
        }
    }

    /** The properties of a JSON object; of a name that comes twice the last. Empty when it is none. */
    static Optional<Map<String, RawJson>> members(byte[] content) {
        Map<String, RawJson> members = new LinkedHashMap<>();
        try (JsonReader json = open(content)) {
            if (json.next() != JsonEvent.START_OBJECT) {
                return Optional.empty();
            }
            while (json.nextMember()) {
                members.put(json.name(), json.captureValue());
            }
            json.next();
            return Optional.of(members);
        } catch (UnreadableJsonException e) {
            return Optional.empty();
        }
    }

    private static JsonReader open(byte[] content) throws UnreadableJsonException {
        return JsonReader.open(ByteBuffer.wrap(content), LIMITS.statementDepth(), null, LIMITS, finding -> {});
    }

    /** The stored properties with the posted ones put over them. */
    static byte[] merge(Map<String, RawJson> stored, Map<String, RawJson> posted) {
        Map<String, RawJson> merged = new LinkedHashMap<>(stored);
        merged.putAll(posted);
        return JsonWriter.compact(out -> {
            out.startObject();
            merged.forEach(out::member);
            out.endObject();
        });
    }
}
