package io.xuemeng.resource.validation;

import io.xuemeng.resource.element.CompositeType;
import io.xuemeng.resource.metadata.VocabularyTerm;
import io.xuemeng.resource.profile.ProfileRequirement;
import java.util.List;
import java.util.Set;

/** Among the occurrences of a composite, so many have one of some values in one part. */
record AmongRule(ProfileRequirement requirement, int part, Set<String> values, int min, int max) {

    void check(CompositeType<?> type, List<?> occurrences, Reporter reporter) {
        int count = 0;
        for (Object occurrence : occurrences) {
            if (type.parts(occurrence)[part] instanceof VocabularyTerm term
                    && term.value() != null
                    && values.contains(term.value())) {
                count++;
            }
        }
        if (count < min || count > max) {
            reporter.report(reporter.of(requirement).with("count", count));
        }
    }
}
