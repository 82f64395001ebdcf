package io.xuemeng.resource.profile;

import io.xuemeng.core.requirement.Finding;
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
                problems.add(entry, Finding.of(ProfileFileRequirement.CONDITION));
            }
            return null;
        }
        if (obligation != Obligation.CONDITIONAL) {
            problems.add(node, Finding.of(ProfileFileRequirement.CONDITION));
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
                problems.add(
                        node,
                        Finding.of(ProfileFileRequirement.LIMIT)
                                .with("field", "oneOf")
                                .with("path", path));
            }
            return new Condition.OneOf(path, values);
        }
        problems.add(node, Finding.of(ProfileFileRequirement.CONDITION_FORM));
        return null;
    }

    private static @Nullable Element exists(ProfileProblems problems, ProfileNode node, String path) {
        Element element = ElementPaths.find(path);
        if (element == null) {
            problems.add(
                    node, Finding.of(ProfileFileRequirement.UNKNOWN_ELEMENT).with("path", path));
        }
        return element;
    }
}
