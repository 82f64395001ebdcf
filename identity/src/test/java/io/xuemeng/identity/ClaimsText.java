package io.xuemeng.identity;

import java.util.LinkedHashMap;
import java.util.Map;

/** Claims as JSON, to be edited one by one. Each edit makes another object. */
public final class ClaimsText {

    private final Map<String, String> members;

    private ClaimsText(Map<String, String> members) {
        this.members = members;
    }

    public static ClaimsText empty() {
        return new ClaimsText(Map.of());
    }

    /** The same with a member whose value is written as JSON. */
    public ClaimsText with(String name, String json) {
        Map<String, String> changed = new LinkedHashMap<>(members);
        changed.put(name, json);
        return new ClaimsText(changed);
    }

    public ClaimsText withText(String name, String text) {
        return with(name, '"' + text + '"');
    }

    public ClaimsText without(String name) {
        Map<String, String> changed = new LinkedHashMap<>(members);
        if (changed.remove(name) == null) {
            throw new IllegalArgumentException("there is no " + name);
        }
        return new ClaimsText(changed);
    }

    public String get(String name) {
        return members.get(name);
    }

    @Override
    public String toString() {
        StringBuilder json = new StringBuilder("{");
        members.forEach((name, value) -> json.append(json.length() > 1 ? "," : "")
                .append('"')
                .append(name)
                .append("\":")
                .append(value));
        return json.append('}').toString();
    }
}
