package io.xuemeng.lrs.server;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Header fields of a request or a response; letter case in their names means nothing (RFC 9110, 5.1). Immutable. */
public final class Headers {

    /** No fields. */
    public static final Headers NONE = new Builder().build();

    private final Map<String, List<String>> fields;

    private Headers(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    /** A builder without fields. */
    public static Builder builder() {
        return new Builder();
    }

    /** The first value of a field; empty when there is no such field. */
    public Optional<String> first(String name) {
        List<String> values = fields.get(name);
        return values == null ? Optional.empty() : Optional.of(values.get(0));
    }

    /** All values of a field, in their order; empty when there is no such field. */
    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** Hands over each field and value; a field with several values several times. */
    public void forEach(BiConsumer<String, String> consumer) {
        fields.forEach((name, values) -> values.forEach(value -> consumer.accept(name, value)));
    }

    /** These fields and more. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        forEach(builder::add);
        return builder;
    }

    /** The names only: values may be credentials. */
    @Override
    public String toString() {
        return "Headers" + fields.keySet();
    }

    /** Builds header fields. Not thread-safe. */
    public static final class Builder {

        private final Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

        private Builder() {}

        /** Adds a field, beside others of that name. */
        public Builder add(String name, String value) {
            fields.computeIfAbsent(name, key -> new ArrayList<>(1)).add(value);
            return this;
        }

        /** Sets a field in the place of all of that name. */
        public Builder set(String name, String value) {
            fields.remove(name);
            return add(name, value);
        }

        /** Takes a field away. */
        public Builder remove(String name) {
            fields.remove(name);
            return this;
        }

        /** The fields. */
        public Headers build() {
            Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            fields.forEach((name, values) -> copy.put(name, Collections.unmodifiableList(new ArrayList<>(values))));
            return new Headers(copy);
        }
    }
}
