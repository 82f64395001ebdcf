package io.xuemeng.resource.element;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The elements of the model by their paths without positions, in the model's order. */
public final class ElementPaths {

    private static final Map<String, Element> ALL = walk();

    private ElementPaths() {}

    private static Map<String, Element> walk() {
        Map<String, Element> all = new LinkedHashMap<>();
        walk("", MetadataElements.RESOURCE_METADATA, all);
        return Collections.unmodifiableMap(all);
    }

    private static void walk(String prefix, CompositeType<?> type, Map<String, Element> all) {
        for (Element element : type.elements()) {
            String path = prefix + element.name();
            all.put(path, element);
            CompositeType<?> below = element.composite();
            if (below != null) {
                walk(path + '.', below, all);
            }
        }
    }

    /** All of them. */
    public static Map<String, Element> all() {
        return ALL;
    }

    /** The element at a path; null when there is none. */
    public static @Nullable Element find(String path) {
        return ALL.get(path);
    }
}
