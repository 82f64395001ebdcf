package io.xuemeng.resource.json;

import io.xuemeng.core.json.JsonEvent;
import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.core.requirement.Argument;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.resource.element.CompositeType;
import io.xuemeng.resource.element.Element;
import io.xuemeng.resource.element.ElementKind;
import io.xuemeng.resource.element.ElementPath;
import io.xuemeng.resource.element.MetadataElements;
import io.xuemeng.resource.element.Positions;
import io.xuemeng.resource.element.Slots;
import io.xuemeng.resource.metadata.DateTimeText;
import io.xuemeng.resource.metadata.DurationText;
import io.xuemeng.resource.metadata.Extension;
import io.xuemeng.resource.metadata.LanguageText;
import io.xuemeng.resource.metadata.MultilingualText;
import io.xuemeng.resource.metadata.ResourceMetadata;
import io.xuemeng.resource.metadata.VocabularyTerm;
import io.xuemeng.resource.requirement.MetadataRequirement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One pass over one record. Each method that reads a value is called on its first token and stops on its last. */
final class RecordReader {

    private final JsonReader json;
    private final RecordCursor cursor;
    private final ElementPath path;
    private boolean complete;

    RecordReader(JsonReader json, byte[] document) {
        this.json = json;
        this.cursor = new RecordCursor(json, document);
        this.path = cursor.path();
    }

    /** Where the values stand. */
    Positions positions() {
        return cursor.positions();
    }

    /** Whether the record was read to its last brace. */
    boolean isComplete() {
        return complete;
    }

    /** The record; the reader stands on its first brace, and then at the end of the document. */
    ResourceMetadata record() {
        CompositeType<ResourceMetadata> type = MetadataElements.RESOURCE_METADATA;
        Slots slots = type.slots();
        try {
            cursor.note();
            members(type, slots);
            complete = true;
            json.next();
        } catch (UnreadableJsonException e) {
            // It has been reported; what was read before counts.
        }
        slots.extensions(cursor.extensions());
        return type.assemble(slots);
    }

    private Object composite(CompositeType<?> type) {
        Slots slots = type.slots();
        try {
            members(type, slots);
        } catch (UnreadableJsonException e) {
            // It has been reported, and is thrown again where the caller reads on; what was read before counts.
        }
        return type.assemble(slots);
    }

    private void members(CompositeType<?> type, Slots slots) throws UnreadableJsonException {
        long seen = 0;
        while (json.nextMember()) {
            String name = json.name();
            int index = type.indexOf(name);
            path.push(name);
            if (index < 0) {
                unknown(type, name);
            } else if ((seen & 1L << index) != 0) {
                // The reader has reported the name that comes twice; the second value is not lost.
                cursor.keep();
            } else {
                seen |= 1L << index;
                Element element = type.elements().get(index);
                json.next();
                cursor.note();
                if (element.repeatable()) {
                    repeated(element, slots, index);
                } else {
                    single(element, slots, index);
                }
            }
            path.pop();
        }
    }

    private void single(Element element, Slots slots, int index) throws UnreadableJsonException {
        Object value;
        if (json.event() == JsonEvent.START_ARRAY && element.kind() != ElementKind.MULTILINGUAL) {
            value = firstOf(element);
        } else {
            value = value(element);
        }
        if (value != null) {
            slots.set(index, value);
        }
    }

    /** The first value of an array that stands where one value belongs. */
    private @Nullable Object firstOf(Element element) throws UnreadableJsonException {
        Location place = cursor.place();
        Object first = null;
        int count = 0;
        while (json.nextElement()) {
            if (count == 0) {
                first = value(element);
            } else {
                path.push(count);
                cursor.keep();
                path.pop();
            }
            count++;
        }
        json.findings()
                .report(Finding.of(MetadataRequirement.JSON_NOT_SINGLE)
                        .with("name", element.name())
                        .with("count", count)
                        .at(place)
                        .build());
        return first;
    }

    private void repeated(Element element, Slots slots, int index) throws UnreadableJsonException {
        if (json.event() == JsonEvent.START_ARRAY) {
            while (json.nextElement()) {
                item(element, slots, index);
            }
        } else if (json.event() == JsonEvent.NULL) {
            cursor.reportNull(element.name());
        } else {
            cursor.report(MetadataRequirement.JSON_NOT_ARRAY, element.name());
            item(element, slots, index);
        }
    }

    private void item(Element element, Slots slots, int index) throws UnreadableJsonException {
        path.push(slots.count(index));
        cursor.note();
        Object value = value(element);
        path.pop();
        if (value != null) {
            slots.add(index, value);
        }
    }

    /** One value of an element; null when there is none, or none that could be read. */
    private @Nullable Object value(Element element) throws UnreadableJsonException {
        CompositeType<?> type = element.composite();
        if (type != null) {
            if (json.event() == JsonEvent.START_OBJECT) {
                return composite(type);
            }
            return cursor.unusable(element.name(), JsonEvent.START_OBJECT);
        }
        return switch (element.kind()) {
            case TEXT -> cursor.text(element.name());
            case MULTILINGUAL -> multilingual(element.name());
            case VOCABULARY -> vocabulary(element.name());
            case DATE_TIME -> {
                Parts parts = time(element.name());
                yield parts == null ? null : new DateTimeText(parts.value, parts.description);
            }
            case DURATION -> {
                Parts parts = time(element.name());
                yield parts == null ? null : new DurationText(parts.value, parts.description);
            }
            case COMPOSITE -> throw new IllegalStateException(element.name() + " is a composite without a type");
        };
    }

