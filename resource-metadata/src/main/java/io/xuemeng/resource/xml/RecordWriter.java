package io.xuemeng.resource.xml;

import io.xuemeng.core.xml.XmlWriter;
import io.xuemeng.resource.element.CompositeType;
import io.xuemeng.resource.element.Element;
import io.xuemeng.resource.element.ElementKind;
import io.xuemeng.resource.element.ElementPath;
import io.xuemeng.resource.element.MetadataElements;
import io.xuemeng.resource.metadata.DateTimeText;
import io.xuemeng.resource.metadata.DurationText;
import io.xuemeng.resource.metadata.LanguageText;
import io.xuemeng.resource.metadata.MultilingualText;
import io.xuemeng.resource.metadata.ResourceMetadata;
import io.xuemeng.resource.metadata.VocabularyTerm;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Writes one record along the elements of the model. For one record. */
final class RecordWriter {

    private final XmlWriter xml;
    private final ResourceMetadata metadata;
    private final ElementPath path = new ElementPath();
    private final ExtensionWriter extensions;

    RecordWriter(XmlWriter xml, ResourceMetadata metadata) {
        this.xml = xml;
        this.metadata = metadata;
        this.extensions = new ExtensionWriter(xml, metadata.extensions());
    }

    void write() throws XMLStreamException {
        xml.writeStartElement("", "lom", LomNamespaces.LOM);
        xml.writeDefaultNamespace(LomNamespaces.LOM);
        if (!metadata.extensions().isEmpty() || usesXuemeng(MetadataElements.RESOURCE_METADATA, metadata)) {
            xml.writeNamespace(XuemengNames.PREFIX, LomNamespaces.XUEMENG);
        }
        elements(MetadataElements.RESOURCE_METADATA, metadata);
        extensions.writeAt(path);
        extensions.writeRest();
        xml.writeEndElement();
    }

    /** Where the writer stands, for an error. */
    String place() {
        String pointer = path.toString();
        return pointer.isEmpty() ? "the record itself" : pointer;
    }

    private static boolean usesXuemeng(CompositeType<?> type, Object record) {
        @Nullable Object[] parts = type.parts(record);
        for (int i = 0; i < parts.length; i++) {
            Element element = type.elements().get(i);
            Object part = parts[i];
            if (part == null || (part instanceof List<?> list && list.isEmpty())) {
                continue;
            }
            if (element.origin() == Element.Origin.XUEMENG) {
                return true;
            }
            CompositeType<?> composite = element.composite();
            if (composite != null) {
                List<?> values = part instanceof List<?> list ? list : List.of(part);
                for (Object value : values) {
                    if (usesXuemeng(composite, value)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private void elements(CompositeType<?> type, Object record) throws XMLStreamException {
        @Nullable Object[] parts = type.parts(record);
        List<Element> elements = type.elements();
        for (int i = 0; i < parts.length; i++) {
            Object part = parts[i];
            if (part == null) {
                continue;
            }
            Element element = elements.get(i);
            path.push(element.name());
            if (element.repeatable()) {
                int position = 0;
                for (Object value : (List<?>) part) {
                    path.push(position++);
                    element(element, value);
                    path.pop();
                }
            } else {
                element(element, part);
            }
            path.pop();
        }
    }

    private void element(Element element, Object value) throws XMLStreamException {
        if (element.origin() == Element.Origin.LOM) {
            start(element.name());
        } else {
            xml.writeStartElement(XuemengNames.PREFIX, element.name(), LomNamespaces.XUEMENG);
        }
        switch (element.kind()) {
            case TEXT -> text((String) value);
            case MULTILINGUAL -> multilingual((MultilingualText) value);
            case VOCABULARY -> {
                VocabularyTerm term = (VocabularyTerm) value;
                part("source", "source", term.source());
                part("value", "value", term.value());
            }
            case DATE_TIME -> {
                DateTimeText dateTime = (DateTimeText) value;
                described("dateTime", dateTime.value(), dateTime.description());
            }
            case DURATION -> {
                DurationText duration = (DurationText) value;
                described("duration", duration.value(), duration.description());
            }
            case COMPOSITE -> {
                CompositeType<?> composite = element.composite();
                if (composite != null) {
                    elements(composite, value);
                }
            }
        }
        if (element.kind() != ElementKind.TEXT) {
            // One that was found within a text stands at the record's end; a text holds no elements.
            extensions.writeAt(path);
        }
        xml.writeEndElement();
    }

    private void multilingual(MultilingualText value) throws XMLStreamException {
        int position = 0;
        for (LanguageText text : value.texts()) {
            path.push(position++);
            start("string");
            String language = text.language();
            if (language != null) {
                xml.writeAttribute("language", language);
            }
            text(text.text());
            xml.writeEndElement();
            path.pop();
        }
    }

    private void described(String name, @Nullable String value, @Nullable MultilingualText description)
            throws XMLStreamException {
        part(name, "value", value);
        if (description != null) {
            path.push("description");
            start("description");
            multilingual(description);
            extensions.writeAt(path);
            xml.writeEndElement();
            path.pop();
        }
    }

    private void part(String elementName, String pathName, @Nullable String value) throws XMLStreamException {
        if (value != null) {
            path.push(pathName);
            start(elementName);
            text(value);
            xml.writeEndElement();
            path.pop();
        }
    }

    private void start(String name) throws XMLStreamException {
        xml.writeStartElement("", name, LomNamespaces.LOM);
    }

    private void text(String text) throws XMLStreamException {
        if (!text.isEmpty()) {
            xml.writeCharacters(text);
        }
    }
}
