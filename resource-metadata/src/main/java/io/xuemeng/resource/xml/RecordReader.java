package io.xuemeng.resource.xml;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.xml.UnreadableXmlException;
import io.xuemeng.core.xml.XmlReader;
import io.xuemeng.resource.element.CompositeType;
import io.xuemeng.resource.element.Element;
import io.xuemeng.resource.element.ElementPath;
import io.xuemeng.resource.element.LomElements;
import io.xuemeng.resource.element.MetadataElements;
import io.xuemeng.resource.element.Positions;
import io.xuemeng.resource.element.Slots;
import io.xuemeng.resource.metadata.ResourceMetadata;
import io.xuemeng.resource.metadata.Taxon;
import io.xuemeng.resource.requirement.MetadataRequirement;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.Location;
import org.jspecify.annotations.Nullable;

/**
 * Reads one record: walks the elements of the document along the elements of the model. When the document breaks off, what was
 * complete until then is the record. For one record.
 */
final class RecordReader {

    private final XmlReader xml;
    private final String namespace;
    private final Spelling spelling;
    private final ElementPath path = new ElementPath();
    private final Positions positions;
    private final FormReport report;
    private final ValueReader values;
    private boolean brokenOff;

    /** Taxons that stood within the taxon before them, and where that one stands in the path's list. */
    private final List<@Nullable Taxon> nestedTaxons = new ArrayList<>(0);

    private int outerTaxon;
    private int currentTaxon;

    RecordReader(XmlReader xml, String namespace, Spelling spelling) {
        this.xml = xml;
        this.namespace = namespace;
        this.spelling = spelling;
        this.positions = new Positions(xml.entry());
        this.report = new FormReport(xml, path, spelling);
        this.values = new ValueReader(this, report, spelling);
    }

    XmlReader xml() {
        return xml;
    }

    ElementPath path() {
        return path;
    }

    Positions positions() {
        return positions;
    }

    FormReport report() {
        return report;
    }

    /** Whether the record was read to its end. */
    boolean isComplete() {
        return !brokenOff;
    }

    /** The record whose root's start tag the reader stands on; it then stands on its end tag, unless the document broke off. */
    ResourceMetadata read() {
        noted();
        report.attributes();
        Slots slots = slots(MetadataElements.RESOURCE_METADATA, ElementNames.ROOT);
        slots.extensions(report.extensions());
        return MetadataElements.RESOURCE_METADATA.assemble(slots);
    }

    private Object composite(CompositeType<?> type, ElementNames names) {
        return type.assemble(slots(type, names));
    }

    private Slots slots(CompositeType<?> type, ElementNames names) {
        Slots slots = type.slots();
        Slots withoutLevel = null;
        StringBuilder stray = null;
        int depth = path.depth();
        try {
            while (!brokenOff) {
                int event = xml.next();
                if (event == XmlReader.START_ELEMENT) {
                    ElementNames.Target target = target(names);
                    if (target == null) {
                        continue;
                    }
                    switch (target.way()) {
                        case DIRECT -> element(target, slots);
                        case WITHOUT_LEVEL -> {
                            if (withoutLevel == null) {
                                withoutLevel = LomElements.OR_COMPOSITE.slots();
                            }
                            path.push(target.expected());
                            path.push(slots.count(0));
                            element(target, withoutLevel);
                            path.popTo(depth);
                        }
                        case NEXT_SIBLING -> nestedTaxon(names);
                    }
                } else if (event == XmlReader.END_ELEMENT) {
                    break;
                } else if (event == XmlReader.CHARACTERS && !xml.isWhiteSpace()) {
                    stray = (stray == null ? new StringBuilder() : stray).append(xml.getText());
                }
            }
        } catch (UnreadableXmlException e) {
            // The reader has reported why. What was complete is kept.
            brokenOff = true;
            path.popTo(depth);
        }
        if (withoutLevel != null) {
            slots.add(0, LomElements.OR_COMPOSITE.assemble(withoutLevel));
        }
        if (stray != null) {
            strayText(type, slots, stray.toString());
        }
        return slots;
    }

    private void element(ElementNames.Target target, Slots slots) throws UnreadableXmlException {
        Element element = target.element();
        int index = target.index();
        int depth = path.depth();
        if (element.repeatable()) {
            int position = slots.count(index);
            path.push(element.name());
            path.push(position);
            note();
            if (element.composite() == LomElements.TAXON) {
                outerTaxon = position;
                currentTaxon = position;
                slots.add(index, value(element, target.content()));
                addNestedTaxons(slots, index);
            } else {
                slots.add(index, value(element, target.content()));
            }
        } else if (slots.isSet(index)) {
            report.repeatedElement();
        } else {
            path.push(element.name());
            note();
            slots.set(index, value(element, target.content()));
        }
        path.popTo(depth);
    }

