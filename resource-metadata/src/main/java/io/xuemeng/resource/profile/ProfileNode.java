package io.xuemeng.resource.profile;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.json.JsonEvent;
import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.Location;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value of a profile file with the place it stands at. Profiles are small and read once, so a tree is the simplest thing
 * that can say where each value stands after its neighbours were seen.
 */
final class ProfileNode {

    private static final int MAX_DEPTH = 16;
    private static final Pattern INTEGER = Pattern.compile("-?\\d+");

    final Location location;
    final JsonEvent kind;
    final String text;
    final Map<String, ProfileNode> fields = new LinkedHashMap<>();
    final List<ProfileNode> items = new ArrayList<>();

    /** Reads the value that the reader stands on, to its end. */
    private ProfileNode(JsonReader json) throws UnreadableJsonException {
        this.location = json.location();
        this.kind = json.event();
        this.text = kind == JsonEvent.STRING || kind == JsonEvent.NUMBER ? json.text() : "";
        if (kind == JsonEvent.START_OBJECT) {
            while (json.nextMember()) {
                String name = json.name();
                json.next();
                fields.put(name, new ProfileNode(json));
            }
        } else if (kind == JsonEvent.START_ARRAY) {
            while (json.nextElement()) {
                items.add(new ProfileNode(json));
            }
        }
    }

    /**
     * Reads a file's bytes.
     *
     * @throws InvalidProfileException when they are not JSON, with what the reader found
     */
    static ProfileNode parse(String file, byte[] bytes) {
        FindingCollector findings = new FindingCollector();
        try (JsonReader json = JsonReader.open(ByteBuffer.wrap(bytes), MAX_DEPTH, null, Limits.defaults(), findings)) {
            json.next();
            ProfileNode root = new ProfileNode(json);
            json.next();
            if (findings.isEmpty()) {
                return root;
            }
        } catch (UnreadableJsonException e) {
            InvalidProfileException refused = new InvalidProfileException(file, findings.findings());
            refused.initCause(e);
            throw refused;
        }
        throw new InvalidProfileException(file, findings.findings());
    }

    boolean isObject() {
        return kind == JsonEvent.START_OBJECT;
    }

    boolean isArray() {
        return kind == JsonEvent.START_ARRAY;
    }

    boolean isText() {
        return kind == JsonEvent.STRING;
    }

    boolean isInteger() {
        return kind == JsonEvent.NUMBER && INTEGER.matcher(text).matches();
    }

    /** The field, or this node when it is missing: where a problem is pointed at. */
    ProfileNode at(String name) {
        ProfileNode field = fields.get(name);
        return field == null ? this : field;
    }

    @Nullable
    ProfileNode get(String name) {
        return fields.get(name);
    }
}
