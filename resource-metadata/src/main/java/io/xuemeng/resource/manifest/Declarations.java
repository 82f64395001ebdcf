package io.xuemeng.resource.manifest;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.core.xml.XmlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The namespaces that a manifest declares and the schemas it says they have. For one document. */
final class Declarations {

    /** More declarations than any manifest has; beyond, they are not gathered. */
    private static final int MAX_DECLARATIONS = 1000;

    /** How many of many a finding names. */
    static final int MAX_NAMED = 10;

    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    /** One pair of {@code xsi:schemaLocation}. */
    private record SchemaLocation(String namespace, String location, String base, Place place) {}

    private final XmlReader xml;
    private final byte[] document;
    private final Set<String> namespaces = new LinkedHashSet<>();
    private final Map<String, SchemaLocation> locations = new LinkedHashMap<>();
    private final Set<String> misspelt = new HashSet<>();

    Declarations(XmlReader xml, byte[] document) {
        this.xml = xml;
        this.document = document;
    }

    /** All namespaces that were declared so far. */
    Set<String> namespaces() {
        return namespaces;
    }

    /** Takes what the current element declares. */
    void read(String base) {
        for (int i = 0; i < xml.getNamespaceCount() && namespaces.size() < MAX_DECLARATIONS; i++) {
            String namespace = xml.getNamespaceURI(i);
            if (namespace != null && !namespace.isEmpty() && namespaces.add(namespace)) {
                checkSpelling(namespace, xml.location());
            }
        }
        String value = xml.getAttributeValue(XSI, "schemaLocation");
        if (value != null) {
            readLocations(value, base);
        }
    }

    private void readLocations(String value, String base) {
        String[] tokens = value.strip().split("\\s+", MAX_DECLARATIONS);
        if (value.isBlank()) {
            return;
        }
        if (tokens.length % 2 != 0) {
            xml.findings()
                    .report(Finding.of(ManifestRequirement.SCHEMA_LOCATION_PAIRS)
                            .with("count", tokens.length)
                            .with("last", tokens[tokens.length - 1])
                            .at(xml.attributeLocation("xsi:schemaLocation"))
                            .build());
            return;
        }
        Place place = Place.of(xml);
        for (int i = 0; i < tokens.length && locations.size() < MAX_DECLARATIONS; i += 2) {
            locations.putIfAbsent(
                    tokens[i] + ' ' + tokens[i + 1], new SchemaLocation(tokens[i], tokens[i + 1], base, place));
        }
    }

    private boolean checkSpelling(String namespace, Location location) {
        String nearest = KnownNamespaces.nearest(namespace);
        if (nearest == null || !misspelt.add(namespace)) {
            return nearest == null;
        }
        xml.findings()
                .report(Finding.of(ManifestRequirement.NAMESPACE_SPELLING)
                        .with("namespace", namespace)
                        .with("nearest", nearest)
                        .at(location)
                        .build());
        return false;
    }

    /** Whether a namespace is known, or was reported to be a mistyped one. */
    boolean isKnownOrReported(String namespace) {
        return misspelt.contains(namespace) || KnownNamespaces.find(namespace) != null;
    }

    /** Judges the schema locations, once all of the document was read, and returns the schemas to look for in the package. */
    List<Reference> check() {
        List<Reference> schemas = new ArrayList<>();
        Map<String, Location> unused = new LinkedHashMap<>();
        Map<String, Location> remote = new LinkedHashMap<>();
        for (SchemaLocation pair : locations.values()) {
            Location location = pair.place().attribute(xml.entry(), "xsi:schemaLocation");
            String namespace = pair.namespace();
            boolean declared = namespaces.contains(namespace) || isDeclaredDeeper(namespace);
            if (!declared && checkSpelling(namespace, location)) {
                unused.put(namespace, location);
            }
            if (Address.schemeEnd(pair.location()) <= 1) {
                schemas.add(new Reference(
                        Reference.Kind.SCHEMA, pair.location(), pair.base(), -1, pair.place(), "xsi:schemaLocation"));
            } else if (!isKnownOrReported(namespace)) {
                remote.put(pair.location(), location);
            }
        }
        report(ManifestRequirement.SCHEMA_LOCATION_USED, "namespaces", unused);
        report(ManifestRequirement.SCHEMA_LOCAL, "addresses", remote);
        return schemas;
    }

    private void report(ManifestRequirement requirement, String name, Map<String, Location> found) {
        if (!found.isEmpty()) {
            xml.findings()
                    .report(Finding.of(requirement)
                            .with(name, found.keySet().stream().limit(MAX_NAMED).toList())
                            .at(found.values().iterator().next())
                            .build());
        }
    }

    /** Whether a namespace is declared within an element that was kept or read by others: rarely asked, so searched for. */
    private boolean isDeclaredDeeper(String namespace) {
        byte[] wanted = ("=\"" + namespace + '"').getBytes(StandardCharsets.UTF_8);
        byte[] other = ("='" + namespace + '\'').getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at + wanted.length <= document.length; at++) {
            if (document[at] == '=' && (matches(wanted, at) || matches(other, at))) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(byte[] wanted, int at) {
        for (int i = 1; i < wanted.length; i++) {
            if (document[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
