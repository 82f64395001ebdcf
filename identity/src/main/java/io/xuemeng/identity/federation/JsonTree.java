package io.xuemeng.identity.federation;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.json.JsonEvent;
import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.JsonWriter;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.core.requirement.FindingCollector;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON values that are compared by what they mean: {@code 1.0} is {@code 1.00}, and members have no order. A value is a String, a
 * BigDecimal without trailing zeros, a Boolean, {@link #NULL}, a List or a Map of such values.
 */
final class JsonTree {

    /** {@code null}. */
    static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    private JsonTree() {}

    /**
     * The value that a text means.
     *
     * @throws UnreadableJsonException when it was not a value of a document that was read, which has a fault
     */
    static Object read(RawJson json) throws UnreadableJsonException {
        FindingCollector faults = new FindingCollector();
        try (JsonReader reader = json.open(Limits.defaults(), faults)) {
            reader.next();
            return value(reader);
        }
    }

    private static Object value(JsonReader reader) throws UnreadableJsonException {
        return switch (reader.event()) {
            case START_OBJECT -> {
                Map<String, Object> members = new LinkedHashMap<>();
                while (reader.nextMember()) {
                    String name = reader.name();
                    reader.next();
                    members.put(name, value(reader));
                }
                yield members;
            }
            case START_ARRAY -> {
                List<Object> elements = new ArrayList<>();
                while (reader.nextElement()) {
                    elements.add(value(reader));
                }
                yield elements;
            }
            case STRING -> reader.text();
            case NUMBER -> number(reader.decimal());
            case TRUE, FALSE -> reader.event() == JsonEvent.TRUE;
            default -> NULL;
        };
    }

    private static BigDecimal number(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    /** A value as JSON. */
    static RawJson write(Object value) {
        return RawJson.written(out -> write(value, out));
    }

    private static void write(Object value, JsonWriter out) {
        if (value instanceof Map<?, ?> members) {
            out.startObject();
            members.forEach((name, member) -> {
                out.name((String) name);
                write(member, out);
            });
            out.endObject();
        } else if (value instanceof List<?> elements) {
            out.startArray();
            elements.forEach(element -> write(element, out));
            out.endArray();
        } else if (value instanceof String text) {
            out.value(text);
        } else if (value instanceof BigDecimal number) {
            out.raw(RawJson.of(number.toPlainString().length() < 40 ? number.toPlainString() : number.toString()));
        } else if (value instanceof Boolean flag) {
            out.value(flag.booleanValue());
        } else {
            out.nullValue();
        }
    }
}
