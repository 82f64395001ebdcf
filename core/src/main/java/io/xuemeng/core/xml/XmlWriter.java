package io.xuemeng.core.xml;

import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import javax.xml.namespace.NamespaceContext;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.codehaus.stax2.XMLOutputFactory2;
import org.jspecify.annotations.Nullable;

/**
 * Writes XML 1.0 in UTF-8. A StAX writer, so JAXB can marshal to it. The same calls give the same bytes on every platform, and
 * what a reader gets back is what was written: line feeds and tabs in attributes are escaped, and a character that XML cannot
 * hold is refused ({@link UnwritableXmlException}) instead of written as something that nobody can read.
 *
 * <p>Namespaces are the caller's: an element's or attribute's prefix is declared by {@link #writeNamespace} or {@link
 * #writeDefaultNamespace}. Not thread-safe.
 */
public final class XmlWriter implements XMLStreamWriter, AutoCloseable {

    /** How the text is laid out. */
    public enum Layout {
        /** No white space but what the caller writes. */
        COMPACT,
        /** An element a line, two spaces an indent; nothing is added within an element that has text. */
        PRETTY
    }

    private static final WstxOutputFactory FACTORY = createFactory();

    private final XMLStreamWriter out;
    private final boolean pretty;
    /** Of each open element: whether white space must stay as it is, and whether it has child elements. */
    private final BitSet verbatim = new BitSet();

    private final BitSet parents = new BitSet();
    private int depth;

    private XmlWriter(XMLStreamWriter out, boolean pretty) {
        this.out = out;
        this.pretty = pretty;
    }

    private static WstxOutputFactory createFactory() {
        WstxOutputFactory factory = new WstxOutputFactory();
        factory.setProperty(XMLOutputFactory.IS_REPAIRING_NAMESPACES, false);
        factory.setProperty(WstxOutputProperties.P_OUTPUT_VALIDATE_NAMES, true);
        factory.setProperty(WstxOutputProperties.P_OUTPUT_VALIDATE_STRUCTURE, true);
        factory.setProperty(WstxOutputProperties.P_OUTPUT_VALIDATE_CONTENT, true);
        factory.setProperty(WstxOutputProperties.P_USE_DOUBLE_QUOTES_IN_XML_DECL, true);
        factory.setProperty(XMLOutputFactory2.P_AUTO_CLOSE_OUTPUT, false);
        return factory;
    }

    /** Writes to a stream, which {@link #close()} flushes and leaves open. */
    public static XmlWriter open(OutputStream stream, Layout layout) throws XMLStreamException {
        return new XmlWriter(
                FACTORY.createXMLStreamWriter(stream, StandardCharsets.UTF_8.name()), layout == Layout.PRETTY);
    }

    /** Writes an element that was kept as it was found, with no white space added in it. */
    public void write(RawXml element) throws XMLStreamException {
        beforeElement();
        boolean before = verbatim.get(depth);
        verbatim.set(depth);
        element.copyTo(this);
        verbatim.set(depth, before);
    }

    @Override
    public void writeStartDocument() throws XMLStreamException {
        out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        // So that the root begins on a line of its own.
        parents.set(0);
    }

    /** Writes the declaration of XML 1.0 in UTF-8; no other version is written. */
    @Override
    public void writeStartDocument(String version) throws XMLStreamException {
        writeStartDocument(StandardCharsets.UTF_8.name(), version);
    }

    /** Writes the declaration of XML 1.0 in UTF-8; no other version and encoding are written. */
    @Override
    public void writeStartDocument(String encoding, String version) throws XMLStreamException {
        if (!version.equals("1.0") || !encoding.equalsIgnoreCase(StandardCharsets.UTF_8.name())) {
            throw new XMLStreamException(
                    "only XML 1.0 in UTF-8 is written, not version " + version + " in " + encoding);
        }
        writeStartDocument();
    }

    @Override
    public void writeEndDocument() throws XMLStreamException {
        if (pretty) {
            out.writeCharacters("\n");
        }
        out.writeEndDocument();
    }

    @Override
    public void writeStartElement(String localName) throws XMLStreamException {
        beforeElement();
        out.writeStartElement(localName);
        enter();
    }

    @Override
    public void writeStartElement(String namespace, String localName) throws XMLStreamException {
        beforeElement();
        out.writeStartElement(namespace, localName);
        enter();
    }

    @Override
    public void writeStartElement(String prefix, String localName, String namespace) throws XMLStreamException {
        beforeElement();
        out.writeStartElement(prefix, localName, namespace);
        enter();
    }

    @Override
    public void writeEmptyElement(String localName) throws XMLStreamException {
        beforeElement();
        out.writeEmptyElement(localName);
    }

