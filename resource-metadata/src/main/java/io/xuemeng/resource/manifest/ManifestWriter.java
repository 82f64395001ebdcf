package io.xuemeng.resource.manifest;

import io.xuemeng.core.xml.RawXml;
import io.xuemeng.core.xml.XmlWriter;
import io.xuemeng.resource.document.MetadataDocument;
import io.xuemeng.resource.xml.LomXmlWriter;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Writes manifests of IMS Content Packaging 1.1.4 (GB/T 29809-2013), which is also this project's own form. Metadata records are
 * written in the canonical form, extensions as they are kept. Equal manifests give equal bytes. Stateless and thread-safe.
 */
public final class ManifestWriter {

    private static final String NAMESPACE = "http://www.imsglobal.org/xsd/imscp_v1p1";
    private static final String SCORM = "http://www.adlnet.org/xsd/adlcp_v1p3";

    private final XmlWriter xml;

    private ManifestWriter(XmlWriter xml) {
        this.xml = xml;
    }

    /**
     * The manifest as an indented document in UTF-8. Its {@link Manifest#format()} is not written; schema and version are those
     * of its metadata.
     *
     * @throws IllegalArgumentException when a text has a character that XML 1.0 cannot hold, or an extension is no XML; the
     *     message names it
     */
    public static byte[] write(Manifest manifest) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
        try (XmlWriter xml = XmlWriter.open(out, XmlWriter.Layout.PRETTY)) {
            xml.writeStartDocument();
            new ManifestWriter(xml).manifest(manifest, true);
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("the manifest cannot be written: " + e.getMessage(), e);
        }
        return out.toByteArray();
    }

    private void manifest(Manifest manifest, boolean root) throws XMLStreamException {
        start("manifest");
        if (root) {
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeNamespace("xm", FormatDetector.NATIVE_NAMESPACE);
        }
        attribute("identifier", manifest.identifier());
        attribute("version", manifest.version());
        base(manifest.base());
        metadata(manifest.metadata());
        start("organizations");
        attribute("default", manifest.defaultOrganization());
        for (Organization organization : manifest.organizations()) {
            organization(organization);
        }
        xml.writeEndElement();
        start("resources");
        for (ManifestResource resource : manifest.resources()) {
            resource(resource);
        }
        xml.writeEndElement();
        for (Manifest nested : manifest.manifests()) {
            manifest(nested, false);
        }
        extensions(manifest.extensions());
        xml.writeEndElement();
    }

    private void metadata(ManifestMetadata metadata) throws XMLStreamException {
        if (metadata.equals(ManifestMetadata.NONE)) {
            return;
        }
        start("metadata");
        text("schema", metadata.schema());
        text("schemaversion", metadata.schemaVersion());
        for (String location : metadata.locations()) {
            xml.writeStartElement("xm", "location", FormatDetector.NATIVE_NAMESPACE);
            xml.writeNamespace("xm", FormatDetector.NATIVE_NAMESPACE);
            xml.writeCharacters(location);
            xml.writeEndElement();
        }
        for (MetadataDocument record : metadata.records()) {
            LomXmlWriter.write(record.metadata(), xml);
        }
        extensions(metadata.extensions());
        xml.writeEndElement();
    }

    private void organization(Organization organization) throws XMLStreamException {
        start("organization");
        attribute("identifier", organization.identifier());
        attribute("structure", organization.structure());
        attributes(organization.attributes());
        text("title", organization.title());
        for (Item item : organization.items()) {
            item(item);
        }
        metadata(organization.metadata());
        extensions(organization.extensions());
        xml.writeEndElement();
    }

    private void item(Item item) throws XMLStreamException {
        start("item");
        attribute("identifier", item.identifier());
        attribute("identifierref", item.identifierRef());
        attribute("isvisible", item.visible() ? null : "false");
        attribute("parameters", item.parameters());
        attributes(item.attributes());
        text("title", item.title());
        for (Item child : item.items()) {
            item(child);
        }
        metadata(item.metadata());
        extensions(item.extensions());
        xml.writeEndElement();
    }

    private void resource(ManifestResource resource) throws XMLStreamException {
        start("resource");
        attribute("identifier", resource.identifier());
        attribute("type", resource.type());
        base(resource.base());
        attribute("href", resource.href());
        Map<String, String> attributes = new TreeMap<>(resource.attributes());
        String scormType = resource.scormType();
        if (scormType != null) {
            attributes.put('{' + SCORM + "}scormType", scormType);
        }
        attributes(attributes);
        metadata(resource.metadata());
        for (FileReference file : resource.files()) {
            start("file");
            attribute("href", file.href());
            metadata(file.metadata());
            xml.writeEndElement();
        }
        for (Dependency dependency : resource.dependencies()) {
            start("dependency");
            attribute("identifierref", dependency.identifierRef());
            xml.writeEndElement();
        }
        extensions(resource.extensions());
        xml.writeEndElement();
    }

    private void start(String name) throws XMLStreamException {
        xml.writeStartElement("", name, NAMESPACE);
    }

    private void base(@Nullable String base) throws XMLStreamException {
        if (base != null) {
            xml.writeAttribute("xml", ManifestElements.XML, "base", base);
        }
    }

    private void attribute(String name, @Nullable String value) throws XMLStreamException {
        if (value != null) {
            xml.writeAttribute(name, value);
        }
    }

    private void attributes(Map<String, String> attributes) throws XMLStreamException {
        int number = 0;
        for (Map.Entry<String, String> attribute : new TreeMap<>(attributes).entrySet()) {
            String name = attribute.getKey();
            int close = name.indexOf('}');
            if (close < 0) {
                xml.writeAttribute(name, attribute.getValue());
                continue;
            }
            String namespace = name.substring(1, close);
            String prefix = namespace.equals(ManifestElements.XML) ? "xml" : "a" + ++number;
            if (!prefix.equals("xml")) {
                xml.writeNamespace(prefix, namespace);
            }
            xml.writeAttribute(prefix, namespace, name.substring(close + 1), attribute.getValue());
        }
    }

    private void text(String name, @Nullable String value) throws XMLStreamException {
        if (value != null) {
            start(name);
            xml.writeCharacters(value);
            xml.writeEndElement();
        }
    }

    private void extensions(List<ManifestExtension> extensions) throws XMLStreamException {
        for (ManifestExtension extension : extensions) {
            xml.write(RawXml.of(extension.content()));
        }
    }
}
