package io.xuemeng.conformance.lrs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Ways to make a wrong statement look right. */
final class Mending {

    static final Pattern IRI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s]+");
    static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Mending() {}

    /** Sees every object of a statement but those within extensions, with the name under which it stands. */
    static void objects(JsonNode node, String place, BiConsumer<String, ObjectNode> each) {
        if (node instanceof ObjectNode object) {
            each.accept(place, object);
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                if (!name.equals("extensions")) {
                    objects(object.path(name), name, each);
                }
            }
        } else if (node.isArray()) {
            node.forEach(item -> objects(item, place, each));
        }
    }

    /** Puts another value where one is bad, wherever a member of that name stands. */
    static Consumer<ObjectNode> values(String member, Predicate<JsonNode> bad, JsonNode good) {
        return statement -> objects(statement, "", (place, object) -> {
            if (object.has(member) && bad.test(object.path(member))) {
                object.set(member, good);
            }
        });
    }

    /** Puts another text where one does not match. */
    static Consumer<ObjectNode> texts(String member, Pattern form, String good) {
        return values(
                member,
                value -> value.isTextual() && !form.matcher(value.asText()).matches(),
                text(good));
    }

    /** Does something to the objects that stand under some names. */
    static Consumer<ObjectNode> under(List<String> places, Consumer<ObjectNode> mend) {
        return statement -> objects(statement, "", (place, object) -> {
            if (places.contains(place)) {
                mend.accept(object);
            }
        });
    }

    /** Adds a member where it is missing. */
    static Consumer<ObjectNode> added(List<String> places, String member, JsonNode good) {
        return under(places, object -> {
            if (!object.has(member)) {
                object.set(member, good);
            }
        });
    }

    static JsonNode text(String text) {
        return TextNode.valueOf(text);
    }

    static JsonNode json(String text) {
        return Dialogue.json(text);
    }

    /** Whether an object is an agent or a group by what it has. */
    static boolean isActor(String place, ObjectNode object) {
        String type = object.path("objectType").asText();
        return List.of("actor", "authority", "instructor", "team", "member", "agent", "group")
                        .contains(place)
                || type.equals("Agent")
                || type.equals("Group");
    }
}
