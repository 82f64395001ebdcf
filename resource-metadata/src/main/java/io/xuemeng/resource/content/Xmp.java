package io.xuemeng.resource.content;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.xml.XmlReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The label out of an XMP packet: the property {@code AIGC} of the TC260 namespace as an attribute, as an element's text,
 * as an alternative or list of such texts, or as a structure of the label's fields.
 */
final class Xmp {

    static final String NAMESPACE = "http://www.tc260.org.cn/ns/AIGC/1.0/";

    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    private static final String PROPERTY = "AIGC";

    /** Programs for pictures write their settings as attributes, hundreds to one element. */
    private static final int ATTRIBUTES = 1024;

    private final LabelCollector labels;
    private final Map<String, String> fields = new LinkedHashMap<>();

    private Xmp(LabelCollector labels) {
        this.labels = labels;
    }

    /** Reads the packet between two places. One that does not name the namespace costs only a search for it. */
    static void read(byte[] bytes, int from, int to, LabelCollector labels) {
        Charset charset = charset(bytes, from, to);
        if (charset.equals(StandardCharsets.UTF_8) && Octets.find(bytes, from, to, NAMESPACE) < 0) {
            return;
        }
        String packet = new String(bytes, from, to - from, charset);
        int first = packet.indexOf('<');
        int last = packet.lastIndexOf('>');
        if (first < 0 || last < first || !packet.contains(NAMESPACE)) {
            return;
        }
        String xml = packet.substring(first, last + 1);
        try {
            new Xmp(labels).walk(xml);
        } catch (XMLStreamException e) {
            // Kept as it stands: reading it as JSON fails and says so, where the reader of the report looks for it.
            labels.add(LabelCarrier.XMP, xml);
        }
    }

    private static Charset charset(byte[] bytes, int from, int to) {
        if (to - from >= 2 && bytes[from] == 0) {
            return StandardCharsets.UTF_16BE;
        }
        return to - from >= 2 && bytes[from + 1] == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
    }

    private void walk(String xml) throws XMLStreamException {
        Limits limits =
                labels.limits().toBuilder().attributesPerElement(ATTRIBUTES).build();
        // What is wrong with a packet as XML is not reported: of a picture only its label is judged.
        try (XmlReader reader = XmlReader.open(xml.getBytes(StandardCharsets.UTF_8), null, limits, finding -> {})) {
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    attributes(reader);
                    if (isProperty(reader.getNamespaceURI(), reader.getLocalName())) {
                        property(reader);
                    }
                }
            }
        }
        if (!fields.isEmpty()) {
            labels.add(LabelCarrier.XMP, LabelJson.write(fields));
        }
    }

    private void attributes(XMLStreamReader reader) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String name = reader.getAttributeLocalName(i);
            if (isProperty(reader.getAttributeNamespace(i), name)) {
                labels.add(LabelCarrier.XMP, reader.getAttributeValue(i));
            } else if (NAMESPACE.equals(reader.getAttributeNamespace(i))) {
                fields.put(name, reader.getAttributeValue(i));
            }
        }
    }

    /** The property's text; or, when elements stand in it, what they say of the label's fields. */
    private void property(XMLStreamReader reader) throws XMLStreamException {
        StringBuilder own = new StringBuilder();
        StringBuilder field = new StringBuilder();
        boolean structured = !fields.isEmpty();
        boolean item = false;
        int depth = 1;
        while (depth > 0) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    // An alternative or a list of texts: each of its items is the text.
                    item = RDF.equals(reader.getNamespaceURI())
                            && reader.getLocalName().equals("li");
                    attributes(reader);
                    field.setLength(0);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    if (item && depth > 0 && !field.toString().isBlank()) {
                        labels.add(LabelCarrier.XMP, field.toString());
                        structured = true;
                    }
                    item = false;
                    if (depth > 0 && NAMESPACE.equals(reader.getNamespaceURI())) {
                        structured = true;
                        fields.put(reader.getLocalName(), field.toString());
                    }
                    field.setLength(0);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    (depth == 1 ? own : field).append(reader.getText());
                default -> {
                    // Comments and processing instructions say nothing of the label.
                }
            }
        }
        if (!structured || !own.toString().isBlank()) {
            labels.add(LabelCarrier.XMP, own.toString());
        }
    }

    private static boolean isProperty(@Nullable String namespace, String name) {
        return NAMESPACE.equals(namespace) && PROPERTY.equals(name);
    }
}
