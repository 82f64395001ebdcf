package io.xuemeng.resource.xml.jaxb;

import io.xuemeng.resource.element.CompositeType;
import io.xuemeng.resource.element.Element;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A composite of the model and the class that JAXB binds it to, whose fields have the names of its elements. Immutable. */
final class BoundComposite {

    private static final String EXTENSION = "extension";

    private final CompositeType<?> type;
    private final Constructor<?> constructor;
    private final Field[] fields;
    private final Field extension;

    BoundComposite(CompositeType<?> type, Class<?> binding) {
        this.type = type;
        try {
            this.constructor = binding.getDeclaredConstructor();
            List<Element> elements = type.elements();
            this.fields = new Field[elements.size()];
            for (int i = 0; i < fields.length; i++) {
                fields[i] = binding.getDeclaredField(elements.get(i).name());
            }
            this.extension = binding.getDeclaredField(EXTENSION);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(binding + " does not bind " + type.name() + " as the model has it", e);
        }
    }

    CompositeType<?> type() {
        return type;
    }

    Object create() {
        try {
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw unreachable(e);
        }
    }

    @Nullable
    Object get(Object binding, int index) {
        return get(binding, fields[index]);
    }

    void set(Object binding, int index, @Nullable Object value) {
        set(binding, fields[index], value);
    }

    @SuppressWarnings("unchecked")
    @Nullable
    List<ExtensionBinding> extensions(Object binding) {
        return (List<ExtensionBinding>) get(binding, extension);
    }

    void setExtensions(Object binding, @Nullable List<ExtensionBinding> value) {
        set(binding, extension, value);
    }

    private static @Nullable Object get(Object binding, Field field) {
        try {
            return field.get(binding);
        } catch (IllegalAccessException e) {
            throw unreachable(e);
        }
    }

    private static void set(Object binding, Field field, @Nullable Object value) {
        try {
            field.set(binding, value);
        } catch (IllegalAccessException e) {
            throw unreachable(e);
        }
    }

    private static IllegalStateException unreachable(ReflectiveOperationException e) {
        return new IllegalStateException("the classes of this package are open to each other", e);
    }
}
