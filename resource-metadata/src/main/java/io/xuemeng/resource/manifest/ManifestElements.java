package io.xuemeng.resource.manifest;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.xml.UnreadableXmlException;
import io.xuemeng.core.xml.XmlReader;
import io.xuemeng.resource.document.MetadataDocument;
import io.xuemeng.resource.manifest.KnownNamespaces.Namespace;
import io.xuemeng.resource.manifest.KnownNamespaces.Use;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the elements of a manifest document, from its root's start tag on. For one document. */
final class ManifestElements {

    static final String XML = "http://www.w3.org/XML/1998/namespace";
    static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    private final XmlReader xml;
    private final String rootNamespace;
    private final Declarations declarations;
    private final Keeping keeping;
    private final ManifestScope scope;
    private final MetadataElements metadata;
    private final ResourceElements resources;
    private final List<Reference> references = new ArrayList<>();
    private final List<MetadataDocument> partRecords = new ArrayList<>();
    private int manifests;

    ManifestElements(XmlReader xml, byte[] document) {
        this.xml = xml;
        String namespace = xml.getNamespaceURI();
        this.rootNamespace = namespace == null ? "" : namespace;
        this.declarations = new Declarations(xml, document);
        this.keeping = new Keeping(xml, document.length);
        this.scope = new ManifestScope(xml);
        this.metadata = new MetadataElements(this, xml, keeping, references, partRecords);
        this.resources = new ResourceElements(this, xml, keeping, scope, references);
    }

    /** Reads the {@code metadata} elements of this document. */
    MetadataElements metadata() {
        return metadata;
    }

    /** Reads the document up to its end, or to where it cannot be read on. */
    ManifestDocument readDocument() {
        ManifestDraft draft = new ManifestDraft(rootNamespace, Place.of(xml));
        boolean whole = true;
        try {
            readManifest(draft, "");
            while (xml.hasNext()) {
                xml.next();
            }
        } catch (UnreadableXmlException | Keeping.ExceededException e) {
            // Already reported; what was read so far is the manifest.
            whole = false;
        }
        boolean complete = whole && keeping.isComplete();
        if (!declarations.isKnownOrReported(rootNamespace)) {
            xml.findings()
                    .report(Finding.of(ManifestRequirement.KNOWN_ROOT_NAMESPACE)
                            .with("namespace", rootNamespace)
                            .at(draft.place().at(xml.entry()))
                            .build());
        }
        Manifest manifest = draft.finish(xml, declarations.namespaces(), whole);
        if (complete) {
            scope.check();
            references.addAll(declarations.check());
            resources.check(manifest.format());
        }
        return new ManifestDocument(manifest, xml.entry(), complete, partRecords, references);
    }

    private void readManifest(ManifestDraft draft, String base) throws UnreadableXmlException {
        manifests++;
        boolean root = manifests == 1;
        String own = enter(base);
        Manifest.Builder builder = draft.builder();
        String identifier = xml.getAttributeValue(null, "identifier");
        scope.identifier(identifier);
        if (!root) {
            scope.target(identifier);
        }
        builder.identifier(identifier)
                .version(xml.getAttributeValue(null, "version"))
                .base(xml.getAttributeValue(XML, "base"));
        Set<String> seen = new HashSet<>(4);
        while (xml.nextChild()) {
            String name = xml.getLocalName();
            if (!isPackaging()) {
                extension(builder::extension);
                continue;
            }
            switch (name) {
                case "metadata" -> {
                    single(seen, name);
                    draft.metadataAt(Place.of(xml));
                    draft.metadata(metadata.read(own, root));
                }
                case "organizations" -> {
                    single(seen, name);
                    readOrganizations(draft, own);
                }
                case "resources" -> {
                    single(seen, name);
                    resources.read(builder, own);
                }
                case "manifest" -> readNested(builder, own);
                default -> unknown("manifest", builder::extension);
            }
        }
        for (String mandatory : List.of("organizations", "resources")) {
            if (!seen.contains(mandatory)) {
                xml.findings()
                        .report(Finding.of(ManifestRequirement.MANDATORY_ELEMENT)
                                .with("element", mandatory)
                                .at(draft.place().at(xml.entry()))
                                .build());
            }
        }
    }

