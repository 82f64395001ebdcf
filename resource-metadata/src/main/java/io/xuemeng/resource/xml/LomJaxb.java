package io.xuemeng.resource.xml;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.xml.UnwritableXmlException;
import io.xuemeng.core.xml.XmlReader;
import io.xuemeng.core.xml.XmlWriter;
import io.xuemeng.resource.metadata.ResourceMetadata;
import io.xuemeng.resource.xml.jaxb.LomBinding;
import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLStreamException;

/**
 * The canonical XML form through JAXB, for those whose own documents are bound with it: same namespaces, same order, same
 * records. This library itself reads with {@link LomXmlReader}, which takes every spelling, reports what is wrong, knows where each
 * value stands and is several times as fast, and writes with {@link LomXmlWriter}. What the two give for a document of the
 * canonical form is equal.
 *
 * <p>The JAXB context is made once, when first needed. Thread-safe: there is no other state.
 */
public final class LomJaxb {

    private LomJaxb() {}

    /**
     * Reads a record of the canonical form, through the same hardened reader as everything else.
     *
     * @param document the document's bytes; not copied, not changed
     * @param limits what the document may have at most
     * @throws XMLStreamException when the document cannot be read on, or has something that is not of the canonical form: an
     *     element or attribute that is not known, another namespace; the message says what and where. Text between elements is
     *     passed over, and of an element that occurs more often than it may the last one counts: check with {@link LomXmlSchema}
     *     or read with {@link LomXmlReader} where that matters
     */
    public static ResourceMetadata unmarshal(byte[] document, Limits limits) throws XMLStreamException {
        try (XmlReader xml = XmlReader.open(document, null, limits, finding -> {})) {
            return LomBinding.read(xml);
        }
    }

    /**
     * The record as a document of the canonical form. Extensions that are XML stand as text in their {@code extension} element,
     * where {@link LomXmlWriter} writes them as elements; both are read back as they were.
     *
     * @throws IllegalArgumentException when a text has a character that XML 1.0 cannot hold; the message names it
     */
    public static byte[] marshal(ResourceMetadata metadata, XmlWriter.Layout layout) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
        try (XmlWriter xml = XmlWriter.open(out, layout)) {
            xml.writeStartDocument();
            LomBinding.write(metadata, xml);
            xml.writeEndDocument();
        } catch (UnwritableXmlException e) {
            throw new IllegalArgumentException("the record cannot be written: " + e.getMessage(), e);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory does no input or output", e);
        }
        return out.toByteArray();
    }
}
