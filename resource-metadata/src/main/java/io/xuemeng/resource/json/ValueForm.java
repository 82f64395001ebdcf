package io.xuemeng.resource.json;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The objects that hold values in the JSON form, by the names of their properties. */
enum ValueForm {
    /** A text in a language. */
    TEXT("language", "text", null),
    /** A value of a vocabulary. */
    TERM("source", "value", null),
    /** A time or a length of time, with words about it. */
    TIME(null, "value", "description");

    private final @Nullable String qualifier;
    private final String value;
    private final @Nullable String description;

    ValueForm(@Nullable String qualifier, String value, @Nullable String description) {
        this.qualifier = qualifier;
        this.value = value;
        this.description = description;
    }

    /** The property that qualifies the value: its language or vocabulary; null when there is none. */
    @Nullable
    String qualifier() {
        return qualifier;
    }

    /** The property with the value itself. */
    String value() {
        return value;
    }

    /** The property with words about the value; null when there is none. */
    @Nullable
    String description() {
        return description;
    }

    /** Whether it is one of the object's properties. */
    boolean has(String name) {
        return name.equals(qualifier) || name.equals(value) || name.equals(description);
    }

    /** All property names. */
    List<String> names() {
        return Stream.of(qualifier, value, description)
                .filter(name -> name != null)
                .toList();
    }
}
