package io.xuemeng.resource.xml;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.xml.UnreadableXmlException;
import io.xuemeng.core.xml.XmlReader;
import io.xuemeng.resource.document.MetadataDocument;
import io.xuemeng.resource.document.MetadataForm;
import io.xuemeng.resource.metadata.ResourceMetadata;
import io.xuemeng.resource.requirement.MetadataRequirement;
import org.jspecify.annotations.Nullable;

/**
 * Reads LOM records from XML as they are found: the canonical form, IMS MD 1.1 to 1.3, SCORM 1.2 and 2004, Common Cartridge, the
 * Spanish LOM-ES, and records without a namespace. All become the same {@link
 * io.xuemeng.resource.metadata.ResourceMetadata}.
 *
 * <p>What the model has no place for is kept as an {@link io.xuemeng.resource.metadata.Extension} and reported; nothing is
 * dropped but comments, processing instructions, white space between elements, and attributes that say nothing ({@code
 * uniqueElementName}, {@code xsi:schemaLocation} and the like). Only when what is kept would take more characters than
 * {@link Limits#documentBytes()} is the rest left out, and that reported. Reading stops at {@link Limits#recordElements()}, which is reported too. Texts are held as found, white space included. Findings are
 * about the form only ({@link MetadataRequirement}, META-001 to META-039); whether the values are right is judged by
 * validation. Their path is that of the model, for example {@code /general/title/0}.
 *
 * <p>Reading walks the document once, without JAXB: no schema is needed and no tree is built. For canonical documents alone there is {@link LomJaxb}. Thread-safe: there is no state.
 */
public final class LomXmlReader {

    private static final String ROOT = "lom";

    private LomXmlReader() {}

    /**
     * Reads a document whose root element is a record.
     *
     * @param document the document's bytes; not copied, not changed
     * @param entry the file's path within its package, for findings; null when the input is this document
     * @param limits what the document may have at most
     * @param findings takes what is found, while it is read
     * @return the record; when the document breaks off, what was complete until then; null when there is none: the root is
     *     another element, or not even its start can be read. Each of these was reported as FATAL
     */
    public static @Nullable MetadataDocument read(
            byte[] document, @Nullable String entry, Limits limits, FindingSink findings) {
        try (XmlReader xml = XmlReader.open(document, entry, limits, findings)) {
            while (xml.next() != XmlReader.START_ELEMENT) {
                // Comments and processing instructions may stand before the root.
            }
            if (!xml.getLocalName().equalsIgnoreCase(ROOT)) {
                findings.report(Finding.of(MetadataRequirement.ROOT_NOT_LOM)
                        .with("element", xml.getLocalName())
                        .at(xml.location(""))
                        .build());
                return null;
            }
            MetadataDocument record = read(xml);
            readToEnd(xml);
            return record;
        } catch (UnreadableXmlException e) {
            // Reported by the reader; without a root there is no record.
            return null;
        }
    }

    /**
     * Reads a record that stands within another document, a manifest say. The reader must stand on the start tag of its {@code
     * lom} element and then stands on the end tag. When the document breaks off within the record, or the record has too many elements, that has been reported, what
     * was complete is returned, and the reader's next event throws.
     *
     * @throws IllegalStateException when the reader does not stand on a start tag
     */
    public static MetadataDocument read(XmlReader xml) {
        if (!xml.isStartElement()) {
            throw new IllegalStateException("the reader must stand on the start tag of a record");
        }
        String uri = xml.getNamespaceURI();
        String namespace = uri == null ? "" : uri;
        Spelling spelling = LomNamespaces.spelling(namespace);
        RecordReader reader = new RecordReader(xml, namespace, spelling);
        FormReport report = reader.report();
        if (!xml.getLocalName().equals(ROOT)) {
            report.wrongName(ROOT);
        }
        if (spelling == Spelling.IMS) {
            report.report(Finding.of(MetadataRequirement.OLD_SPELLING).with("namespace", namespace));
        } else if (spelling == Spelling.EITHER) {
            report.report(Finding.of(MetadataRequirement.ROOT_NAMESPACE).with("namespace", namespace));
        }
        MetadataForm form = namespace.equals(LomNamespaces.LOM) ? MetadataForm.LOM_XML : MetadataForm.LOM_XML_OTHER;
        ResourceMetadata record = reader.read();
        return new MetadataDocument(record, form, reader.positions(), reader.isComplete());
    }

    private static void readToEnd(XmlReader xml) {
        try {
            while (xml.hasNext()) {
                xml.next();
            }
        } catch (UnreadableXmlException e) {
            // Reported by the reader; the record itself is complete.
            return;
        }
    }
}
