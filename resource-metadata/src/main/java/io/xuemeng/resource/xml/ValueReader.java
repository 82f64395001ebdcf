package io.xuemeng.resource.xml;

import io.xuemeng.core.xml.UnreadableXmlException;
import io.xuemeng.core.xml.XmlReader;
import io.xuemeng.resource.element.ElementPath;
import io.xuemeng.resource.metadata.DateTimeText;
import io.xuemeng.resource.metadata.DurationText;
import io.xuemeng.resource.metadata.LanguageText;
import io.xuemeng.resource.metadata.MultilingualText;
import io.xuemeng.resource.metadata.VocabularyTerm;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the elements that hold values: texts, texts in several languages, vocabulary terms, dates and durations. Each method is
 * called on the start tag and leaves the reader on the end tag. For one record.
 */
final class ValueReader {

    private final RecordReader record;
    private final XmlReader xml;
    private final ElementPath path;
    private final FormReport report;
    private final Spelling spelling;

    ValueReader(RecordReader record, FormReport report, Spelling spelling) {
        this.record = record;
        this.xml = record.xml();
        this.path = record.path();
        this.report = report;
        this.spelling = spelling;
    }

    /** A text; in IMS's spelling it may stand in a {@code langstring} or a {@code vcard}. */
    String text() throws UnreadableXmlException {
        report.attributes();
        return textContent();
    }

    private String textContent() throws UnreadableXmlException {
        String text = "";
        StringBuilder longer = null;
        String inner = null;
        while (true) {
            switch (xml.next()) {
                case XmlReader.CHARACTERS, XmlReader.CDATA, XmlReader.SPACE -> {
                    if (longer != null) {
                        longer.append(xml.getText());
                    } else if (text.isEmpty()) {
                        text = xml.getText();
                    } else {
                        longer = new StringBuilder(text).append(xml.getText());
                    }
                }
                case XmlReader.START_ELEMENT -> inner = childOfText(inner);
                case XmlReader.END_ELEMENT -> {
                    String own = longer == null ? text : longer.toString();
                    if (inner == null) {
                        return own;
                    }
                    if (!own.isBlank()) {
                        report.strayText(own, "string");
                    }
                    return inner;
                }
                default -> {
                    // Comments and processing instructions are no part of the text.
                }
            }
        }
    }

    private @Nullable String childOfText(@Nullable String known) throws UnreadableXmlException {
        String name = xml.getLocalName();
        boolean old = name.equals("langstring") || name.equals("vcard");
        if ((!old && !name.equals("string")) || !isLom()) {
            report.elementWithinText();
            return known;
        }
        if (known != null) {
            report.repeatedElement();
            return known;
        }
        if (spelling == Spelling.IEEE || !old) {
            report.nestedText();
        }
        // The language of a name or a code says nothing; neither spelling's model has a place for it.
        report.languageAmongAttributes();
        return innerText();
    }

    private String innerText() throws UnreadableXmlException {
        String text = "";
        while (true) {
            switch (xml.next()) {
                case XmlReader.CHARACTERS, XmlReader.CDATA, XmlReader.SPACE ->
                    text = text.isEmpty() ? xml.getText() : text + xml.getText();
                case XmlReader.START_ELEMENT -> report.elementWithinText();
                case XmlReader.END_ELEMENT -> {
                    return text;
                }
                default -> {
                    // Comments and processing instructions are no part of the text.
                }
            }
        }
    }

    /** Texts in several languages. */
    MultilingualText multilingual() throws UnreadableXmlException {
        report.attributes();
        List<LanguageText> texts = new ArrayList<>(1);
        String stray = null;
        while (true) {
            switch (xml.next()) {
                case XmlReader.START_ELEMENT -> {
                    if (isNamed("string", "langstring")) {
                        path.push(texts.size());
                        record.note();
                        String language = report.languageAmongAttributes();
                        texts.add(new LanguageText(language, innerText()));
                        path.pop();
                    }
                }
                case XmlReader.CHARACTERS, XmlReader.CDATA -> stray = gather(stray);
                case XmlReader.END_ELEMENT -> {
                    if (stray != null && texts.isEmpty()) {
                        report.textAsValue(spelling == Spelling.IMS ? "langstring" : "string");
                        texts.add(new LanguageText(null, stray));
                    } else if (stray != null) {
                        report.strayText(stray, spelling == Spelling.IMS ? "langstring" : "string");
                    }
                    return new MultilingualText(texts);
                }
                default -> {
                    // Comments and processing instructions say nothing.
                }
            }
        }
    }

