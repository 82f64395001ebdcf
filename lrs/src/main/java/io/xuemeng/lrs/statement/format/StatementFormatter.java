package io.xuemeng.lrs.statement.format;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.json.JsonEvent;
import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.JsonWriter;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.lrs.statement.LanguagePreference;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shows a valid statement in another format. What a format leaves alone is copied with every digit and escape it has, white
 * space between tokens aside. Immutable and thread-safe.
 */
public final class StatementFormatter {

    private static final int MAX_DEPTH = 2 * Limits.defaults().statementDepth();

    private final StatementFormat format;
    private final LanguagePreference reader;
    private final @Nullable CanonicalSource source;

    private StatementFormatter(StatementFormat format, LanguagePreference reader, @Nullable CanonicalSource source) {
        this.format = format;
        this.reader = reader;
        this.source = source;
    }

    /** Leaves out all that does not identify an agent, group, verb or activity; of an anonymous group its members stay. */
    public static StatementFormatter ids() {
        return new StatementFormatter(StatementFormat.IDS, LanguagePreference.NONE, null);
    }

    /** Leaves statements as they are. */
    public static StatementFormatter exact() {
        return new StatementFormatter(StatementFormat.EXACT, LanguagePreference.NONE, null);
    }

    /**
     * Describes activities and verbs as the store does, where the source has a description, and leaves one language in each
     * language map of theirs. Agents and groups stay as they are.
     *
     * @param reader decides for each map by itself which language stays
     */
    public static StatementFormatter canonical(LanguagePreference reader, CanonicalSource source) {
        return new StatementFormatter(StatementFormat.CANONICAL, reader, source);
    }

    /**
     * A statement in the format.
     *
     * @param statement the JSON of a valid statement
     * @throws IllegalArgumentException when it is no JSON object
     */
    public byte[] format(byte[] statement) {
        if (format == StatementFormat.EXACT) {
            return statement.clone();
        }
        return JsonWriter.compact(out -> over(ByteBuffer.wrap(statement), json -> statement(json, out)));
    }

    /**
     * An activity by itself in the canonical format, as the resource {@code activities} shows it.
     *
     * @param activity the JSON of an activity
     * @throws IllegalArgumentException when it is no JSON object
     */
    public byte[] formatActivity(byte[] activity) {
        if (format == StatementFormat.EXACT) {
            return activity.clone();
        }
        return JsonWriter.compact(out -> over(ByteBuffer.wrap(activity), json -> activity(json, out)));
    }

    @FunctionalInterface
    private interface Step {
        void run(JsonReader json) throws UnreadableJsonException;
    }

    /** Runs a step on an object's start. */
    private static void over(ByteBuffer bytes, Step step) {
        FindingCollector findings = new FindingCollector();
        try (JsonReader json = JsonReader.open(bytes, MAX_DEPTH, null, Limits.defaults(), findings)) {
            if (json.next() != JsonEvent.START_OBJECT) {
                throw new IllegalArgumentException("a statement, or a part of one, is a JSON object");
            }
            step.run(json);
        } catch (UnreadableJsonException e) {
            throw new IllegalArgumentException(
                    "not the JSON of a valid statement: " + e.finding().message(Locale.ENGLISH), e);
        }
    }

    private static void over(RawJson value, Step step) {
        over(ByteBuffer.wrap(value.text().getBytes(StandardCharsets.UTF_8)), step);
    }

    private static void copy(JsonReader json, JsonWriter out) throws UnreadableJsonException {
        String name = json.name();
        out.name(name).raw(json.captureValue());
    }

    /** Copies an array by its elements when it is one, a single object as one; anything else as it is. */
    private static void elements(JsonReader json, JsonWriter out, Step element) throws UnreadableJsonException {
        out.name(json.name());
        switch (json.next()) {
            case START_ARRAY -> {
                out.startArray();
                while (json.nextElement()) {
                    if (json.event() == JsonEvent.START_OBJECT) {
                        element.run(json);
                    } else {
                        out.raw(json.captureValue());
                    }
                }
                out.endArray();
            }
            case START_OBJECT -> element.run(json);
            default -> out.raw(json.captureValue());
        }
    }

    private void statement(JsonReader json, JsonWriter out) throws UnreadableJsonException {
        out.startObject();
        while (json.nextMember()) {
            switch (json.name()) {
                case "actor", "authority" -> elements(json, out, part -> actor(part, out));
                case "verb" -> elements(json, out, part -> verb(part, out));
                case "object" -> {
                    out.name("object");
                    object(json.captureValue(), out);
                }
                case "context" -> elements(json, out, part -> context(part, out));
                default -> copy(json, out);
            }
        }
        out.endObject();
    }

    /** What an object is may stand last, so it is looked at before it is copied. */
    private void object(RawJson object, JsonWriter out) {
        if (!object.isObject()) {
            out.raw(object);
            return;
        }
        String[] type = {"Activity"};
        over(object, json -> {
            while (json.nextMember()) {
                if (json.name().equals("objectType") && json.next() == JsonEvent.STRING) {
                    type[0] = json.text();
                } else {
                    json.skipValue();
                }
            }
        });
        over(object, json -> {
            switch (type[0]) {
                case "Activity" -> activity(json, out);
                case "Agent", "Group" -> actor(json, out);
                case "SubStatement" -> statement(json, out);
                default -> out.raw(json.captureValue());
            }
        });
    }

