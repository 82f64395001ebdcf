package io.xuemeng.resource.manifest;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.xml.XmlReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The identifiers of a whole document and the references to them, which can be held against each other only when all of it was
 * read. Identifiers of nested manifests count as well: as XML IDs they are unique in the document.
 */
final class ManifestScope {

    /** A reference by identifier. */
    private record IdReference(ManifestRequirement requirement, String value, Place place, String attribute) {}

    private final XmlReader xml;
    private final Set<String> identifiers = new HashSet<>();
    private final Map<String, Integer> targets = new HashMap<>();
    private final List<IdReference> references = new ArrayList<>();
    private final List<List<IdReference>> dependencies = new ArrayList<>();

    ManifestScope(XmlReader xml) {
        this.xml = xml;
    }

    /** Takes the identifier of the element the reader stands on. */
    void identifier(@Nullable String value) {
        if (value == null || value.isBlank()) {
            xml.findings()
                    .report(Finding.of(ManifestRequirement.IDENTIFIER_PRESENT)
                            .with("element", xml.getLocalName())
                            .at(xml.location())
                            .build());
            return;
        }
        String identifier = value.strip();
        if (!identifiers.add(identifier)) {
            xml.findings()
                    .report(Finding.of(ManifestRequirement.UNIQUE_IDENTIFIER)
                            .with("identifier", identifier)
                            .at(xml.attributeLocation("identifier"))
                            .build());
        }
        if (!isNcName(identifier)) {
            xml.findings()
                    .report(Finding.of(ManifestRequirement.IDENTIFIER_SYNTAX)
                            .with("identifier", identifier)
                            .at(xml.attributeLocation("identifier"))
                            .build());
        }
    }

    /** Namespaces in XML 1.0, 3: an XML name without a colon. */
    static boolean isNcName(String text) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (!(isNameStart(c) || (i > 0 && isNamePart(c)))) {
                return false;
            }
            i += Character.charCount(c);
        }
        return !text.isEmpty();
    }

    private static boolean isNameStart(int c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        }
        return (c >= 0xC0 && c <= 0x2FF && c != 0xD7 && c != 0xF7)
                || (c >= 0x370 && c <= 0x1FFF && c != 0x37E)
                || (c >= 0x200C && c <= 0x200D)
                || (c >= 0x2070 && c <= 0x218F)
                || (c >= 0x2C00 && c <= 0x2FEF)
                || (c >= 0x3001 && c <= 0xD7FF)
                || (c >= 0xF900 && c <= 0xFDCF)
                || (c >= 0xFDF0 && c <= 0xFFFD)
                || (c >= 0x10000 && c <= 0xEFFFF);
    }

    private static boolean isNamePart(int c) {
        return (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == 0xB7
                || (c >= 0x300 && c <= 0x36F)
                || (c >= 0x203F && c <= 0x2040);
    }

    /** Takes a resource or a nested manifest, to which items may refer. Returns its number. */
    int target(@Nullable String identifier) {
        int number = dependencies.size();
        dependencies.add(List.of());
        if (identifier != null) {
            targets.putIfAbsent(identifier.strip(), number);
        }
        return number;
    }

    /** Takes a reference of an item. */
    void itemReference(String value, Place place) {
        references.add(new IdReference(ManifestRequirement.ITEM_REFERENCE, value.strip(), place, "identifierref"));
    }

    /** Takes a dependency of a resource. */
    void dependency(int resource, String value, Place place) {
        IdReference reference =
                new IdReference(ManifestRequirement.DEPENDENCY_REFERENCE, value.strip(), place, "identifierref");
        references.add(reference);
        if (dependencies.get(resource).isEmpty()) {
            dependencies.set(resource, new ArrayList<>(2));
        }
        dependencies.get(resource).add(reference);
    }

    /** Reports references that lead nowhere and dependencies that lead back to where they began. */
    void check() {
        for (IdReference reference : references) {
            if (!targets.containsKey(reference.value())) {
                report(reference.requirement(), reference);
            }
        }
        checkCycles();
    }

    private void report(ManifestRequirement requirement, IdReference reference) {
        xml.findings()
                .report(Finding.of(requirement)
                        .with("identifier", reference.value())
                        .at(reference.place().attribute(xml.entry(), reference.attribute()))
                        .build());
    }

    /** Depth first with a stack of its own: hostile chains are long. */
    private void checkCycles() {
        int count = dependencies.size();
        byte[] state = new byte[count]; // 0 not visited, 1 on the way, 2 done
        int[] stack = new int[count];
        int[] next = new int[count];
        for (int start = 0; start < count; start++) {
            if (state[start] != 0 || dependencies.get(start).isEmpty()) {
                continue;
            }
            int depth = 0;
            stack[0] = start;
            state[start] = 1;
            while (depth >= 0) {
                int at = stack[depth];
                List<IdReference> out = dependencies.get(at);
                if (next[at] == out.size()) {
                    state[at] = 2;
                    depth--;
                    continue;
                }
                IdReference reference = out.get(next[at]++);
                Integer target = targets.get(reference.value());
                if (target != null && state[target] == 1) {
                    report(ManifestRequirement.NO_DEPENDENCY_CYCLE, reference);
                } else if (target != null && state[target] == 0) {
                    state[target] = 1;
                    stack[++depth] = target;
                }
            }
        }
    }
}