    private Object value(Element element, @Nullable ElementNames content) throws UnreadableXmlException {
        CompositeType<?> composite = element.composite();
        if (composite != null && content != null) {
            report.attributes();
            return composite(composite, content);
        }
        return switch (element.kind()) {
            case TEXT -> values.text();
            case MULTILINGUAL -> values.multilingual();
            case VOCABULARY -> values.vocabulary();
            case DATE_TIME -> values.dateTime();
            case DURATION -> values.duration();
            case COMPOSITE -> throw new IllegalStateException("a composite element names its composite");
        };
    }

    /** IMS's taxon holds the next one of its path. */
    private void nestedTaxon(ElementNames names) throws UnreadableXmlException {
        int reserved = nestedTaxons.size();
        int holder = currentTaxon;
        path.pop();
        path.push(outerTaxon + reserved + 1);
        note();
        nestedTaxons.add(null);
        currentTaxon = outerTaxon + reserved + 1;
        report.attributes();
        nestedTaxons.set(reserved, LomElements.TAXON.assemble(slots(LomElements.TAXON, names)));
        currentTaxon = holder;
        path.pop();
        path.push(holder);
    }

    private void addNestedTaxons(Slots slots, int index) {
        for (Taxon taxon : nestedTaxons) {
            if (taxon != null) {
                slots.add(index, taxon);
            }
        }
        nestedTaxons.clear();
    }

    private void strayText(CompositeType<?> type, Slots slots, String text) {
        if (type == LomElements.IDENTIFIER && !slots.isSet(0) && !slots.isSet(1)) {
            // IMS's general identifier was a text; it can only be the entry.
            if (spelling == Spelling.IEEE) {
                report.textAsValue("entry");
            }
            slots.set(1, text);
        } else {
            report.strayText(text, type.elements().get(0).name());
        }
    }

    /** Which element the start tag means; null when it means none, and was reported and kept. */
    private ElementNames.@Nullable Target target(ElementNames names) throws UnreadableXmlException {
        String name = xml.getLocalName();
        ElementNames.Target target = names.find(name, spelling);
        if (target != null && isExpected(target.element())) {
            return target;
        }
        return unexpected(names, name);
    }

    private boolean isExpected(Element element) {
        String uri = xml.getNamespaceURI();
        return element.origin() == Element.Origin.LOM
                ? isLom(uri == null ? "" : uri)
                : LomNamespaces.XUEMENG.equals(uri);
    }

    /** The namespace of the record's root. */
    String namespace() {
        return namespace;
    }

    /** Whether a namespace is the record's own, or one in which LOM records stand. */
    boolean isLom(String uri) {
        return uri.equals(namespace) || LomNamespaces.isLom(uri);
    }

    private ElementNames.@Nullable Target unexpected(ElementNames names, String name) throws UnreadableXmlException {
        String uri = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
        if (uri.equals(LomNamespaces.XUEMENG) && name.equals(XuemengNames.EXTENSION)) {
            report.wrappedExtension();
            return null;
        }
        if (!isLom(uri) && !LomNamespaces.isFamily(uri)) {
            report.foreignElement();
            return null;
        }
        ElementNames.Target target = names.findLoosely(name);
        if (target == null) {
            if (isLom(uri) || uri.equals(LomNamespaces.XUEMENG)) {
                report.misnamedElement(names.nearest(name, spelling));
            } else {
                report.foreignElement();
            }
            return null;
        }
        if (!isExpected(target.element())) {
            report.wrongNamespace(target.element().origin() == Element.Origin.LOM ? namespace : LomNamespaces.XUEMENG);
        } else {
            report.wrongName(spelling == Spelling.IMS ? target.expectedIms() : target.expected());
        }
        return target;
    }

    /**
     * Notes where the element at the path begins.
     *
     * @throws UnreadableXmlException when the record has no room for it
     */
    void note() throws UnreadableXmlException {
        int limit = xml.limits().recordElements();
        if (positions.size() >= limit) {
            throw xml.stop(Finding.of(MetadataRequirement.RECORD_SIZE)
                    .with("limit", limit)
                    .at(xml.location(path.toString())));
        }
        noted();
    }

    private void noted() {
        Location place = xml.getLocation();
        positions.note(path, place.getLineNumber(), place.getColumnNumber());
    }
}