    @Override
    public void writeEmptyElement(String namespace, String localName) throws XMLStreamException {
        beforeElement();
        out.writeEmptyElement(namespace, localName);
    }

    @Override
    public void writeEmptyElement(String prefix, String localName, String namespace) throws XMLStreamException {
        beforeElement();
        out.writeEmptyElement(prefix, localName, namespace);
    }

    @Override
    public void writeEndElement() throws XMLStreamException {
        depth--;
        if (parents.get(depth + 1) && !verbatim.get(depth + 1)) {
            indent(depth);
        }
        out.writeEndElement();
    }

    private void enter() {
        depth++;
        verbatim.set(depth, verbatim.get(depth - 1));
        parents.clear(depth);
    }

    private void beforeElement() throws XMLStreamException {
        if (!verbatim.get(depth)) {
            indent(depth);
        }
        parents.set(depth);
    }

    private void indent(int levels) throws XMLStreamException {
        if (pretty && (levels > 0 || parents.get(0))) {
            out.writeCharacters("\n" + "  ".repeat(levels));
        }
    }

    @Override
    public void writeAttribute(String localName, String value) throws XMLStreamException {
        check(value, localName);
        out.writeAttribute(localName, value);
    }

    @Override
    public void writeAttribute(String namespace, String localName, String value) throws XMLStreamException {
        check(value, localName);
        out.writeAttribute(namespace, localName, value);
    }

    @Override
    public void writeAttribute(String prefix, String namespace, String localName, String value)
            throws XMLStreamException {
        check(value, localName);
        out.writeAttribute(prefix, namespace, localName, value);
    }

    @Override
    public void writeNamespace(String prefix, String uri) throws XMLStreamException {
        check(uri, prefix);
        out.writeNamespace(prefix, uri);
    }

    @Override
    public void writeDefaultNamespace(String uri) throws XMLStreamException {
        check(uri, "xmlns");
        out.writeDefaultNamespace(uri);
    }

    @Override
    public void writeCharacters(String text) throws XMLStreamException {
        check(text, null);
        beforeText();
        out.writeCharacters(text);
    }

    @Override
    public void writeCharacters(char[] text, int start, int length) throws XMLStreamException {
        writeCharacters(new String(text, start, length));
    }

    @Override
    public void writeCData(String text) throws XMLStreamException {
        check(text, null);
        beforeText();
        out.writeCData(text);
    }

    @Override
    public void writeComment(String text) throws XMLStreamException {
        check(text, null);
        beforeElement();
        out.writeComment(text);
    }

    @Override
    public void writeProcessingInstruction(String target) throws XMLStreamException {
        beforeElement();
        out.writeProcessingInstruction(target);
    }

    @Override
    public void writeProcessingInstruction(String target, String data) throws XMLStreamException {
        check(data, target);
        beforeElement();
        out.writeProcessingInstruction(target, data);
    }

    private void beforeText() {
        verbatim.set(depth);
    }

    /** Refused: a document type is what no reader of this library accepts. */
    @Override
    public void writeDTD(String dtd) {
        throw new UnsupportedOperationException("a document type declaration is not written");
    }

    /** Refused: without a document type there is no entity to refer to. */
    @Override
    public void writeEntityRef(String name) {
        throw new UnsupportedOperationException("an entity reference is not written; write the character itself");
    }

    @Override
    public @Nullable String getPrefix(String uri) throws XMLStreamException {
        return out.getPrefix(uri);
    }

    @Override
    public void setPrefix(String prefix, String uri) throws XMLStreamException {
        out.setPrefix(prefix, uri);
    }

    @Override
    public void setDefaultNamespace(String uri) throws XMLStreamException {
        out.setDefaultNamespace(uri);
    }

    @Override
    public void setNamespaceContext(NamespaceContext context) throws XMLStreamException {
        out.setNamespaceContext(context);
    }

    @Override
    public NamespaceContext getNamespaceContext() {
        return out.getNamespaceContext();
    }

    @Override
    public @Nullable Object getProperty(String name) {
        return out.getProperty(name);
    }

    @Override
    public void flush() throws XMLStreamException {
        out.flush();
    }

    /** Flushes what was written; the stream stays open. */
    @Override
    public void close() throws XMLStreamException {
        out.close();
    }

    private static void check(String text, @Nullable String name) throws UnwritableXmlException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < Character.MIN_SURROGATE) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c < ' ' ? c != '\n' && c != '\t' && c != '\r' : Character.isSurrogate(c) || c >= 0xFFFE) {
                throw new UnwritableXmlException(String.format(
                        "U+%04X, character %d of %s, cannot stand in XML 1.0; remove it",
                        (int) c, i + 1, name == null ? "a text" : "the value of " + name));
            }
        }
    }
}
