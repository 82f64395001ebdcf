package io.xuemeng.resource.element;

import io.xuemeng.resource.metadata.Extension;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of a record while it is read, one slot for each element of its type. Not thread-safe. */
public final class Slots {

    private final @Nullable Object[] values;
    private List<Extension> extensions = List.of();

    Slots(int count) {
        this.values = new @Nullable Object[count];
    }

    /** Whether an element that occurs once was set, or one that repeats was added to. */
    public boolean isSet(int index) {
        return values[index] != null;
    }

    /** Sets an element that occurs once. */
    public void set(int index, Object value) {
        values[index] = value;
    }

    /** Adds to an element that repeats, and returns its position in the list, from 0. */
    public int add(int index, Object value) {
        @SuppressWarnings("unchecked")
        List<Object> list = (List<Object>) values[index];
        if (list == null) {
            list = new ArrayList<>(2);
            values[index] = list;
        }
        list.add(value);
        return list.size() - 1;
    }

    /** How often an element that repeats was added. */
    public int count(int index) {
        return values[index] instanceof List<?> list ? list.size() : 0;
    }

    /** What the record as a whole holds beyond the model. */
    public void extensions(List<Extension> value) {
        this.extensions = value;
    }

    List<Extension> extensions() {
        return extensions;
    }

    <V> @Nullable V one(int index, Class<V> type) {
        return type.cast(values[index]);
    }

    @SuppressWarnings("unchecked")
    <V> List<V> list(int index, Class<V> type) {
        Object value = values[index];
        return value == null ? List.of() : (List<V>) value;
    }
}
