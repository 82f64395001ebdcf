package io.xuemeng.resource.xml;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.xml.RawXml;
import io.xuemeng.core.xml.UnreadableXmlException;
import io.xuemeng.core.xml.XmlReader;
import io.xuemeng.resource.element.ElementPath;
import io.xuemeng.resource.metadata.Extension;
import io.xuemeng.resource.requirement.MetadataRequirement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a record's form is not as it must be: says so, and keeps what the model has no place for. For one record. */
final class FormReport {

    /** The attribute that the schema of the LOM needs for its own sake. */
    private static final String UNIQUE_ELEMENT_NAME = "uniqueElementName";

    /** What an extension costs beside its content, in characters. */
    private static final int OVERHEAD = 128;

    private final XmlReader xml;
    private final ElementPath path;
    private final Spelling spelling;
    private final List<Extension> extensions = new ArrayList<>(0);

    /** The characters that may still be kept; a declared namespace is copied into each element that uses it. */
    private long budget;

    FormReport(XmlReader xml, ElementPath path, Spelling spelling) {
        this.xml = xml;
        this.path = path;
        this.spelling = spelling;
        this.budget = xml.limits().documentBytes();
    }

    List<Extension> extensions() {
        return extensions;
    }

    /** An element that is none of the LOM's; the reader stands on its start tag, then on its end tag. */
    void foreignElement() throws UnreadableXmlException {
        report(Finding.of(MetadataRequirement.UNKNOWN_ELEMENT)
                .with("element", xml.getLocalName())
                .with("namespace", namespace()));
        keepElement();
    }

    /** An element in the LOM's namespace that the LOM does not have here. */
    void misnamedElement(List<String> allowed) throws UnreadableXmlException {
        report(Finding.of(MetadataRequirement.ELEMENT_NOT_IN_LOM)
                .with("element", xml.getLocalName())
                .with("parent", parent())
                .with("allowed", allowed));
        keepElement();
    }

    /** An element beyond the one that is allowed. */
    void repeatedElement() throws UnreadableXmlException {
        report(Finding.of(MetadataRequirement.ELEMENT_REPEATED)
                .with("element", xml.getLocalName())
                .with("parent", parent()));
        keepElement();
    }

    /** An element where only text belongs. */
    void elementWithinText() throws UnreadableXmlException {
        nestedText();
        keepElement();
    }

    /** An element where only text belongs that holds the text; it is read as that. */
    void nestedText() {
        report(Finding.of(MetadataRequirement.ELEMENT_WITHIN_TEXT)
                .with("element", xml.getLocalName())
                .with("parent", parent()));
    }

    /** An element whose name leads somewhere, but not in its namespace; it is read all the same. */
    void wrongNamespace(String expected) {
        report(Finding.of(MetadataRequirement.ELEMENT_NAMESPACE)
                .with("element", xml.getLocalName())
                .with("namespace", namespace())
                .with("expected", expected));
    }

    /** An element whose name is right but for its case, or right in the other spelling; it is read all the same. */
    void wrongName(String expected) {
        String found = xml.getLocalName();
        boolean caseOnly = found.equalsIgnoreCase(expected);
        report(Finding.of(caseOnly ? MetadataRequirement.ELEMENT_NAME_CASE : MetadataRequirement.MIXED_SPELLING)
                .with("element", found)
                .with("expected", expected));
    }

    /** Text where elements belong that was taken for a value, because it can only be that. */
    void textAsValue(String expected) {
        report(Finding.of(MetadataRequirement.TEXT_BETWEEN_ELEMENTS)
                .with("parent", parent())
                .with("expected", expected));
    }

    /** Text where elements belong that can only be kept. */
    void strayText(String text, String expected) {
        textAsValue(expected);
        keep(path.toString(), Extension.TEXT_NAME, Extension.TEXT, text);
    }

    /** Reports and keeps the attributes that are not allowed on any element. */
    void attributes() {
        for (int i = 0, count = xml.getAttributeCount(); i < count; i++) {
            attribute(i);
        }
    }

