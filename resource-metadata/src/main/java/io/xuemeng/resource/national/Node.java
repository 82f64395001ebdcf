package io.xuemeng.resource.national;

import io.xuemeng.core.json.JsonEvent;
import io.xuemeng.core.json.JsonWriter;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.core.requirement.Argument;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value in memory with where it stood. Two are equal when they mean the same: the order of properties does not
 * count, nor does the place. Mutable while a document is put together. Not thread-safe.
 */
final class Node {

    /** The types of JSON. */
    enum Kind {
        OBJECT(JsonEvent.START_OBJECT),
        ARRAY(JsonEvent.START_ARRAY),
        STRING(JsonEvent.STRING),
        NUMBER(JsonEvent.NUMBER),
        BOOLEAN(JsonEvent.TRUE),
        NULL(JsonEvent.NULL);

        private final JsonEvent event;

        Kind(JsonEvent event) {
            this.event = event;
        }

        /** The type's name, for findings. */
        Argument.Term label() {
            return event.typeName();
        }
    }

    private final Kind kind;
    private final String text;
    private final Map<String, Node> members;
    private final List<Node> items;
    private final int line;
    private final int column;

    private Node(Kind kind, String text, int line, int column) {
        this.kind = kind;
        this.text = text;
        this.members = kind == Kind.OBJECT ? new LinkedHashMap<>() : Map.of();
        this.items = kind == Kind.ARRAY ? new ArrayList<>() : List.of();
        this.line = line;
        this.column = column;
    }

    static Node object() {
        return new Node(Kind.OBJECT, "", 0, 0);
    }

    static Node array() {
        return new Node(Kind.ARRAY, "", 0, 0);
    }

    static Node string(String value) {
        return new Node(Kind.STRING, value, 0, 0);
    }

    /** A number as it is written. */
    static Node number(String literal) {
        return new Node(Kind.NUMBER, literal, 0, 0);
    }

    /** A value that was read; the text is a string's value, or a number or boolean as written. */
    static Node read(Kind kind, String text, int line, int column) {
        return new Node(kind, text, line, column);
    }

    Kind kind() {
        return kind;
    }

    boolean is(Kind expected) {
        return kind == expected;
    }

    /** A string's value; a number or boolean as written. */
    String text() {
        return text;
    }

    /** The properties of an object; nothing for other kinds. */
    Map<String, Node> members() {
        return members;
    }

    /** The values of an array; nothing for other kinds. */
    List<Node> items() {
        return items;
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }

    /** A property of an object; null when it has none of the name, and for other kinds. */
    @Nullable
    Node get(String name) {
        return members.get(name);
    }

    /** The string that a property holds; null when there is none, or something else. */
    @Nullable
    String text(String name) {
        Node member = members.get(name);
        return member != null && member.is(Kind.STRING) ? member.text : null;
    }

    Node set(String name, Node value) {
        members.put(name, value);
        return this;
    }

    Node set(String name, String value) {
        return set(name, string(value));
    }

    Node add(Node value) {
        items.add(value);
        return this;
    }

    /** Writes the value. */
    void writeTo(JsonWriter out) {
        switch (kind) {
            case OBJECT -> {
                out.startObject();
                members.forEach((name, member) -> member.writeTo(out.name(name)));
                out.endObject();
            }
            case ARRAY -> {
                out.startArray();
                items.forEach(item -> item.writeTo(out));
                out.endArray();
            }
            case STRING -> out.value(text);
            case NUMBER -> out.raw(RawJson.of(text));
            case BOOLEAN -> out.value(Boolean.parseBoolean(text));
            case NULL -> out.nullValue();
        }
    }

    /** The value as text without white space. */
    String toJson() {
        return new String(JsonWriter.compact(this::writeTo), StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Node node
                && kind == node.kind
                && text.equals(node.text)
                && members.equals(node.members)
                && items.equals(node.items);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, text, members, items);
    }

    /** The kind alone: the value may be anything. */
    @Override
    public String toString() {
        return kind.name();
    }
}
