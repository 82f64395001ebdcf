package io.xuemeng.resource.xml;

import io.xuemeng.resource.element.CompositeType;
import io.xuemeng.resource.element.Element;
import io.xuemeng.resource.element.LomElements;
import io.xuemeng.resource.element.MetadataElements;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names under which the elements of a composite are found in XML, in each spelling. Made once from {@link
 * MetadataElements}; only what IMS named or nested otherwise is said here. Immutable and thread-safe.
 */
final class ElementNames {

    /** How a name leads to an element of the model. */
    enum Way {
        /** It is the element. */
        DIRECT,
        /** It is an element of the composite that the only element of this one would hold; IMS leaves that level out. */
        WITHOUT_LEVEL,
        /** It continues the list in which this composite itself stands; IMS nests taxons. */
        NEXT_SIBLING
    }

    /**
     * Where a name leads.
     *
     * @param way how
     * @param index the index of the element in its composite
     * @param element the element
     * @param content the names within it; null unless it is a composite
     * @param expected its name in IEEE's spelling
     * @param expectedIms its name in IMS's spelling
     */
    record Target(
            Way way, int index, Element element, @Nullable ElementNames content, String expected, String expectedIms) {}

    /** IMS's names that are not just IEEE's in lower case, by composite and element. */
    private static final Map<String, List<String>> IMS_NAMES = Map.of(
            "General.identifier", List.of("identifier", "catalogentry"),
            "MetaMetadata.identifier", List.of("identifier", "catalogentry"),
            "RelatedResource.identifier", List.of("identifier", "catalogentry"),
            "Identifier.catalog", List.of("catalog", "catalogue"),
            "Contribute.entity", List.of("centity"),
            "Annotation.entity", List.of("person"),
            "MetaMetadata.metadataSchema", List.of("metadatascheme"));

    private static final Map<CompositeType<?>, ElementNames> BY_TYPE = new HashMap<>();

    /** The root's. */
    static final ElementNames ROOT = of(MetadataElements.RESOURCE_METADATA);

    private final CompositeType<?> type;
    private final Map<String, Target> ieee = new HashMap<>();
    private final Map<String, Target> ims = new HashMap<>();
    private final Map<String, Target> either = new HashMap<>();
    private final Map<String, Target> caseless = new HashMap<>();

    private ElementNames(CompositeType<?> type) {
        this.type = type;
        List<Element> elements = type.elements();
        for (int i = 0; i < elements.size(); i++) {
            Element element = elements.get(i);
            CompositeType<?> composite = element.composite();
            List<String> imsNames = imsNames(type, element);
            add(
                    new Target(
                            Way.DIRECT,
                            i,
                            element,
                            composite == null ? null : of(composite),
                            element.name(),
                            imsNames.get(0)),
                    imsNames);
        }
        if (type == LomElements.TECHNICAL_REQUIREMENT) {
            List<Element> alternatives = LomElements.OR_COMPOSITE.elements();
            for (int i = 0; i < alternatives.size(); i++) {
                Element element = alternatives.get(i);
                String name = element.name().toLowerCase(Locale.ROOT);
                addIms(name, new Target(Way.WITHOUT_LEVEL, i, element, null, "orComposite", name));
            }
        } else if (type == LomElements.TAXON) {
            Element taxon = LomElements.TAXON_PATH.elements().get(LomElements.TAXON_PATH.indexOf("taxon"));
            addIms("taxon", new Target(Way.NEXT_SIBLING, -1, taxon, this, "taxon", "taxon"));
        }
    }

    private static synchronized ElementNames of(CompositeType<?> type) {
        ElementNames known = BY_TYPE.get(type);
        if (known == null) {
            known = new ElementNames(type);
            BY_TYPE.put(type, known);
        }
        return known;
    }

    private static List<String> imsNames(CompositeType<?> type, Element element) {
        if (element.origin() == Element.Origin.XUEMENG) {
            return List.of(element.name());
        }
        return IMS_NAMES.getOrDefault(
                type.name() + '.' + element.name(), List.of(element.name().toLowerCase(Locale.ROOT)));
    }

    private void add(Target target, List<String> imsNames) {
        ieee.put(target.element().name(), target);
        either.put(target.element().name(), target);
        caseless.put(target.element().name().toLowerCase(Locale.ROOT), target);
        imsNames.forEach(name -> addIms(name, target));
    }

    private void addIms(String name, Target target) {
        ims.put(name, target);
        either.putIfAbsent(name, target);
        caseless.putIfAbsent(name, target);
    }

    /** The composite. */
    CompositeType<?> type() {
        return type;
    }

    /** What a name that is right in a spelling leads to; null when it is not right in it. */
    @Nullable
    Target find(String name, Spelling spelling) {
        return switch (spelling) {
            case IEEE -> ieee.get(name);
            case IMS -> ims.get(name);
            case EITHER -> either.get(name);
        };
    }

    /** What a name leads to whatever its case and spelling; null when no element is named so. */
    @Nullable
    Target findLoosely(String name) {
        return caseless.get(name.toLowerCase(Locale.ROOT));
    }

    /**
     * The names that somebody who wrote this one may have meant, nearest first; all that the LOM has when none is near. Those of
     * this library's namespace are not the LOM's, and are named only where there are no others.
     */
    List<String> nearest(String name, Spelling spelling) {
        String wanted = name.toLowerCase(Locale.ROOT);
        int limit = Math.max(1, name.length() / 3);
        List<String> all = new ArrayList<>();
        Map<String, Integer> near = new HashMap<>();
        boolean lom = type.elements().stream().anyMatch(element -> element.origin() != Element.Origin.XUEMENG);
        for (Element element : type.elements()) {
            String other = spelling == Spelling.IMS ? imsNames(type, element).get(0) : element.name();
            if (lom && element.origin() == Element.Origin.XUEMENG) {
                continue;
            }
            all.add(other);
            if (Math.abs(other.length() - wanted.length()) <= limit) {
                int distance = NameDistance.between(wanted, other.toLowerCase(Locale.ROOT));
                if (distance <= limit) {
                    near.put(other, distance);
                }
            }
        }
        if (near.isEmpty()) {
            return all;
        }
        return near.keySet().stream()
                .sorted(Comparator.<String>comparingInt(other -> near.getOrDefault(other, limit))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(3)
                .toList();
    }
}
