package io.xuemeng.resource.element;

import org.jspecify.annotations.Nullable;

/**
 * One element of a composite. Immutable.
 *
 * @param name the LOM's name, which is also the JSON property and the XML element
 * @param number its number in the LOM, for example {@code 1.2}; a number that starts with {@code x.} is this project's own
 * @param origin the vocabulary it belongs to, which decides its XML namespace
 * @param repeatable whether a record holds a list of it
 * @param kind what it holds
 * @param composite the composite it holds; null unless the kind is {@link ElementKind#COMPOSITE}
 */
public record Element(
        String name,
        String number,
        Origin origin,
        boolean repeatable,
        ElementKind kind,
        @Nullable CompositeType<?> composite) {

    /** The vocabulary an element belongs to. */
    public enum Origin {
        /** IEEE 1484.12.1, GB/T 21365. */
        LOM,
        /** What the LOM lacks. */
        XUEMENG
    }

    static Element value(String name, String number, Origin origin, ElementKind kind) {
        return new Element(name, number, origin, false, kind, null);
    }

    static Element values(String name, String number, Origin origin, ElementKind kind) {
        return new Element(name, number, origin, true, kind, null);
    }

    static Element composite(String name, String number, Origin origin, CompositeType<?> type) {
        return new Element(name, number, origin, false, ElementKind.COMPOSITE, type);
    }

    static Element composites(String name, String number, Origin origin, CompositeType<?> type) {
        return new Element(name, number, origin, true, ElementKind.COMPOSITE, type);
    }
}
