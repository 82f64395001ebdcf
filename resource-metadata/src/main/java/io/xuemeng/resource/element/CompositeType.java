package io.xuemeng.resource.element;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A record of the metadata model as a list of its elements. Immutable and thread-safe.
 *
 * @param <T> the record
 */
public final class CompositeType<T> {

    private final String name;
    private final Class<T> recordClass;
    private final List<Element> elements;
    private final Map<String, Integer> indexes;
    private final Function<T, @Nullable Object[]> parts;
    private final Function<Slots, T> assemble;

    CompositeType(
            String name,
            Class<T> recordClass,
            List<Element> elements,
            Function<T, @Nullable Object[]> parts,
            Function<Slots, T> assemble) {
        this.name = name;
        this.recordClass = recordClass;
        this.elements = List.copyOf(elements);
        this.parts = parts;
        this.assemble = assemble;
        Map<String, Integer> byName = new HashMap<>();
        for (int i = 0; i < elements.size(); i++) {
            byName.put(elements.get(i).name(), i);
        }
        this.indexes = Map.copyOf(byName);
    }

    /** The simple name of the record. */
    public String name() {
        return name;
    }

    /** The record's class. */
    public Class<T> recordClass() {
        return recordClass;
    }

    /** The elements in the standard's order. */
    public List<Element> elements() {
        return elements;
    }

    /** The index of an element by its name, or -1 when there is none. */
    public int indexOf(String elementName) {
        Integer index = indexes.get(elementName);
        return index == null ? -1 : index;
    }

    /**
     * The values of a record in the order of {@link #elements()}: a list for a repeatable element, otherwise the value or
     * null.
     */
    public @Nullable Object[] parts(Object record) {
        return parts.apply(recordClass.cast(record));
    }

    /** A place to gather the values of a record that is being read. */
    public Slots slots() {
        return new Slots(elements.size());
    }

    /** Puts a record together. */
    public T assemble(Slots slots) {
        return assemble.apply(slots);
    }
}