    /** The language among the attributes of a text; reports and keeps the others. */
    @Nullable
    String languageAmongAttributes() {
        String language = null;
        for (int i = 0, count = xml.getAttributeCount(); i < count; i++) {
            String name = xml.getAttributeLocalName(i);
            String namespace = xml.getAttributeNamespace(i);
            boolean plain = namespace == null || namespace.isEmpty();
            boolean own = plain && name.equals("language");
            boolean old = !own && (plain || isXml(namespace)) && name.equals("lang");
            if (own) {
                language = xml.getAttributeValue(i);
            } else if (old && language == null) {
                language = xml.getAttributeValue(i);
                if (spelling == Spelling.IEEE) {
                    report(Finding.of(MetadataRequirement.MIXED_SPELLING)
                            .with("element", plain ? name : "xml:lang")
                            .with("expected", "language"));
                }
            } else {
                attribute(i);
            }
        }
        return language;
    }

    private void attribute(int index) {
        String name = xml.getAttributeLocalName(index);
        String namespace = xml.getAttributeNamespace(index);
        String value = xml.getAttributeValue(index);
        boolean plain = namespace == null || namespace.isEmpty();
        if (plain ? isHarmless(name, value) : isXml(namespace)) {
            return;
        }
        if (value.isBlank()) {
            return;
        }
        String qualified = plain ? name : '{' + namespace + '}' + name;
        report(Finding.of(MetadataRequirement.UNKNOWN_ATTRIBUTE)
                .with("attribute", qualified)
                .with("parent", xml.getLocalName()));
        keep(path.toString(), '@' + qualified, Extension.TEXT, value);
    }

    /** What says nothing about the resource: the schema's own helper, and the two kinds of a location in IMS's spelling. */
    private static boolean isHarmless(String name, String value) {
        return name.equals(UNIQUE_ELEMENT_NAME)
                || (name.equals("type") && (value.equals("URI") || value.equals("TEXT")));
    }

    private static boolean isXml(@Nullable String namespace) {
        return "http://www.w3.org/XML/1998/namespace".equals(namespace)
                || "http://www.w3.org/2001/XMLSchema-instance".equals(namespace);
    }

    /**
     * What this library's writer put into an {@code extension} element of its own: an element, or the text of something that
     * was no XML.
     */
    void wrappedExtension() throws UnreadableXmlException {
        String parent = attributeOr(XuemengNames.PARENT, path.toString());
        String name = attributeOr(XuemengNames.NAME, "");
        String mediaType = attributeOr(XuemengNames.MEDIA_TYPE, Extension.TEXT);
        int depth = xml.depth();
        StringBuilder text = new StringBuilder();
        boolean element = false;
        while (true) {
            switch (xml.next()) {
                case XmlReader.START_ELEMENT -> {
                    element = true;
                    if (budget < 0) {
                        xml.skipElement();
                        continue;
                    }
                    RawXml raw = xml.captureElement();
                    keep(parent, qualifiedName(raw), Extension.XML, raw.text());
                }
                case XmlReader.END_ELEMENT -> {
                    if (xml.depth() == depth) {
                        if (!element || !text.toString().isBlank()) {
                            keep(parent, name, mediaType, text.toString());
                        }
                        return;
                    }
                }
                case XmlReader.CHARACTERS, XmlReader.CDATA, XmlReader.SPACE -> text.append(xml.getText());
                default -> {
                    // Comments and processing instructions are no content.
                }
            }
        }
    }

    private String attributeOr(String name, String otherwise) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? otherwise : value;
    }

    private void keepElement() throws UnreadableXmlException {
        if (budget < 0) {
            xml.skipElement();
            return;
        }
        String parent = path.toString();
        RawXml raw = xml.captureElement();
        keep(parent, qualifiedName(raw), Extension.XML, raw.text());
    }

    /** Keeps an extension while there is room, and says so once when there is none left. */
    private void keep(String parent, String name, String mediaType, String content) {
        if (budget < 0) {
            return;
        }
        budget -= OVERHEAD + content.length();
        if (budget < 0) {
            report(Finding.of(MetadataRequirement.EXTENSIONS_TOO_LARGE)
                    .with("limit", xml.limits().documentBytes()));
        } else {
            extensions.add(new Extension(parent, name, mediaType, content));
        }
    }

    static String qualifiedName(RawXml raw) {
        return raw.namespace().isEmpty() ? raw.localName() : '{' + raw.namespace() + '}' + raw.localName();
    }

    void report(Finding.Builder finding) {
        xml.findings().report(finding.at(xml.location(path.toString())).build());
    }

    private String namespace() {
        String namespace = xml.getNamespaceURI();
        return namespace == null ? "" : namespace;
    }

    private String parent() {
        String pointer = path.toString();
        return pointer.isEmpty() ? "lom" : pointer;
    }
}
