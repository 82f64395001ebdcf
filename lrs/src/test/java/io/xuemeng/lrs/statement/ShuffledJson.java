package io.xuemeng.lrs.statement;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.core.requirement.FindingCollector;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The same statement written otherwise: members in another order, white space, characters escaped, an only context activity
 * without its array. Extensions keep their text.
 */
public final class ShuffledJson {

    private final Random random;

    private ShuffledJson(Random random) {
        this.random = random;
    }

    /** The JSON of a statement, shuffled. */
    public static byte[] of(byte[] statement, Random random) {
        FindingCollector findings = new FindingCollector();
        try (JsonReader json = JsonReader.open(ByteBuffer.wrap(statement), 64, null, Limits.defaults(), findings)) {
            json.next();
            String text = new ShuffledJson(random).value(json, false);
            return text.getBytes(StandardCharsets.UTF_8);
        } catch (UnreadableJsonException e) {
            throw new IllegalStateException(e);
        }
    }

    private String value(JsonReader json, boolean mayStandAlone) throws UnreadableJsonException {
        return switch (json.event()) {
            case START_OBJECT -> object(json);
            case START_ARRAY -> array(json, mayStandAlone);
            case STRING -> string(json.text());
            default -> json.captureValue().text();
        };
    }

    private String object(JsonReader json) throws UnreadableJsonException {
        boolean activities = json.pointer().endsWith("/contextActivities");
        List<String> members = new ArrayList<>();
        while (json.nextMember()) {
            String name = json.name();
            json.next();
            String value =
                    name.equals("extensions") ? space() + json.captureValue().text() : value(json, activities);
            members.add(space() + string(name) + space() + ':' + space() + value + space());
        }
        Collections.shuffle(members, random);
        return '{' + space() + String.join(",", members) + '}';
    }

    private String array(JsonReader json, boolean mayStandAlone) throws UnreadableJsonException {
        List<String> elements = new ArrayList<>();
        while (json.nextElement()) {
            elements.add(space() + value(json, false) + space());
        }
        if (mayStandAlone && elements.size() == 1 && random.nextBoolean()) {
            return elements.get(0);
        }
        return '[' + space() + String.join(",", elements) + ']';
    }

    private String string(String text) {
        StringBuilder json = new StringBuilder("\"");
        boolean escapes = random.nextInt(3) == 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || (escapes && random.nextInt(4) == 0)) {
                json.append(String.format("\\u%04x", (int) c));
            } else if (Character.isSurrogate(c) && escapes) {
                // Both halves of a pair, or none.
                json.append(String.format("\\u%04X", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    private String space() {
        return " \n\t\r ".substring(0, random.nextInt(8) == 0 ? random.nextInt(5) : 0);
    }
}