    private @Nullable MultilingualText multilingual(String name) throws UnreadableJsonException {
        if (json.event() == JsonEvent.START_ARRAY) {
            List<LanguageText> texts = new ArrayList<>(2);
            while (json.nextElement()) {
                path.push(texts.size());
                cursor.note();
                LanguageText text = languageText(name);
                path.pop();
                if (text != null) {
                    texts.add(text);
                }
            }
            return new MultilingualText(texts);
        }
        if (json.event() == JsonEvent.START_OBJECT) {
            cursor.report(MetadataRequirement.JSON_NOT_ARRAY, name);
        } else if (!cursor.isScalar()) {
            cursor.unusable(name, JsonEvent.START_ARRAY);
            return null;
        }
        path.push(0);
        LanguageText text = languageText(name);
        path.pop();
        return text == null ? null : new MultilingualText(List.of(text));
    }

    private @Nullable LanguageText languageText(String name) throws UnreadableJsonException {
        if (cursor.isScalar()) {
            cursor.reportBare(name, ValueForm.TEXT);
            return new LanguageText(null, cursor.scalar());
        }
        if (json.event() != JsonEvent.START_OBJECT) {
            cursor.unusable(name, JsonEvent.START_OBJECT);
            return null;
        }
        Parts parts = parts(ValueForm.TEXT);
        String text = parts.value;
        if (text == null) {
            // At the object's end, where the text is missed: its start would cost every text a place of its own.
            json.findings()
                    .report(Finding.of(MetadataRequirement.JSON_TEXT_MISSING)
                            .with("name", name)
                            .at(cursor.place())
                            .build());
        }
        return new LanguageText(parts.qualifier, text == null ? "" : text);
    }

    private @Nullable VocabularyTerm vocabulary(String name) throws UnreadableJsonException {
        if (cursor.isScalar()) {
            cursor.reportBare(name, ValueForm.TERM);
            return new VocabularyTerm(null, cursor.scalar());
        }
        if (json.event() != JsonEvent.START_OBJECT) {
            cursor.unusable(name, JsonEvent.START_OBJECT);
            return null;
        }
        Parts parts = parts(ValueForm.TERM);
        return new VocabularyTerm(parts.qualifier, parts.value);
    }

    private @Nullable Parts time(String name) throws UnreadableJsonException {
        if (cursor.isScalar()) {
            cursor.reportBare(name, ValueForm.TIME);
            Parts parts = new Parts();
            parts.value = cursor.scalar();
            return parts;
        }
        if (json.event() != JsonEvent.START_OBJECT) {
            cursor.unusable(name, JsonEvent.START_OBJECT);
            return null;
        }
        return parts(ValueForm.TIME);
    }

    /** What an object that holds a value says. */
    private static final class Parts {
        private @Nullable String qualifier;
        private @Nullable String value;
        private @Nullable MultilingualText description;
    }

    private Parts parts(ValueForm form) throws UnreadableJsonException {
        Parts parts = new Parts();
        while (json.nextMember()) {
            String name = json.name();
            path.push(name);
            if (name.equals(form.value()) && parts.value == null) {
                json.next();
                cursor.note();
                parts.value = cursor.text(name);
            } else if (name.equals(form.qualifier()) && parts.qualifier == null) {
                json.next();
                cursor.note();
                parts.qualifier = cursor.text(name);
            } else if (name.equals(form.description()) && parts.description == null) {
                json.next();
                cursor.note();
                parts.description = multilingual(name);
            } else if (form.has(name)) {
                cursor.keep();
            } else {
                cursor.unknown(name, form.names());
            }
            path.pop();
        }
        return parts;
    }

    private void unknown(CompositeType<?> type, String name) throws UnreadableJsonException {
        if (type == MetadataElements.RESOURCE_METADATA && RootProperty.isKnown(name)) {
            rootProperty(name);
        } else {
            cursor.unknown(name, type.elements().stream().map(Element::name).toList());
        }
    }

    private void rootProperty(String name) throws UnreadableJsonException {
        json.next();
        if (name.equals(RootProperty.EXTENSIONS) && json.event() == JsonEvent.START_ARRAY) {
            int position = 0;
            while (json.nextElement()) {
                path.push(position++);
                Location place = cursor.place();
                Argument.Term found = json.event().typeName();
                RawJson content = json.captureValue();
                Extension extension = ExtensionForm.read(content);
                if (extension == null) {
                    cursor.reportType(RootProperty.EXTENSIONS, found, JsonEvent.START_OBJECT, place);
                    cursor.keep(content);
                } else {
                    cursor.keep(extension);
                }
                path.pop();
            }
        } else if (json.event() == JsonEvent.NULL || json.event() != RootProperty.type(name)) {
            cursor.unusable(name, RootProperty.type(name));
        } else if (!name.equals(RootProperty.SCHEMA) || !json.text().equals(MetadataJsonSchema.ID)) {
            cursor.keep();
        }
    }
}
