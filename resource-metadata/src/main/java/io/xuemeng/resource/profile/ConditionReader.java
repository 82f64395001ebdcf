package io.xuemeng.resource.profile;

import io.xuemeng.resource.element.Element;
import io.xuemeng.resource.element.ElementKind;
import io.xuemeng.resource.element.ElementPaths;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the condition of a conditional element: one of {@code present}, {@code absent}, or {@code path} with values. */
final class ConditionReader {

    private ConditionReader() {}

    static @Nullable Condition read(ProfileProblems problems, ProfileNode entry, Obligation obligation) {
        ProfileNode node = entry.get("condition");
        if (node == null) {
            if (obligation == Obligation.CONDITIONAL) {
                problems.add(entry, "\"obligation\" is C, so a \"condition\" is needed");
            }
            return null;
        }
        if (obligation != Obligation.CONDITIONAL) {
            problems.add(node, "a \"condition\" needs \"obligation\": \"C\"");
        }
        if (!problems.object(node, "present", "absent", "path", "oneOf")) {
            return null;
        }
        String present = problems.text(node, "present");
        String absent = problems.text(node, "absent");
        String path = problems.text(node, "path");
        List<String> values = problems.texts(node, "oneOf");
        if (node.fields.size() == 1 && present != null) {
            return exists(problems, node, present) == null ? null : new Condition.Present(present);
        }
        if (node.fields.size() == 1 && absent != null) {
            return exists(problems, node, absent) == null ? null : new Condition.Absent(absent);
        }
        if (node.fields.size() == 2 && path != null && !values.isEmpty()) {
            Element element = exists(problems, node, path);
            if (element != null && element.kind() != ElementKind.TEXT && element.kind() != ElementKind.VOCABULARY) {
                problems.add(node, "\"oneOf\" needs a text or a value of a vocabulary");
            }
            return new Condition.OneOf(path, values);
        }
        problems.add(
                node,
                "a condition is {\"present\": path}, {\"absent\": path} or {\"path\": path, \"oneOf\": [values]}");
        return null;
    }

    private static @Nullable Element exists(ProfileProblems problems, ProfileNode node, String path) {
        Element element = ElementPaths.find(path);
        if (element == null) {
            problems.add(node, "there is no element \"" + path + "\" in the metadata model");
        }
        return element;
    }
}
