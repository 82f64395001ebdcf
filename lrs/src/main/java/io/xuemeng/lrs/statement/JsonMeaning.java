package io.xuemeng.lrs.statement;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.core.requirement.FindingCollector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What JSON says, however it is written: members in any order, numbers by their value, strings without their escapes. */
final class JsonMeaning {

    private JsonMeaning() {}

    static boolean isSame(RawJson a, RawJson b) {
        return a.equals(b) || of(a).equals(of(b));
    }

    /** A value whose {@code equals} compares meanings. */
    private static Object of(RawJson json) {
        try (JsonReader reader = json.open(Limits.defaults(), new FindingCollector())) {
            reader.next();
            return value(reader);
        } catch (UnreadableJsonException e) {
            throw new IllegalStateException("raw JSON is readable, for it was read", e);
        }
    }

    private static Object value(JsonReader json) throws UnreadableJsonException {
        return switch (json.event()) {
            case START_OBJECT -> {
                Map<String, Object> members = new HashMap<>();
                while (json.nextMember()) {
                    String name = json.name();
                    json.next();
                    members.put(name, value(json));
                }
                yield members;
            }
            case START_ARRAY -> {
                List<Object> elements = new ArrayList<>();
                while (json.nextElement()) {
                    elements.add(value(json));
                }
                yield elements;
            }
            case STRING -> json.text();
            case NUMBER -> json.decimal().stripTrailingZeros();
            case TRUE -> true;
            case FALSE -> false;
            default -> Null.NULL;
        };
    }

    private enum Null {
        NULL
    }

    static boolean isSame(@Nullable Extensions a, @Nullable Extensions b) {
        if (a == null || b == null) {
            return a == null && b == null;
        }
        if (!a.values().keySet().equals(b.values().keySet())) {
            return false;
        }
        for (Map.Entry<String, RawJson> extension : a.values().entrySet()) {
            RawJson other = b.values().get(extension.getKey());
            if (other == null || !isSame(extension.getValue(), other)) {
                return false;
            }
        }
        return true;
    }
}
