package io.xuemeng.resource.profile;

import java.util.List;

/** When a conditional element is mandatory. Paths start at the record and have no positions: {@code textbook.price}. */
public sealed interface Condition {

    /** The element the condition looks at. */
    String path();

    /**
     * The element is there, anywhere in the record.
     *
     * @param path the element
     */
    record Present(String path) implements Condition {}

    /**
     * The element is nowhere in the record.
     *
     * @param path the element
     */
    record Absent(String path) implements Condition {}

    /**
     * The element has one of some values, anywhere in the record.
     *
     * @param path the element
     * @param values the values, compared character by character
     */
    record OneOf(String path, List<String> values) implements Condition {
        /** Copies the list. */
        public OneOf {
            values = List.copyOf(values);
        }
    }
}
