package io.xuemeng.resource.manifest;

import io.xuemeng.core.xml.UnreadableXmlException;
import io.xuemeng.core.xml.XmlReader;
import io.xuemeng.resource.document.MetadataDocument;
import io.xuemeng.resource.xml.LomXmlReader;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code metadata} elements. For one document. */
final class MetadataElements {

    private final ManifestElements elements;
    private final XmlReader xml;
    private final Keeping keeping;
    private final List<Reference> references;
    private final List<MetadataDocument> partRecords;

    MetadataElements(
            ManifestElements elements,
            XmlReader xml,
            Keeping keeping,
            List<Reference> references,
            List<MetadataDocument> partRecords) {
        this.elements = elements;
        this.xml = xml;
        this.keeping = keeping;
        this.references = references;
        this.partRecords = partRecords;
    }

    /**
     * Reads the element the reader stands on.
     *
     * @param base what its addresses are relative to
     * @param ofPackage whether it describes the whole package
     */
    ManifestMetadata read(String base, boolean ofPackage) throws UnreadableXmlException {
        elements.enter(base);
        String schema = null;
        String schemaVersion = null;
        List<MetadataDocument> records = new ArrayList<>(1);
        List<String> locations = new ArrayList<>(0);
        List<ManifestExtension> extensions = new ArrayList<>(0);
        while (xml.nextChild()) {
            String name = xml.getLocalName();
            if (elements.isPackaging() && name.equals("schema")) {
                schema = xml.readText();
            } else if (elements.isPackaging() && name.equals("schemaversion")) {
                schemaVersion = xml.readText();
            } else if (isRecord()) {
                record(ofPackage, records);
            } else if (isLocation()) {
                location(base, ofPackage, locations);
            } else {
                elements.other("metadata", extensions::add);
            }
        }
        return new ManifestMetadata(schema, schemaVersion, records, locations, extensions);
    }

    /** In whatever namespace: the reader of records says what is wrong with it. */
    private boolean isRecord() {
        return xml.getLocalName().equalsIgnoreCase("lom");
    }

    private void record(boolean ofPackage, List<MetadataDocument> records) {
        elements.declare();
        keeping.record();
        MetadataDocument record = LomXmlReader.read(xml);
        records.add(record);
        if (!ofPackage) {
            partRecords.add(record);
        }
        keeping.record(record.positions().size());
    }

    private boolean isLocation() {
        String namespace = xml.getNamespaceURI();
        return xml.getLocalName().equals("location")
                && namespace != null
                && (namespace.startsWith("http://www.adlnet.org/xsd/adlcp")
                        || namespace.equals(FormatDetector.NATIVE_NAMESPACE));
    }

    private void location(String base, boolean ofPackage, List<String> locations) throws UnreadableXmlException {
        elements.enter(base);
        Place place = Place.of(xml);
        String text = xml.readText();
        keeping.element();
        locations.add(text);
        Reference.Kind kind = ofPackage ? Reference.Kind.PACKAGE_METADATA : Reference.Kind.PART_METADATA;
        references.add(new Reference(kind, text, base, -1, place, null));
    }
}
