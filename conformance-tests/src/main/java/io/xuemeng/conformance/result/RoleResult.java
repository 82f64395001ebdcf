package io.xuemeng.conformance.result;

import io.xuemeng.conformance.text.Bilingual;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a run says of a platform in one role. Immutable.
 *
 * @param role the role, for example {@code package-validator}
 * @param features the features that were declared
 * @param conclusion what is concluded
 * @param reason why there is no verdict; null when there is one
 * @param requirements every testable requirement of the role, by id
 * @param untested the others, by id
 * @param contradictions features that were not declared and showed nevertheless
 */
public record RoleResult(
        String role,
        Set<String> features,
        Conclusion conclusion,
        @Nullable Bilingual reason,
        List<RequirementResult> requirements,
        List<Untested> untested,
        List<Contradiction> contradictions) {

    /** Copies the lists. */
    public RoleResult {
        features = Collections.unmodifiableSet(new TreeSet<>(features));
        requirements = List.copyOf(requirements);
        untested = List.copyOf(untested);
        contradictions = List.copyOf(contradictions);
    }

    /** How many requirements have a verdict. */
    public long count(Verdict verdict) {
        return requirements.stream()
                .filter(requirement -> requirement.verdict() == verdict)
                .count();
    }
}
