package io.xuemeng.resource.profile;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.core.requirement.Severity;
import io.xuemeng.resource.requirement.MetadataRequirement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a profile file's {@code grades}: severities for requirements that other files or the code define. */
final class GradeReader {

    private static final Pattern FAMILY_ID = Pattern.compile("[A-Z]{2,8}-\\d{3}");

    private final ProfileProblems problems;
    private final @Nullable MetadataProfile base;

    GradeReader(ProfileProblems problems, @Nullable MetadataProfile base) {
        this.problems = problems;
        this.base = base;
    }

    Map<String, Severity> read(ProfileNode root) {
        Map<String, Severity> grades = new LinkedHashMap<>();
        ProfileNode node = root.get("grades");
        if (node == null) {
            return grades;
        }
        if (!node.isObject()) {
            problems.add(node, Finding.of(ProfileFileRequirement.OBJECT));
            return grades;
        }
        node.fields.forEach((id, value) -> {
            Severity severity = problems.constant(value, Severity.class);
            if (severity != null && isAllowed(id, severity, value)) {
                grades.put(id, severity);
            }
        });
        return grades;
    }

    private boolean isAllowed(String id, Severity severity, ProfileNode node) {
        Requirement requirement = find(id);
        if (requirement == null) {
            // Other families belong to packages that this one does not know; their form is all that can be checked.
            if (!FAMILY_ID.matcher(id).matches() || id.startsWith("META-")) {
                problems.add(
                        node, Finding.of(ProfileFileRequirement.UNKNOWN_GRADE).with("id", id));
                return false;
            }
            Severity present = base == null ? null : base.grades().get(id);
            if (present != null && present.isWorseThan(severity)) {
                problems.add(node, milder(severity, id, present));
            }
            return true;
        }
        Severity present = base == null ? requirement.severity() : base.grade(requirement);
        if (base != null && requirement.level() == Level.MUST && present.isWorseThan(severity)) {
            problems.add(node, milder(severity, id, present));
        }
        return true;
    }

    private static Finding.Builder milder(Severity severity, String id, Severity present) {
        return Finding.of(ProfileFileRequirement.MILDER_GRADE)
                .with("value", severity.name())
                .with("allowed", present.name())
                .with("id", id);
    }

    private @Nullable Requirement find(String id) {
        if (base != null && base.requirement(id).isPresent()) {
            return base.requirement(id).get();
        }
        for (MetadataRequirement requirement : MetadataRequirement.values()) {
            if (requirement.id().equals(id)) {
                return requirement;
            }
        }
        return null;
    }
}
