package io.xuemeng.resource.xml.jaxb;

import io.xuemeng.core.xml.RawXml;
import io.xuemeng.core.xml.XmlReader;
import io.xuemeng.resource.metadata.Extension;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.util.StreamReaderDelegate;
import org.jspecify.annotations.Nullable;

/**
 * Shows JAXB every {@code extension} element as one with text and attributes alone: an element within it becomes its own text,
 * character for character, which no tree of JAXB's would give back. Everything else passes through.
 */
final class ExtensionAsText extends StreamReaderDelegate {

    private static final String[] NAMES = {"parent", "name", "mediaType"};

    private final XmlReader xml;

    /** The event of an extension that is shown now; 0 while the reader's own are. */
    private int shown;

    private final List<String> names = new ArrayList<>(3);
    private final List<String> values = new ArrayList<>(3);
    private String content = "";

    ExtensionAsText(XmlReader xml) {
        super(xml);
        this.xml = xml;
    }

    @Override
    public int next() throws XMLStreamException {
        switch (shown) {
            case START_ELEMENT -> {
                shown = content.isEmpty() ? END_ELEMENT : CHARACTERS;
                return shown;
            }
            case CHARACTERS -> {
                shown = END_ELEMENT;
                return shown;
            }
            default -> shown = 0;
        }
        int event = xml.next();
        if (event == START_ELEMENT) {
            if (xml.getLocalName().equals("extension") && BoundNamespaces.XUEMENG.equals(xml.getNamespaceURI())) {
                gather();
                shown = START_ELEMENT;
            } else {
                refuseUnknownAttributes();
            }
        }
        return event;
    }

    /** JAXB passes over attributes that it does not know. */
    private void refuseUnknownAttributes() throws XMLStreamException {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = xml.getAttributeNamespace(i);
            boolean plain = namespace == null || namespace.isEmpty();
            boolean known = plain
                    ? xml.getAttributeLocalName(i).equals("language")
                            && xml.getLocalName().equals("string")
                    : XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(namespace);
            if (!known) {
                throw new XMLStreamException(
                        "the attribute " + xml.getAttributeLocalName(i) + " is not known", xml.getLocation());
            }
        }
    }

    /** Reads the extension up to its end tag, on which the reader then stands; its name stays the current one. */
    private void gather() throws XMLStreamException {
        names.clear();
        values.clear();
        for (String name : NAMES) {
            add(name, xml.getAttributeValue(null, name));
        }
        int depth = xml.depth();
        RawXml element = null;
        StringBuilder text = new StringBuilder();
        while (true) {
            int event = xml.next();
            if (event == START_ELEMENT) {
                if (element != null) {
                    throw new XMLStreamException("an extension holds one element, not two", xml.getLocation());
                }
                element = xml.captureElement();
            } else if (event == END_ELEMENT && xml.depth() == depth) {
                break;
            } else if (event == CHARACTERS || event == CDATA || event == SPACE) {
                text.append(xml.getText());
            }
        }
        content = element == null ? text.toString() : element.text();
        if (element != null) {
            String parent = names.contains("parent") ? values.get(0) : null;
            names.clear();
            values.clear();
            add("parent", parent);
            add("name", qualifiedName(element));
            add("mediaType", Extension.XML);
        }
    }

    private void add(String name, @Nullable String value) {
        if (value != null) {
            names.add(name);
            values.add(value);
        }
    }

    private static String qualifiedName(RawXml element) {
        return element.namespace().isEmpty()
                ? element.localName()
                : '{' + element.namespace() + '}' + element.localName();
    }

    @Override
    public int getEventType() {
        return shown == 0 ? xml.getEventType() : shown;
    }

    @Override
    public boolean hasNext() {
        return shown != 0 || xml.hasNext();
    }

    @Override
    public boolean isStartElement() {
        return getEventType() == START_ELEMENT;
    }

    @Override
    public boolean isEndElement() {
        return getEventType() == END_ELEMENT;
    }

    @Override
    public boolean isCharacters() {
        return getEventType() == CHARACTERS;
    }

    @Override
    public int getNamespaceCount() {
        return shown == 0 ? xml.getNamespaceCount() : 0;
    }

    @Override
    public int getAttributeCount() {
        return shown == 0 ? xml.getAttributeCount() : names.size();
    }

    @Override
    public String getAttributeLocalName(int index) {
        return shown == 0 ? xml.getAttributeLocalName(index) : names.get(index);
    }

    @Override
    public @Nullable String getAttributeNamespace(int index) {
        return shown == 0 ? xml.getAttributeNamespace(index) : "";
    }

    @Override
    public @Nullable String getAttributePrefix(int index) {
        return shown == 0 ? xml.getAttributePrefix(index) : "";
    }

    @Override
    public String getAttributeType(int index) {
        return shown == 0 ? xml.getAttributeType(index) : "CDATA";
    }

    @Override
    public String getAttributeValue(int index) {
        return shown == 0 ? xml.getAttributeValue(index) : values.get(index);
    }

    @Override
    public String getText() {
        return shown == 0 ? xml.getText() : content;
    }

    @Override
    public char[] getTextCharacters() {
        return shown == 0 ? xml.getTextCharacters() : content.toCharArray();
    }

    @Override
    public int getTextStart() {
        return shown == 0 ? xml.getTextStart() : 0;
    }

    @Override
    public int getTextLength() {
        return shown == 0 ? xml.getTextLength() : content.length();
    }
}
