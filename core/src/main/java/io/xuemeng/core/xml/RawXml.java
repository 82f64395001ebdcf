package io.xuemeng.core.xml;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.FindingCollector;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * One XML element with everything in it, kept as it was found: what a standard does not know is carried along, not dropped. The
 * text stands alone: it declares every namespace that its names, or its {@code xsi:type} values, use.
 *
 * <p>Two are equal when their texts are. The text is written in one way, whatever the source's way was: attributes in double
 * quotes, no CDATA, no needless references, the root's namespaces sorted; prefixes, attribute order, white space and comments
 * stay as found. So an element that is written into a document and read again is equal to what it was. Immutable and
 * thread-safe.
 */
public final class RawXml {

    private final String text;
    private final String namespace;
    private final String localName;

    RawXml(String text, String namespace, String localName) {
        this.text = text;
        this.namespace = namespace;
        this.localName = localName;
    }

    /**
     * An element from its text.
     *
     * @param xml one element; an XML declaration before it is allowed
     * @throws IllegalArgumentException when it is not well-formed, or breaks a rule that every {@link XmlReader} enforces;
     *     the message says which
     */
    public static RawXml of(String xml) {
        FindingCollector findings = new FindingCollector();
        @Nullable RawXml raw = null;
        try (XmlReader reader =
                XmlReader.open(xml.getBytes(StandardCharsets.UTF_8), null, Limits.defaults(), findings)) {
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    raw = reader.captureElement();
                }
            }
        } catch (UnreadableXmlException e) {
            throw new IllegalArgumentException(
                    "not an XML element: " + e.finding().message(Locale.ENGLISH), e);
        }
        if (raw == null) {
            throw new IllegalArgumentException("not an XML element: there is no root element");
        }
        return raw;
    }

    /** The element as XML, without an XML declaration. */
    public String text() {
        return text;
    }

    /** The element's namespace; empty when it has none. */
    public String namespace() {
        return namespace;
    }

    /** The element's name without prefix. */
    public String localName() {
        return localName;
    }

    /** Writes the element, namespace declarations included, where the writer stands. */
    public void writeTo(XMLStreamWriter writer) throws XMLStreamException {
        if (writer instanceof XmlWriter ours) {
            ours.write(this);
        } else {
            copyTo(writer);
        }
    }

    void copyTo(XMLStreamWriter writer) throws XMLStreamException {
        try (XmlReader reader =
                XmlReader.open(text.getBytes(StandardCharsets.UTF_8), null, RawXmlCapture.LIMITS, finding -> {})) {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> writeStart(reader, writer);
                    case XMLStreamConstants.END_ELEMENT -> writer.writeEndElement();
                    case XMLStreamConstants.COMMENT -> writer.writeComment(reader.getText());
                    case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                        writer.writeProcessingInstruction(reader.getPITarget(), emptyIfNull(reader.getPIData()));
                    case XMLStreamConstants.CHARACTERS -> writer.writeCharacters(reader.getText());
                    default -> {
                        // The ends of the document.
                    }
                }
            }
        }
    }

    private static void writeStart(XmlReader reader, XMLStreamWriter writer) throws XMLStreamException {
        writer.writeStartElement(
                emptyIfNull(reader.getPrefix()), reader.getLocalName(), emptyIfNull(reader.getNamespaceURI()));
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            String prefix = emptyIfNull(reader.getNamespacePrefix(i));
            String uri = emptyIfNull(reader.getNamespaceURI(i));
            if (prefix.isEmpty()) {
                writer.writeDefaultNamespace(uri);
            } else {
                writer.writeNamespace(prefix, uri);
            }
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String prefix = emptyIfNull(reader.getAttributePrefix(i));
            if (prefix.isEmpty()) {
                writer.writeAttribute(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            } else {
                writer.writeAttribute(
                        prefix,
                        prefix.equals(XMLConstants.XML_NS_PREFIX)
                                ? XMLConstants.XML_NS_URI
                                : reader.getAttributeNamespace(i),
                        reader.getAttributeLocalName(i),
                        reader.getAttributeValue(i));
            }
        }
    }

    static String emptyIfNull(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RawXml raw && raw.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The element's name only: its content may be anybody's. */
    @Override
    public String toString() {
        return "RawXml{" + namespace + '}' + localName;
    }
}
