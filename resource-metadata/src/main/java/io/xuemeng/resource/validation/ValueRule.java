package io.xuemeng.resource.validation;

import io.xuemeng.resource.metadata.VocabularyTerm;
import io.xuemeng.resource.profile.ProfileRequirement;
import java.util.Set;

/** A value is one of some, or its vocabulary is; which of the two is empty does not count. */
record ValueRule(ProfileRequirement requirement, Set<String> sources, Set<String> values) {

    /** Checks a term, and says whether its source is one of those asked for. */
    boolean check(VocabularyTerm term, Reporter reporter) {
        String source = term.source();
        String value = term.value();
        if (value == null || value.isBlank()) {
            return true;
        }
        boolean fits = sources.isEmpty() || (source != null && sources.contains(source));
        if (!fits) {
            reporter.report(reporter.of(requirement).with("value", value).with("source", source == null ? "" : source));
        }
        check(value, reporter);
        return fits;
    }

    void check(String value, Reporter reporter) {
        if (!values.isEmpty() && !values.contains(value)) {
            reporter.report(reporter.of(requirement).with("value", value));
        }
    }
}
