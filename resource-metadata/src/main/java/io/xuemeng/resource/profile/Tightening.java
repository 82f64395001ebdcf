package io.xuemeng.resource.profile;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds a profile against the MUSTs of the one it extends. Those stay in force whatever the extending file says, so a
 * milder entry would only mislead its readers; it is refused.
 */
final class Tightening {

    private final ProfileProblems problems;
    private final List<ProfileRequirement> inForce;

    Tightening(ProfileProblems problems, @Nullable MetadataProfile base) {
        this.problems = problems;
        this.inForce = base == null
                ? List.of()
                : base.requirements().stream()
                        .filter(requirement -> requirement.level() == Level.MUST)
                        .toList();
    }

    void check(ProfileNode node, String path, Obligation obligation) {
        for (ProfileRequirement requirement : inForce) {
            if (requirement.element().equals(path)
                    && requirement.constraint() instanceof Constraint.Required required) {
                boolean milder = obligation == Obligation.OPTIONAL
                        || (obligation == Obligation.CONDITIONAL && required.condition() == null);
                if (milder) {
                    report(node, requirement, "obligation");
                }
            }
        }
    }

    void check(ProfileNode node, String path, Constraint constraint) {
        for (ProfileRequirement requirement : inForce) {
            if (requirement.element().equals(path) && isMilder(constraint, requirement.constraint())) {
                report(node, requirement, constraint.key());
            }
        }
    }

    private void report(ProfileNode node, ProfileRequirement requirement, String field) {
        problems.add(
                node,
                Finding.of(ProfileFileRequirement.MILDER_ENTRY)
                        .with("field", field)
                        .with("id", requirement.id()));
    }

    private static boolean isMilder(Constraint ours, Constraint theirs) {
        if (ours instanceof Constraint.AtLeast our && theirs instanceof Constraint.AtLeast their) {
            return our.min() < their.min();
        }
        if (ours instanceof Constraint.AtMost our && theirs instanceof Constraint.AtMost their) {
            return our.max() > their.max();
        }
        if (ours instanceof Constraint.MaxLength our && theirs instanceof Constraint.MaxLength their) {
            return our.max() > their.max();
        }
        if (ours instanceof Constraint.FromVocabulary our && theirs instanceof Constraint.FromVocabulary their) {
            return !their.sources().containsAll(our.sources());
        }
        if (ours instanceof Constraint.OneOf our && theirs instanceof Constraint.OneOf their) {
            return !their.values().containsAll(our.values());
        }
        return ours instanceof Constraint.Among our
                && theirs instanceof Constraint.Among their
                && our.part().equals(their.part())
                && our.values().equals(their.values())
                && (our.min() < their.min() || our.max() > their.max());
    }
}