    /** A term of a vocabulary. */
    VocabularyTerm vocabulary() throws UnreadableXmlException {
        report.attributes();
        String source = null;
        String value = null;
        String stray = null;
        while (true) {
            switch (xml.next()) {
                case XmlReader.START_ELEMENT -> {
                    if (isNamed("value", "value", "source", "source")) {
                        boolean isValue = xml.getLocalName().equalsIgnoreCase("value");
                        if (isValue ? value != null : source != null) {
                            report.repeatedElement();
                        } else if (isValue) {
                            value = part("value");
                        } else {
                            source = part("source");
                        }
                    }
                }
                case XmlReader.CHARACTERS, XmlReader.CDATA -> stray = gather(stray);
                case XmlReader.END_ELEMENT -> {
                    if (stray != null && value == null) {
                        report.textAsValue("value");
                        value = stray;
                    } else if (stray != null) {
                        report.strayText(stray, "value");
                    }
                    return new VocabularyTerm(source, value);
                }
                default -> {
                    // Comments and processing instructions say nothing.
                }
            }
        }
    }

    /** A date or point in time. */
    DateTimeText dateTime() throws UnreadableXmlException {
        Described described = described("dateTime");
        return new DateTimeText(described.value, described.description);
    }

    /** A length of time. */
    DurationText duration() throws UnreadableXmlException {
        Described described = described("duration");
        return new DurationText(described.value, described.description);
    }

    private static final class Described {
        private @Nullable String value;
        private @Nullable MultilingualText description;
    }

    private Described described(String valueName) throws UnreadableXmlException {
        report.attributes();
        Described read = new Described();
        String stray = null;
        while (true) {
            switch (xml.next()) {
                case XmlReader.START_ELEMENT -> {
                    if (isNamed(valueName, "datetime", "description", "description")) {
                        describedPart(read);
                    }
                }
                case XmlReader.CHARACTERS, XmlReader.CDATA -> stray = gather(stray);
                case XmlReader.END_ELEMENT -> {
                    if (stray != null && read.value == null) {
                        report.textAsValue(spelling == Spelling.IMS ? "datetime" : valueName);
                        read.value = stray;
                    } else if (stray != null) {
                        report.strayText(stray, valueName);
                    }
                    return read;
                }
                default -> {
                    // Comments and processing instructions say nothing.
                }
            }
        }
    }

    private void describedPart(Described read) throws UnreadableXmlException {
        boolean isDescription = xml.getLocalName().equalsIgnoreCase("description");
        if (isDescription ? read.description != null : read.value != null) {
            report.repeatedElement();
        } else if (isDescription) {
            path.push("description");
            record.note();
            read.description = multilingual();
            path.pop();
        } else {
            read.value = part("value");
        }
    }

    private String part(String name) throws UnreadableXmlException {
        path.push(name);
        record.note();
        String text = text();
        path.pop();
        return text;
    }

    private @Nullable String gather(@Nullable String stray) {
        if (xml.isWhiteSpace()) {
            return stray;
        }
        return stray == null ? xml.getText() : stray + xml.getText();
    }

    private boolean isNamed(String ieee, String ims) throws UnreadableXmlException {
        return isNamed(ieee, ims, ieee, ims);
    }

    /**
     * Whether the start tag is one of two elements, each by its name in both spellings; otherwise it was reported and kept, and
     * the reader stands on its end tag.
     */
    private boolean isNamed(String ieee1, String ims1, String ieee2, String ims2) throws UnreadableXmlException {
        String name = xml.getLocalName();
        boolean exact = (spelling != Spelling.IMS && (name.equals(ieee1) || name.equals(ieee2)))
                || (spelling != Spelling.IEEE && (name.equals(ims1) || name.equals(ims2)));
        if (exact && isLom()) {
            return true;
        }
        boolean first = name.equalsIgnoreCase(ieee1) || name.equalsIgnoreCase(ims1);
        boolean second = name.equalsIgnoreCase(ieee2) || name.equalsIgnoreCase(ims2);
        String uri = uri();
        if (uri.equals(LomNamespaces.XUEMENG) && name.equals(XuemengNames.EXTENSION)) {
            report.wrappedExtension();
            return false;
        }
        if (!first && !second && isLom()) {
            report.misnamedElement(
                    ieee1.equals(ieee2)
                            ? List.of(spelling == Spelling.IMS ? ims1 : ieee1)
                            : List.of(
                                    spelling == Spelling.IMS ? ims1 : ieee1, spelling == Spelling.IMS ? ims2 : ieee2));
            return false;
        }
        if ((!first && !second) || (!isLom() && !LomNamespaces.isFamily(uri))) {
            report.foreignElement();
            return false;
        }
        if (!isLom()) {
            report.wrongNamespace(record.namespace());
        } else if (spelling == Spelling.IMS) {
            report.wrongName(first ? ims1 : ims2);
        } else {
            report.wrongName(first ? ieee1 : ieee2);
        }
        return true;
    }

    private String uri() {
        String uri = xml.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    private boolean isLom() {
        return record.isLom(uri());
    }
}
