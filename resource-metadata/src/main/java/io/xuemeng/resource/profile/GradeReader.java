package io.xuemeng.resource.profile;

import io.xuemeng.core.json.JsonRequirement;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.core.requirement.Severity;
import io.xuemeng.core.xml.XmlRequirement;
import io.xuemeng.core.zip.PathRequirement;
import io.xuemeng.core.zip.ZipRequirement;
import io.xuemeng.resource.content.FileRequirement;
import io.xuemeng.resource.manifest.ManifestRequirement;
import io.xuemeng.resource.requirement.MetadataRequirement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a profile file's {@code grades}: severities for requirements that other files or the code define. */
final class GradeReader {

    private static final Pattern FAMILY_ID = Pattern.compile("[A-Z]{2,8}-\\d{3}");
    private static final Map<String, Requirement> CODED = coded();
    private static final Set<String> CODED_FAMILIES =
            CODED.keySet().stream().map(GradeReader::family).collect(Collectors.toUnmodifiableSet());

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
            // Families that come later, as those of signatures, are known by their form only.
            if (!FAMILY_ID.matcher(id).matches() || CODED_FAMILIES.contains(family(id))) {
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
        // What protects the receiver of an archive or a document is no profile's to give away, not even of one that
        // extends no other. How values of metadata are graded is what such a profile is there for.
        boolean bound = base != null || !(requirement instanceof MetadataRequirement);
        if (bound && requirement.level() == Level.MUST && present.isWorseThan(severity)) {
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
        return CODED.get(id);
    }

    private static String family(String id) {
        return id.substring(0, id.indexOf('-'));
    }

    private static Map<String, Requirement> coded() {
        Map<String, Requirement> coded = new HashMap<>();
        Stream.<Requirement[]>of(
                        MetadataRequirement.values(),
                        ManifestRequirement.values(),
                        FileRequirement.values(),
                        ZipRequirement.values(),
                        PathRequirement.values(),
                        XmlRequirement.values(),
                        JsonRequirement.values())
                .flatMap(Arrays::stream)
                .forEach(requirement -> coded.put(requirement.id(), requirement));
        return Map.copyOf(coded);
    }
}
