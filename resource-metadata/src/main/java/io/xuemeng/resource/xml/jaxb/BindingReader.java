package io.xuemeng.resource.xml.jaxb;

import io.xuemeng.resource.element.CompositeType;
import io.xuemeng.resource.element.Element;
import io.xuemeng.resource.element.ElementPath;
import io.xuemeng.resource.element.MetadataElements;
import io.xuemeng.resource.element.Slots;
import io.xuemeng.resource.metadata.DateTimeText;
import io.xuemeng.resource.metadata.DurationText;
import io.xuemeng.resource.metadata.Extension;
import io.xuemeng.resource.metadata.LanguageText;
import io.xuemeng.resource.metadata.MultilingualText;
import io.xuemeng.resource.metadata.ResourceMetadata;
import io.xuemeng.resource.metadata.VocabularyTerm;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a record from the objects that JAXB read. For one record. */
final class BindingReader {

    private final ElementPath path = new ElementPath();
    private final List<Extension> extensions = new ArrayList<>(0);

    private BindingReader() {}

    static ResourceMetadata read(ResourceMetadataBinding root) {
        BindingReader reader = new BindingReader();
        Slots slots = reader.slots(BoundModel.of(MetadataElements.RESOURCE_METADATA), root);
        slots.extensions(reader.extensions);
        return MetadataElements.RESOURCE_METADATA.assemble(slots);
    }

    private Slots slots(BoundComposite bound, Object binding) {
        CompositeType<?> type = bound.type();
        Slots slots = type.slots();
        for (int i = 0; i < type.elements().size(); i++) {
            Element element = type.elements().get(i);
            Object part = bound.get(binding, i);
            if (part == null) {
                continue;
            }
            path.push(element.name());
            if (element.repeatable()) {
                for (Object value : (List<?>) part) {
                    // JAXB makes a null of xsi:nil, which says as much as an element that is not there.
                    if (value != null) {
                        path.push(slots.count(i));
                        slots.add(i, value(element, value));
                        path.pop();
                    }
                }
            } else {
                slots.set(i, value(element, part));
            }
            path.pop();
        }
        keep(bound.extensions(binding));
        return slots;
    }

    private Object value(Element element, Object binding) {
        CompositeType<?> composite = element.composite();
        if (composite != null) {
            return composite.assemble(slots(BoundModel.of(composite), binding));
        }
        return switch (element.kind()) {
            case MULTILINGUAL -> multilingual((MultilingualTextBinding) binding);
            case VOCABULARY -> {
                VocabularyTermBinding term = (VocabularyTermBinding) binding;
                keep(term.extension);
                yield new VocabularyTerm(term.source, term.value);
            }
            case DATE_TIME -> {
                DateTimeTextBinding dateTime = (DateTimeTextBinding) binding;
                MultilingualText description = description(dateTime.description);
                keep(dateTime.extension);
                yield new DateTimeText(dateTime.dateTime, description);
            }
            case DURATION -> {
                DurationTextBinding duration = (DurationTextBinding) binding;
                MultilingualText description = description(duration.description);
                keep(duration.extension);
                yield new DurationText(duration.duration, description);
            }
            case TEXT, COMPOSITE -> binding;
        };
    }

    private @Nullable MultilingualText description(@Nullable MultilingualTextBinding binding) {
        if (binding == null) {
            return null;
        }
        path.push("description");
        MultilingualText text = multilingual(binding);
        path.pop();
        return text;
    }

    private MultilingualText multilingual(MultilingualTextBinding binding) {
        List<LanguageText> texts = new ArrayList<>();
        if (binding.string != null) {
            for (LanguageTextBinding text : binding.string) {
                if (text != null) {
                    texts.add(new LanguageText(text.language, emptyIfNull(text.text)));
                }
            }
        }
        keep(binding.extension);
        return new MultilingualText(texts);
    }

    private void keep(@Nullable List<ExtensionBinding> bindings) {
        if (bindings == null) {
            return;
        }
        String here = path.toString();
        for (ExtensionBinding binding : bindings) {
            if (binding != null) {
                extensions.add(new Extension(
                        binding.parent == null ? here : binding.parent,
                        emptyIfNull(binding.name),
                        binding.mediaType == null ? Extension.TEXT : binding.mediaType,
                        emptyIfNull(binding.content)));
            }
        }
    }

    private static String emptyIfNull(@Nullable String text) {
        return text == null ? "" : text;
    }
}
