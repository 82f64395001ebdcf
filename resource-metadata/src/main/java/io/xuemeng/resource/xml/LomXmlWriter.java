package io.xuemeng.resource.xml;

import io.xuemeng.core.xml.UnwritableXmlException;
import io.xuemeng.core.xml.XmlWriter;
import io.xuemeng.resource.metadata.ResourceMetadata;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLStreamException;

/**
 * Writes records as canonical XML: the LOM's elements in {@value LomNamespaces#LOM}, what the LOM lacks in {@value
 * LomNamespaces#XUEMENG}, in the standard's order, in UTF-8. What is written is valid against this library's schema and is read
 * back by {@link LomXmlReader} as the same record. Equal records give equal bytes.
 *
 * <p>An extension stands in an element {@code extension} of the second namespace, at the end of the element that held it: XML as
 * it was found, anything else as text. One whose place is not in the record stands at the end and names its place. Extensions
 * are therefore read back in the order of their places.
 *
 * <p>Thread-safe: there is no state.
 */
public final class LomXmlWriter {

    private LomXmlWriter() {}

    /**
     * The record as a document with indented elements.
     *
     * @throws IllegalArgumentException when a text has a character that XML 1.0 cannot hold; the message names the text's path
     *     and the character
     */
    public static byte[] write(ResourceMetadata metadata) {
        return write(metadata, XmlWriter.Layout.PRETTY);
    }

    /**
     * The record as a document.
     *
     * @throws IllegalArgumentException when a text has a character that XML 1.0 cannot hold; the message names the text's path
     *     and the character
     */
    public static byte[] write(ResourceMetadata metadata, XmlWriter.Layout layout) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
        try {
            write(metadata, out, layout);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory does no input or output", e);
        }
        return out.toByteArray();
    }

    /**
     * Writes the record as a document to a stream, which stays open.
     *
     * @throws IOException when the stream cannot be written to
     * @throws IllegalArgumentException when a text has a character that XML 1.0 cannot hold; the message names the text's path
     *     and the character. Part of the document has then been written
     */
    public static void write(ResourceMetadata metadata, OutputStream out, XmlWriter.Layout layout) throws IOException {
        try (XmlWriter xml = XmlWriter.open(out, layout)) {
            xml.writeStartDocument();
            write(metadata, xml);
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IOException("the metadata record could not be written as XML: " + e.getMessage(), e);
        }
    }

    /**
     * Writes the record's {@code lom} element where the writer stands, for example within a manifest.
     *
     * @throws XMLStreamException when the writer's stream cannot be written to
     * @throws IllegalArgumentException when a text has a character that XML 1.0 cannot hold; the message names the text's path
     *     and the character
     */
    public static void write(ResourceMetadata metadata, XmlWriter xml) throws XMLStreamException {
        RecordWriter writer = new RecordWriter(xml, metadata);
        try {
            writer.write();
        } catch (UnwritableXmlException e) {
            throw new IllegalArgumentException(
                    "the text at " + writer.place() + " cannot be written: " + e.getMessage(), e);
        }
    }
}
