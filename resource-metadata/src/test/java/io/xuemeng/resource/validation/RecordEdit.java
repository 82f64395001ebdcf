package io.xuemeng.resource.validation;

import io.xuemeng.resource.element.CompositeType;
import io.xuemeng.resource.element.Element;
import io.xuemeng.resource.element.MetadataElements;
import io.xuemeng.resource.element.Slots;
import io.xuemeng.resource.metadata.ResourceMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Changes one element of a record, named by its path without positions; of lists on the way the last item is taken. */
final class RecordEdit {

    private RecordEdit() {}

    /**
     * The record with the element's values replaced. The operator gets the values there are, one or none for an element that
     * occurs once.
     */
    static ResourceMetadata values(ResourceMetadata record, String path, UnaryOperator<List<Object>> change) {
        return (ResourceMetadata) change(MetadataElements.RESOURCE_METADATA, record, path, change);
    }

    private static Object change(
            CompositeType<?> type, Object record, String path, UnaryOperator<List<Object>> operator) {
        int dot = path.indexOf('.');
        int index = type.indexOf(dot < 0 ? path : path.substring(0, dot));
        Object[] parts = type.parts(record);
        Slots slots = type.slots();
        for (int i = 0; i < parts.length; i++) {
            Element element = type.elements().get(i);
            List<Object> values = listOf(parts[i]);
            if (i == index && dot < 0) {
                values = operator.apply(values);
            } else if (i == index) {
                int last = values.size() - 1;
                values.set(last, change(element.composite(), values.get(last), path.substring(dot + 1), operator));
            }
            for (Object value : values) {
                if (element.repeatable()) {
                    slots.add(i, value);
                } else {
                    slots.set(i, value);
                }
            }
        }
        return type.assemble(slots);
    }

    private static List<Object> listOf(Object part) {
        List<Object> values = new ArrayList<>();
        if (part instanceof List<?> list) {
            values.addAll(list);
        } else if (part != null) {
            values.add(part);
        }
        return values;
    }
}