    private void context(JsonReader json, JsonWriter out) throws UnreadableJsonException {
        out.startObject();
        while (json.nextMember()) {
            switch (json.name()) {
                case "instructor", "team" -> elements(json, out, part -> actor(part, out));
                case "contextActivities" -> elements(json, out, part -> contextActivities(part, out));
                case "contextAgents", "contextGroups" -> elements(json, out, part -> related(part, out));
                default -> copy(json, out);
            }
        }
        out.endObject();
    }

    private void contextActivities(JsonReader json, JsonWriter out) throws UnreadableJsonException {
        out.startObject();
        while (json.nextMember()) {
            elements(json, out, part -> activity(part, out));
        }
        out.endObject();
    }

    private void related(JsonReader json, JsonWriter out) throws UnreadableJsonException {
        out.startObject();
        while (json.nextMember()) {
            switch (json.name()) {
                case "agent", "group" -> elements(json, out, part -> actor(part, out));
                default -> copy(json, out);
            }
        }
        out.endObject();
    }

    private void actor(JsonReader json, JsonWriter out) throws UnreadableJsonException {
        if (format != StatementFormat.IDS) {
            out.raw(json.captureValue());
            return;
        }
        RawJson actor = json.captureValue();
        boolean[] identified = {false};
        over(actor, part -> {
            while (part.nextMember()) {
                switch (part.name()) {
                    case "mbox", "mbox_sha1sum", "openid", "account" -> identified[0] = true;
                    default -> {
                        // Only what identifies is looked for.
                    }
                }
                part.skipValue();
            }
        });
        over(actor, part -> leastOfActor(part, out, identified[0]));
    }

    private void leastOfActor(JsonReader json, JsonWriter out, boolean identified) throws UnreadableJsonException {
        out.startObject();
        while (json.nextMember()) {
            switch (json.name()) {
                case "objectType", "mbox", "mbox_sha1sum", "openid", "account" -> copy(json, out);
                case "member" -> {
                    if (identified) {
                        json.skipValue();
                    } else {
                        elements(json, out, part -> actor(part, out));
                    }
                }
                default -> json.skipValue();
            }
        }
        out.endObject();
    }

    private void verb(JsonReader json, JsonWriter out) throws UnreadableJsonException {
        RawJson verb = json.captureValue();
        String id = idOf(verb);
        RawJson display =
                source == null || id == null ? null : source.display(id).orElse(null);
        over(verb, part -> described(part, out, "display", display, (map, writer) -> languageMap(map, writer)));
    }

    private void activity(JsonReader json, JsonWriter out) throws UnreadableJsonException {
        RawJson activity = json.captureValue();
        String id = idOf(activity);
        RawJson definition =
                source == null || id == null ? null : source.definition(id).orElse(null);
        over(
                activity,
                part -> described(part, out, "definition", definition, (map, writer) -> definition(map, writer)));
    }

    private static @Nullable String idOf(RawJson described) {
        String[] id = {null};
        over(described, json -> {
            while (json.nextMember()) {
                if (json.name().equals("id") && json.next() == JsonEvent.STRING) {
                    id[0] = json.text();
                } else {
                    json.skipValue();
                }
            }
        });
        return id[0];
    }

    @FunctionalInterface
    private interface Description {
        void write(JsonReader json, JsonWriter out) throws UnreadableJsonException;
    }

    /** Copies a verb or an activity, its description left out, replaced, or in one language. */
    private void described(
            JsonReader json, JsonWriter out, String property, @Nullable RawJson canonical, Description description)
            throws UnreadableJsonException {
        out.startObject();
        RawJson shown = canonical;
        while (json.nextMember()) {
            if (!json.name().equals(property)) {
                if (format == StatementFormat.IDS && !json.name().equals("id")) {
                    json.skipValue();
                } else {
                    copy(json, out);
                }
            } else if (canonical == null && format == StatementFormat.CANONICAL) {
                shown = json.captureValue();
            } else {
                json.skipValue();
            }
        }
        if (shown != null) {
            out.name(property);
            if (shown.isObject()) {
                over(shown, part -> description.write(part, out));
            } else {
                out.raw(shown);
            }
        }
        out.endObject();
    }

    private void definition(JsonReader json, JsonWriter out) throws UnreadableJsonException {
        out.startObject();
        while (json.nextMember()) {
            switch (json.name()) {
                case "name", "description" -> elements(json, out, map -> languageMap(map, out));
                case "choices", "scale", "source", "target", "steps" ->
                    elements(json, out, component -> component(component, out));
                default -> copy(json, out);
            }
        }
        out.endObject();
    }

    private void component(JsonReader json, JsonWriter out) throws UnreadableJsonException {
        out.startObject();
        while (json.nextMember()) {
            if (json.name().equals("description")) {
                elements(json, out, map -> languageMap(map, out));
            } else {
                copy(json, out);
            }
        }
        out.endObject();
    }

    /** The one language that suits the reader best. */
    private void languageMap(JsonReader json, JsonWriter out) throws UnreadableJsonException {
        Map<String, RawJson> texts = new LinkedHashMap<>();
        while (json.nextMember()) {
            texts.put(json.name(), json.captureValue());
        }
        out.startObject();
        reader.choose(texts.keySet()).ifPresent(tag -> out.name(tag).raw(texts.getOrDefault(tag, RawJson.of("null"))));
        out.endObject();
    }
}
