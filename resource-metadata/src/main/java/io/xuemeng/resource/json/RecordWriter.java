package io.xuemeng.resource.json;

import io.xuemeng.core.json.JsonWriter;
import io.xuemeng.resource.element.CompositeType;
import io.xuemeng.resource.element.Element;
import io.xuemeng.resource.element.ElementPath;
import io.xuemeng.resource.element.MetadataElements;
import io.xuemeng.resource.metadata.DateTimeText;
import io.xuemeng.resource.metadata.DurationText;
import io.xuemeng.resource.metadata.Extension;
import io.xuemeng.resource.metadata.LanguageText;
import io.xuemeng.resource.metadata.MultilingualText;
import io.xuemeng.resource.metadata.ResourceMetadata;
import io.xuemeng.resource.metadata.VocabularyTerm;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes one record by walking the model. */
final class RecordWriter {

    private final JsonWriter out;
    private final ResourceMetadata metadata;
    private final ExtensionPlaces extensions;
    private final ElementPath path = new ElementPath();

    RecordWriter(JsonWriter out, ResourceMetadata metadata) {
        this.out = out;
        this.metadata = metadata;
        this.extensions = new ExtensionPlaces(metadata.extensions());
    }

    void write() {
        out.startObject();
        if (!extensions.has("", RootProperty.SCHEMA)) {
            out.member(RootProperty.SCHEMA, MetadataJsonSchema.ID);
        }
        members(MetadataElements.RESOURCE_METADATA, metadata);
        List<Extension> rest = extensions.rest();
        if (!rest.isEmpty()) {
            out.name(RootProperty.EXTENSIONS).startArray();
            for (Extension extension : rest) {
                out.startObject()
                        .member(ExtensionForm.PARENT, extension.parent())
                        .member(ExtensionForm.NAME, extension.name())
                        .member(ExtensionForm.MEDIA_TYPE, extension.mediaType())
                        .member(ExtensionForm.CONTENT, extension.content())
                        .endObject();
            }
            out.endArray();
        }
        out.endObject();
    }

    private void composite(CompositeType<?> type, Object record) {
        out.startObject();
        members(type, record);
        out.endObject();
    }

    private void members(CompositeType<?> type, Object record) {
        @Nullable Object[] parts = type.parts(record);
        List<Element> elements = type.elements();
        for (int i = 0; i < parts.length; i++) {
            Object part = parts[i];
            Element element = elements.get(i);
            if (part == null || (element.repeatable() && ((List<?>) part).isEmpty())) {
                continue;
            }
            out.name(element.name());
            path.push(element.name());
            if (element.repeatable()) {
                repeated(element, (List<?>) part);
            } else {
                value(element, part);
            }
            path.pop();
        }
        boolean root = type == MetadataElements.RESOURCE_METADATA;
        extensionsHere(name -> type.indexOf(name) < 0 && !(root && name.equals(RootProperty.EXTENSIONS)));
    }

    private void repeated(Element element, List<?> values) {
        out.startArray();
        for (int i = 0; i < values.size(); i++) {
            path.push(i);
            value(element, values.get(i));
            path.pop();
        }
        out.endArray();
    }

    private void value(Element element, Object value) {
        CompositeType<?> type = element.composite();
        if (type != null) {
            composite(type, value);
        } else if (value instanceof String text) {
            out.value(text);
        } else if (value instanceof MultilingualText texts) {
            multilingual(texts);
        } else if (value instanceof VocabularyTerm term) {
            object(ValueForm.TERM, term.source(), term.value(), null);
        } else if (value instanceof DateTimeText date) {
            object(ValueForm.TIME, null, date.value(), date.description());
        } else if (value instanceof DurationText duration) {
            object(ValueForm.TIME, null, duration.value(), duration.description());
        } else {
            throw new IllegalStateException("no JSON form for a " + value.getClass());
        }
    }

    private void multilingual(MultilingualText texts) {
        out.startArray();
        for (int i = 0; i < texts.texts().size(); i++) {
            LanguageText text = texts.texts().get(i);
            path.push(i);
            object(ValueForm.TEXT, text.language(), text.text(), null);
            path.pop();
        }
        out.endArray();
    }

    private void object(
            ValueForm form,
            @Nullable String qualifier,
            @Nullable String value,
            @Nullable MultilingualText description) {
        out.startObject();
        if (form.qualifier() != null) {
            out.member(form.qualifier(), qualifier);
        }
        out.member(form.value(), value);
        if (form.description() != null && description != null) {
            out.name(form.description());
            path.push(form.description());
            multilingual(description);
            path.pop();
        }
        extensionsHere(name -> !form.has(name));
        out.endObject();
    }

    /** Writes the extensions whose place is the object that is open. */
    private void extensionsHere(Predicate<String> isFree) {
        if (!extensions.isEmpty()) {
            extensions.take(path.toString(), path.depth(), isFree).forEach(out::member);
        }
    }
}
