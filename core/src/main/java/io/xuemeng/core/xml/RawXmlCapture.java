package io.xuemeng.core.xml;

import static io.xuemeng.core.xml.RawXml.emptyIfNull;

import io.xuemeng.core.input.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;

/** Turns the element a reader stands on into text that can stand alone. For one element. */
final class RawXmlCapture {

    /** For text that this class wrote: it passed a reader's limits before, and may have grown by escapes and declarations. */
    static final Limits LIMITS = Limits.defaults().toBuilder()
            .documentBytes(Integer.MAX_VALUE)
            .metadataDepth(Integer.MAX_VALUE)
            .attributesPerElement(Integer.MAX_VALUE)
            .textLength(Integer.MAX_VALUE)
            .build();

    private final XmlReader reader;
    private final StringBuilder out = new StringBuilder(256);
    /** Prefixes that open elements of the fragment declare, with null as the mark of each element's start. */
    private final List<String> declared = new ArrayList<>();

    private final List<Integer> marks = new ArrayList<>();
    /** The root's own declarations, and those it must add because the fragment uses them. */
    private final Map<String, String> onRoot = new TreeMap<>();

    private RawXmlCapture(XmlReader reader) {
        this.reader = reader;
    }

    static RawXml of(XmlReader reader) throws UnreadableXmlException {
        return new RawXmlCapture(reader).capture();
    }

    private RawXml capture() throws UnreadableXmlException {
        String namespace = emptyIfNull(reader.getNamespaceURI());
        String localName = reader.getLocalName();
        int depth = reader.depth();
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            onRoot.put(emptyIfNull(reader.getNamespacePrefix(i)), emptyIfNull(reader.getNamespaceURI(i)));
        }
        start();
        int declarationsAt =
                1 + name(emptyIfNull(reader.getPrefix()), localName).length();
        boolean open = true;
        while (reader.depth() > depth || reader.getEventType() != XMLStreamConstants.END_ELEMENT) {
            int event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                end(open);
                open = false;
                continue;
            }
            if (open) {
                out.append('>');
                open = false;
            }
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    start();
                    open = true;
                }
                case XMLStreamConstants.COMMENT ->
                    out.append("<!--").append(reader.getText()).append("-->");
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> processingInstruction();
                default -> escapeText(reader.getText());
            }
        }
        StringBuilder declarations = new StringBuilder();
        onRoot.forEach((prefix, uri) -> declaration(declarations, prefix, uri));
        out.insert(declarationsAt, declarations);
        return new RawXml(out.toString(), namespace, localName);
    }

    private void start() {
        boolean root = marks.isEmpty();
        marks.add(declared.size());
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            declared.add(emptyIfNull(reader.getNamespacePrefix(i)));
        }
        String prefix = emptyIfNull(reader.getPrefix());
        use(prefix, emptyIfNull(reader.getNamespaceURI()));
        out.append('<').append(name(prefix, reader.getLocalName()));
        if (!root) {
            for (int i = 0; i < reader.getNamespaceCount(); i++) {
                declaration(out, emptyIfNull(reader.getNamespacePrefix(i)), emptyIfNull(reader.getNamespaceURI(i)));
            }
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attribute(i);
        }
    }

    private void attribute(int index) {
        String prefix = emptyIfNull(reader.getAttributePrefix(index));
        String uri = emptyIfNull(reader.getAttributeNamespace(index));
        String localName = reader.getAttributeLocalName(index);
        String value = reader.getAttributeValue(index);
        if (!prefix.isEmpty()) {
            use(prefix, uri);
        }
        if (localName.equals("type") && uri.equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI)) {
            int colon = value.indexOf(':');
            String typePrefix = colon < 0 ? "" : value.substring(0, colon).strip();
            use(typePrefix, emptyIfNull(reader.getNamespaceURI(typePrefix)));
        }
        out.append(' ').append(name(prefix, localName)).append("=\"");
        escapeAttribute(out, value);
        out.append('"');
    }

    /** Remembers that a prefix is used, so that the root declares it unless an element in between does. */
    private void use(String prefix, String uri) {
        if (!uri.isEmpty() && !prefix.equals(XMLConstants.XML_NS_PREFIX) && !declared.contains(prefix)) {
            onRoot.put(prefix, uri);
        }
    }

    private void end(boolean empty) {
        if (empty) {
            out.append("/>");
        } else {
            out.append("</")
                    .append(name(emptyIfNull(reader.getPrefix()), reader.getLocalName()))
                    .append('>');
        }
        int mark = marks.remove(marks.size() - 1);
        declared.subList(mark, declared.size()).clear();
    }

    private void processingInstruction() {
        out.append("<?").append(reader.getPITarget());
        String data = emptyIfNull(reader.getPIData());
        if (!data.isEmpty()) {
            out.append(' ').append(data);
        }
        out.append("?>");
    }

    private static String name(String prefix, String localName) {
        return prefix.isEmpty() ? localName : prefix + ':' + localName;
    }

    private static void declaration(StringBuilder out, String prefix, String uri) {
        out.append(prefix.isEmpty() ? " xmlns" : " xmlns:" + prefix).append("=\"");
        escapeAttribute(out, uri);
        out.append('"');
    }

    private void escapeText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\r' -> out.append("&#13;");
                default -> out.append(c);
            }
        }
    }

    private static void escapeAttribute(StringBuilder out, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '"' -> out.append("&quot;");
                case '\t' -> out.append("&#9;");
                case '\n' -> out.append("&#10;");
                case '\r' -> out.append("&#13;");
                default -> out.append(c);
            }
        }
    }
}
