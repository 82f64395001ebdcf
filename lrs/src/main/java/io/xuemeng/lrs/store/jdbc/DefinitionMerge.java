package io.xuemeng.lrs.store.jdbc;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.json.JsonEvent;
import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.JsonWriter;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.core.json.UnreadableJsonException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Puts together what statements say about an activity. Language maps and extensions grow entry by entry, the newest word wins;
 * type and address are the newest; an interaction stays as it was first described, because another description, of its correct
 * responses say, would change what earlier statements mean (Data 2.4.4.1, IEEE 9274.1.1-2023, 4.2.4.3).
 */
final class DefinitionMerge {

    private static final Set<String> MAPS = Set.of("name", "description", "extensions");
    private static final Set<String> INTERACTION =
            Set.of("interactionType", "correctResponsesPattern", "choices", "scale", "source", "target", "steps");

    private DefinitionMerge() {}

    /** The definition that both come to; the first one itself when the second adds nothing. */
    static RawJson merge(RawJson known, RawJson received) {
        if (known.equals(received)) {
            return known;
        }
        Map<String, RawJson> merged = members(known);
        boolean interaction = merged.containsKey("interactionType");
        boolean changed = false;
        for (Map.Entry<String, RawJson> member : members(received).entrySet()) {
            String name = member.getKey();
            RawJson value = member.getValue();
            RawJson old = merged.get(name);
            if (value.equals(old) || (interaction && INTERACTION.contains(name))) {
                continue;
            }
            RawJson next = old != null && MAPS.contains(name) && old.isObject() && value.isObject()
                    ? union(old, value)
                    : value;
            if (!next.equals(old)) {
                merged.put(name, next);
                changed = true;
            }
        }
        return changed ? write(merged) : known;
    }

    private static RawJson union(RawJson known, RawJson received) {
        Map<String, RawJson> merged = members(known);
        boolean changed = false;
        for (Map.Entry<String, RawJson> member : members(received).entrySet()) {
            changed |= !member.getValue().equals(merged.put(member.getKey(), member.getValue()));
        }
        return changed ? write(merged) : known;
    }

    private static Map<String, RawJson> members(RawJson object) {
        Map<String, RawJson> members = new LinkedHashMap<>();
        try (JsonReader json = object.open(Limits.defaults(), finding -> {})) {
            if (json.next() == JsonEvent.START_OBJECT) {
                while (json.nextMember()) {
                    members.put(json.name(), json.captureValue());
                }
            }
        } catch (UnreadableJsonException e) {
            throw new IllegalStateException("a definition that was read before can be read", e);
        }
        return members;
    }

    private static RawJson write(Map<String, RawJson> members) {
        byte[] json = JsonWriter.compact(out -> {
            out.startObject();
            members.forEach(out::member);
            out.endObject();
        });
        return RawJson.of(new String(json, StandardCharsets.UTF_8));
    }
}
