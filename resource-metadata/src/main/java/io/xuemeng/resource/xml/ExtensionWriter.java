package io.xuemeng.resource.xml;

import io.xuemeng.core.xml.RawXml;
import io.xuemeng.core.xml.XmlWriter;
import io.xuemeng.resource.element.ElementPath;
import io.xuemeng.resource.metadata.Extension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Writes the extensions of one record where they belong. For one record. */
final class ExtensionWriter {

    private final XmlWriter xml;
    private final Map<String, List<Extension>> byParent = new LinkedHashMap<>();

    ExtensionWriter(XmlWriter xml, List<Extension> extensions) {
        this.xml = xml;
        for (Extension extension : extensions) {
            byParent.computeIfAbsent(extension.parent(), parent -> new ArrayList<>(2))
                    .add(extension);
        }
    }

    /** Writes those of the element that ends next. */
    void writeAt(ElementPath path) throws XMLStreamException {
        if (byParent.isEmpty()) {
            return;
        }
        List<Extension> here = byParent.remove(path.toString());
        if (here != null) {
            for (Extension extension : here) {
                write(extension, null);
            }
        }
    }

    /** Writes those whose place did not come by. */
    void writeRest() throws XMLStreamException {
        for (List<Extension> extensions : byParent.values()) {
            for (Extension extension : extensions) {
                write(extension, extension.parent());
            }
        }
    }

    private void write(Extension extension, @Nullable String parent) throws XMLStreamException {
        RawXml element = element(extension);
        xml.writeStartElement(XuemengNames.PREFIX, XuemengNames.EXTENSION, LomNamespaces.XUEMENG);
        if (element != null) {
            // What has no namespace in the extension must not get the record's.
            xml.writeDefaultNamespace("");
        }
        if (parent != null) {
            xml.writeAttribute(XuemengNames.PARENT, parent);
        }
        if (element == null) {
            xml.writeAttribute(XuemengNames.NAME, extension.name());
            xml.writeAttribute(XuemengNames.MEDIA_TYPE, extension.mediaType());
            if (!extension.content().isEmpty()) {
                xml.writeCharacters(extension.content());
            }
        } else {
            xml.write(element);
        }
        xml.writeEndElement();
    }

    /** The extension as an element, when it can be written as one and read back as it is; otherwise null. */
    private static @Nullable RawXml element(Extension extension) {
        if (!extension.mediaType().equals(Extension.XML)) {
            return null;
        }
        try {
            RawXml element = RawXml.of(extension.content());
            boolean faithful = element.text().equals(extension.content())
                    && FormReport.qualifiedName(element).equals(extension.name());
            return faithful ? element : null;
        } catch (IllegalArgumentException e) {
            // Somebody built it by hand and it is no XML; as text it loses nothing.
            return null;
        }
    }
}
