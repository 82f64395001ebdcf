package io.xuemeng.resource.xml.jaxb;

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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the objects that JAXB writes from a record. For one record. */
final class RecordBinder {

    private final ElementPath path = new ElementPath();
    private final Map<String, List<ExtensionBinding>> extensions = new LinkedHashMap<>();

    private RecordBinder(List<Extension> extensions) {
        for (Extension extension : extensions) {
            ExtensionBinding binding = new ExtensionBinding();
            binding.name = extension.name();
            binding.mediaType = extension.mediaType();
            binding.content = extension.content();
            this.extensions
                    .computeIfAbsent(extension.parent(), parent -> new ArrayList<>(2))
                    .add(binding);
        }
    }

    static ResourceMetadataBinding bind(ResourceMetadata metadata) {
        RecordBinder binder = new RecordBinder(metadata.extensions());
        ResourceMetadataBinding root =
                (ResourceMetadataBinding) binder.composite(MetadataElements.RESOURCE_METADATA, metadata);
        List<ExtensionBinding> rest = new ArrayList<>();
        if (root.extension != null) {
            rest.addAll(root.extension);
        }
        binder.extensions.forEach((parent, bindings) -> bindings.forEach(binding -> {
            binding.parent = parent;
            rest.add(binding);
        }));
        root.extension = rest.isEmpty() ? null : rest;
        return root;
    }

    private Object composite(CompositeType<?> type, Object record) {
        BoundComposite bound = BoundModel.of(type);
        Object binding = bound.create();
        @Nullable Object[] parts = type.parts(record);
        for (int i = 0; i < parts.length; i++) {
            Object part = parts[i];
            if (part != null) {
                Element element = type.elements().get(i);
                path.push(element.name());
                if (element.repeatable()) {
                    List<?> values = (List<?>) part;
                    List<Object> bindings = new ArrayList<>(values.size());
                    for (int j = 0; j < values.size(); j++) {
                        path.push(j);
                        bindings.add(value(element, values.get(j)));
                        path.pop();
                    }
                    bound.set(binding, i, bindings.isEmpty() ? null : bindings);
                } else {
                    bound.set(binding, i, value(element, part));
                }
                path.pop();
            }
        }
        bound.setExtensions(binding, extensionsHere());
        return binding;
    }

    private @Nullable List<ExtensionBinding> extensionsHere() {
        return extensions.isEmpty() ? null : extensions.remove(path.toString());
    }

    private Object value(Element element, Object value) {
        CompositeType<?> composite = element.composite();
        if (composite != null) {
            return composite(composite, value);
        }
        return switch (element.kind()) {
            case MULTILINGUAL -> multilingual((MultilingualText) value);
            case VOCABULARY -> {
                VocabularyTermBinding binding = new VocabularyTermBinding();
                binding.source = ((VocabularyTerm) value).source();
                binding.value = ((VocabularyTerm) value).value();
                binding.extension = extensionsHere();
                yield binding;
            }
            case DATE_TIME -> {
                DateTimeTextBinding binding = new DateTimeTextBinding();
                binding.dateTime = ((DateTimeText) value).value();
                binding.description = description(((DateTimeText) value).description());
                binding.extension = extensionsHere();
                yield binding;
            }
            case DURATION -> {
                DurationTextBinding binding = new DurationTextBinding();
                binding.duration = ((DurationText) value).value();
                binding.description = description(((DurationText) value).description());
                binding.extension = extensionsHere();
                yield binding;
            }
            case TEXT, COMPOSITE -> value;
        };
    }

    private @Nullable MultilingualTextBinding description(@Nullable MultilingualText value) {
        if (value == null) {
            return null;
        }
        path.push("description");
        MultilingualTextBinding binding = multilingual(value);
        path.pop();
        return binding;
    }

    private MultilingualTextBinding multilingual(MultilingualText value) {
        MultilingualTextBinding binding = new MultilingualTextBinding();
        if (!value.texts().isEmpty()) {
            List<LanguageTextBinding> texts = new ArrayList<>();
            for (LanguageText text : value.texts()) {
                LanguageTextBinding bound = new LanguageTextBinding();
                bound.language = text.language();
                bound.text = text.text();
                texts.add(bound);
            }
            binding.string = texts;
        }
        binding.extension = extensionsHere();
        return binding;
    }
}