    private void readNested(Manifest.Builder outer, String base) throws UnreadableXmlException {
        int limit = xml.limits().manifests();
        if (manifests >= limit) {
            xml.findings()
                    .report(Finding.of(ManifestRequirement.MANIFEST_COUNT)
                            .with("limit", limit)
                            .at(xml.location())
                            .build());
            xml.skipElement();
            return;
        }
        xml.findings()
                .report(Finding.of(ManifestRequirement.NO_NESTED_MANIFEST)
                        .at(xml.location())
                        .build());
        ManifestDraft draft = new ManifestDraft(rootNamespace, Place.of(xml));
        try {
            readManifest(draft, base);
        } finally {
            outer.manifest(draft.finish(declarations.namespaces()));
        }
    }

    private void readOrganizations(ManifestDraft draft, String base) throws UnreadableXmlException {
        enter(base);
        draft.defaultOrganization(xml.getAttributeValue(null, "default"), Place.of(xml));
        while (xml.nextChild()) {
            if (isPackaging() && xml.getLocalName().equals("organization")) {
                keeping.element();
                readOrganization(draft, base);
            } else {
                other("organizations", draft.builder()::extension);
            }
        }
    }

    private void readOrganization(ManifestDraft draft, String base) throws UnreadableXmlException {
        enter(base);
        Organization.Builder builder = Organization.builder();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String value = xml.getAttributeValue(i);
            switch (attributeName(i)) {
                case "identifier" -> builder.identifier(value);
                case "structure" -> builder.structure(value);
                default -> attribute(i, builder::attribute);
            }
        }
        String identifier = xml.getAttributeValue(null, "identifier");
        scope.identifier(identifier);
        draft.organization(identifier);
        Set<String> seen = new HashSet<>(4);
        String path = xml.path();
        int items = 0;
        try {
            while (xml.nextChild()) {
                String name = isPackaging() ? xml.getLocalName() : "";
                switch (name) {
                    case "title" -> {
                        single(seen, name);
                        builder.title(xml.readText());
                    }
                    case "item" -> readItem(builder::item, base, path, ++items);
                    case "metadata" -> {
                        single(seen, name);
                        builder.metadata(metadata.read(base, false));
                    }
                    default -> other("organization", builder::extension);
                }
            }
        } finally {
            draft.builder().organization(builder.build());
        }
    }

    /** Recurses no deeper than {@link io.xuemeng.core.input.Limits#metadataDepth()} lets the reader go. */
    private void readItem(Sink<Item> items, String base, String parent, int position) throws UnreadableXmlException {
        keeping.element();
        enter(base);
        Item.Builder builder = Item.builder();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String value = xml.getAttributeValue(i);
            switch (attributeName(i)) {
                case "identifier" -> builder.identifier(value);
                case "identifierref" -> {
                    builder.identifierRef(value);
                    scope.itemReference(value, Place.child(parent, "item", position, xml));
                }
                case "parameters" -> builder.parameters(value);
                case "isvisible" ->
                    builder.visible(
                            !value.strip().equals("false") && !value.strip().equals("0"));
                default -> attribute(i, builder::attribute);
            }
        }
        scope.identifier(xml.getAttributeValue(null, "identifier"));
        Set<String> seen = new HashSet<>(4);
        String path = null;
        int children = 0;
        try {
            while (xml.nextChild()) {
                String name = isPackaging() ? xml.getLocalName() : "";
                switch (name) {
                    case "title" -> {
                        single(seen, name);
                        builder.title(xml.readText());
                    }
                    case "item" -> {
                        // Made for items that have items only; the most have none.
                        path = path == null
                                ? Place.child(parent, "item", position, xml).path()
                                : path;
                        readItem(builder::item, base, path, ++children);
                    }
                    case "metadata" -> {
                        single(seen, name);
                        builder.metadata(metadata.read(base, false));
                    }
                    default -> other("item", builder::extension);
                }
            }
        } finally {
            items.add(builder.build());
        }
    }

    /** Takes what was read, also when reading on fails. */
    @FunctionalInterface
    interface Sink<T> {
        /** Takes it. */
        void add(T value);
    }

    /** Where an attribute goes that the standard leaves to others. */
    @FunctionalInterface
    interface AttributeSink {
        /** Takes it. */
        void add(String name, String value);
    }

    /** Notes what the current element declares; returns the base its addresses are relative to. */
    String enter(String base) {
        String own = xml.getAttributeValue(XML, "base");
        if (own == null || own.isBlank()) {
            declarations.read(base);
            return base;
        }
        String address = own.strip();
        if (address.indexOf('\\') >= 0) {
            reportBase(ManifestRequirement.NO_BACKSLASH, address);
            address = address.replace('\\', '/');
        }
        if (address.startsWith("/")) {
            reportBase(ManifestRequirement.NO_LEADING_SLASH, address);
            address = address.substring(1);
        }
        if (!address.isEmpty() && !address.endsWith("/")) {
            reportBase(ManifestRequirement.BASE_ENDS_WITH_SLASH, address);
            address += "/";
        }
        declarations.read(base);
        return Address.join(base, address);
    }

    /** Notes the namespaces that the current element declares, which is not one of a manifest. */
    void declare() {
        declarations.read("");
    }

    private void reportBase(ManifestRequirement requirement, String base) {
        xml.findings()
                .report(Finding.of(requirement)
                        .with("href", base)
                        .at(xml.attributeLocation("xml:base"))
                        .build());
    }

    /** Whether the current element is one of the packaging standard's own. */
    boolean isPackaging() {
        String namespace = xml.getNamespaceURI();
        if (namespace == null || namespace.isEmpty()) {
            return rootNamespace.isEmpty();
        }
        if (namespace.equals(rootNamespace)) {
            return true;
        }
        Namespace known = KnownNamespaces.find(namespace);
        return known != null && (known.use() == Use.PACKAGING || known.use() == Use.CARTRIDGE);
    }

    /** Reports an element that occurs once and was there before. */
    void single(Set<String> seen, String name) {
        if (!seen.add(name)) {
            xml.findings()
                    .report(Finding.of(ManifestRequirement.SINGLE_ELEMENT)
                            .with("element", name)
                            .at(xml.location())
                            .build());
        }
    }

    /** Keeps an element that is not read here. */
    void other(String parent, Sink<ManifestExtension> extensions) throws UnreadableXmlException {
        if (isPackaging() || "".equals(xml.getNamespaceURI())) {
            unknown(parent, extensions);
        } else {
            extension(extensions);
        }
    }

    private void unknown(String parent, Sink<ManifestExtension> extensions) throws UnreadableXmlException {
        // IMS CP 1.2 adds these two, which hardly anyone writes.
        if (!xml.getLocalName().equals("ipointer") && !xml.getLocalName().equals("variant")) {
            xml.findings()
                    .report(Finding.of(ManifestRequirement.KNOWN_ELEMENT)
                            .with("element", xml.getLocalName())
                            .with("parent", parent)
                            .at(xml.location())
                            .build());
        }
        keep(extensions);
    }

    private void extension(Sink<ManifestExtension> extensions) throws UnreadableXmlException {
        declare();
        String namespace = xml.getNamespaceURI();
        if (namespace == null || namespace.isEmpty()) {
            unknown("manifest", extensions);
            return;
        }
        if (!declarations.isKnownOrReported(namespace)) {
            xml.findings()
                    .report(Finding.of(ManifestRequirement.KNOWN_EXTENSION)
                            .with("element", xml.getLocalName())
                            .with("namespace", namespace)
                            .at(xml.location())
                            .build());
        }
        keep(extensions);
    }

    private void keep(Sink<ManifestExtension> extensions) throws UnreadableXmlException {
        extensions.add(keeping.extension());
    }

    /** The name of an attribute without a namespace; empty for one with a namespace. */
    String attributeName(int index) {
        String namespace = xml.getAttributeNamespace(index);
        return namespace == null || namespace.isEmpty() ? xml.getAttributeLocalName(index) : "";
    }

    /** Keeps an attribute that is not read here. */
    void attribute(int index, AttributeSink attributes) {
        String namespace = xml.getAttributeNamespace(index);
        String local = xml.getAttributeLocalName(index);
        if (XSI.equals(namespace) || (XML.equals(namespace) && local.equals("base"))) {
            return;
        }
        keeping.attribute(xml.getAttributeValue(index));
        attributes.add(keeping.name(namespace, local), xml.getAttributeValue(index));
    }
}
