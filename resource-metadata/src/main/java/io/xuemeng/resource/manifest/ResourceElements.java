package io.xuemeng.resource.manifest;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.core.xml.UnreadableXmlException;
import io.xuemeng.core.xml.XmlReader;
import io.xuemeng.resource.manifest.KnownNamespaces.Namespace;
import io.xuemeng.resource.manifest.KnownNamespaces.Use;
import io.xuemeng.resource.manifest.ManifestFormat.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code resources} elements. For one document. */
final class ResourceElements {

    /** What a resource says of SCORM, which can be judged only when the version of SCORM is known. */
    private record ScormResource(
            Place place,
            boolean hasHref,
            @Nullable String namespace,
            @Nullable String attribute,
            @Nullable String value) {}

    private final ManifestElements elements;
    private final XmlReader xml;
    private final Keeping keeping;
    private final ManifestScope scope;
    private final List<Reference> references;
    private final List<ScormResource> scormResources = new ArrayList<>();

    ResourceElements(
            ManifestElements elements,
            XmlReader xml,
            Keeping keeping,
            ManifestScope scope,
            List<Reference> references) {
        this.elements = elements;
        this.xml = xml;
        this.keeping = keeping;
        this.scope = scope;
        this.references = references;
    }

    /** Reads the {@code resources} element the reader stands on into a manifest. */
    void read(Manifest.Builder manifest, String base) throws UnreadableXmlException {
        String own = elements.enter(base);
        String xmlBase = xml.getAttributeValue(ManifestElements.XML, "base");
        while (xml.nextChild()) {
            if (!elements.isPackaging() || !xml.getLocalName().equals("resource")) {
                elements.other("resources", manifest::extension);
            } else {
                keeping.element();
                readResource(manifest, own, xmlBase);
            }
        }
    }

    private void readResource(Manifest.Builder manifest, String base, @Nullable String outerXmlBase)
            throws UnreadableXmlException {
        String own = elements.enter(base);
        ManifestResource.Builder builder = ManifestResource.builder();
        Place place = Place.of(xml);
        String identifier = xml.getAttributeValue(null, "identifier");
        scope.identifier(identifier);
        int number = scope.target(identifier);
        readAttributes(builder, place, own, number);
        String xmlBase = xml.getAttributeValue(ManifestElements.XML, "base");
        builder.base(
                outerXmlBase == null ? xmlBase : xmlBase == null ? outerXmlBase : Address.join(outerXmlBase, xmlBase));
        Set<String> seen = new HashSet<>(2);
        int files = 0;
        int dependencies = 0;
        try {
            while (xml.nextChild()) {
                String name = elements.isPackaging() ? xml.getLocalName() : "";
                switch (name) {
                    case "file" -> readFile(builder, Place.child(place.parent(), name, ++files, xml), own, number);
                    case "dependency" ->
                        readDependency(builder, Place.child(place.parent(), name, ++dependencies, xml), number);
                    case "metadata" -> {
                        elements.single(seen, name);
                        builder.metadata(elements.metadata().read(own, false));
                    }
                    default -> elements.other("resource", builder::extension);
                }
            }
        } finally {
            manifest.resource(builder.build());
        }
    }

    private void readAttributes(ManifestResource.Builder builder, Place place, String base, int number) {
        String href = null;
        String scormNamespace = null;
        String scormName = null;
        String scormValue = null;
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String value = xml.getAttributeValue(i);
            String local = xml.getAttributeLocalName(i);
            if (local.equalsIgnoreCase("scormtype")) {
                scormNamespace = xml.getAttributeNamespace(i);
                scormName = local;
                scormValue = value;
                builder.scormType(value);
                continue;
            }
            switch (elements.attributeName(i)) {
                case "identifier" -> builder.identifier(value);
                case "type" -> builder.type(value);
                case "href" -> {
                    href = value;
                    builder.href(value);
                }
                default -> elements.attribute(i, builder::attribute);
            }
        }
        if (href != null) {
            references.add(new Reference(Reference.Kind.RESOURCE, href, base, number, place, "href"));
        }
        boolean hasHref = href != null && !href.isBlank();
        scormResources.add(new ScormResource(place, hasHref, scormNamespace, scormName, scormValue));
    }

    private void readFile(ManifestResource.Builder resource, Place place, String base, int number)
            throws UnreadableXmlException {
        keeping.element();
        String own = elements.enter(base);
        String href = xml.getAttributeValue(null, "href");
        references.add(new Reference(Reference.Kind.FILE, href == null ? "" : href, own, number, place, "href"));
        ManifestMetadata metadata = ManifestMetadata.NONE;
        while (xml.nextChild()) {
            if (elements.isPackaging() && xml.getLocalName().equals("metadata")) {
                metadata = elements.metadata().read(own, false);
            } else {
                elements.other("file", resource::extension);
            }
        }
        resource.file(new FileReference(href, metadata));
    }

    private void readDependency(ManifestResource.Builder resource, Place place, int number)
            throws UnreadableXmlException {
        keeping.element();
        String target = xml.getAttributeValue(null, "identifierref");
        scope.dependency(number, target == null ? "" : target, place);
        while (xml.nextChild()) {
            elements.other("dependency", resource::extension);
        }
        resource.dependency(new Dependency(target));
    }

    /** Judges what the resources say of SCORM. */
    void check(ManifestFormat format) {
        if (!format.isScorm()) {
            return;
        }
        String expected = format.kind() == Kind.SCORM_1_2 ? "scormtype" : "scormType";
        for (ScormResource resource : scormResources) {
            String attribute = resource.attribute();
            String value = resource.value();
            if (attribute == null || value == null) {
                report(
                        Finding.of(ManifestRequirement.SCORM_TYPE_PRESENT),
                        expected,
                        resource.place().at(xml.entry()));
                continue;
            }
            Location location = resource.place().attribute(xml.entry(), attribute);
            if (!attribute.equals(expected) || !isScormNamespace(resource.namespace())) {
                report(
                        Finding.of(ManifestRequirement.SCORM_TYPE_NAME)
                                .with("found", attribute)
                                .with("namespace", resource.namespace() == null ? "" : resource.namespace()),
                        expected,
                        location);
            }
            if (!value.equals("sco") && !value.equals("asset")) {
                report(Finding.of(ManifestRequirement.SCORM_TYPE_VALUE).with("value", value), expected, location);
            }
            if (value.equalsIgnoreCase("sco") && !resource.hasHref()) {
                report(
                        Finding.of(ManifestRequirement.SCO_ADDRESS),
                        expected,
                        resource.place().at(xml.entry()));
            }
        }
    }

    private void report(Finding.Builder finding, String expected, Location location) {
        xml.findings().report(finding.with("expected", expected).at(location).build());
    }

    private static boolean isScormNamespace(@Nullable String namespace) {
        Namespace known = namespace == null ? null : KnownNamespaces.find(namespace);
        return known != null && known.use() == Use.SCORM;
    }
}
