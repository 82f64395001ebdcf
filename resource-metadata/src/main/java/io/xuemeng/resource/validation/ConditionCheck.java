package io.xuemeng.resource.validation;

import io.xuemeng.resource.element.CompositeType;
import io.xuemeng.resource.element.Element;
import io.xuemeng.resource.element.MetadataElements;
import io.xuemeng.resource.metadata.ResourceMetadata;
import io.xuemeng.resource.metadata.VocabularyTerm;
import io.xuemeng.resource.profile.Condition;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks at a whole record for a condition. Only asked when an element is missing that a condition may demand. */
final class ConditionCheck {

    private ConditionCheck() {}

    static boolean holds(Condition condition, ResourceMetadata metadata) {
        if (condition instanceof Condition.Absent) {
            return !any(metadata, condition.path(), Presence::saysSomething);
        }
        if (condition instanceof Condition.OneOf oneOf) {
            return any(metadata, condition.path(), value -> oneOf.values().contains(text(value)));
        }
        return any(metadata, condition.path(), Presence::saysSomething);
    }

    private static @Nullable String text(Object value) {
        return value instanceof VocabularyTerm term ? term.value() : value instanceof String text ? text : null;
    }

    private static boolean any(ResourceMetadata metadata, String path, Predicate<Object> test) {
        return any(MetadataElements.RESOURCE_METADATA, metadata, path, test);
    }

    private static boolean any(CompositeType<?> type, Object record, String path, Predicate<Object> test) {
        int dot = path.indexOf('.');
        int index = type.indexOf(dot < 0 ? path : path.substring(0, dot));
        Element element = type.elements().get(index);
        Object value = type.parts(record)[index];
        if (value == null) {
            return false;
        }
        List<?> values = value instanceof List<?> list ? list : List.of(value);
        CompositeType<?> below = element.composite();
        for (Object each : values) {
            boolean found =
                    (dot < 0 || below == null) ? test.test(each) : any(below, each, path.substring(dot + 1), test);
            if (found) {
                return true;
            }
        }
        return false;
    }
}
