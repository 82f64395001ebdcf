package io.xuemeng.conformance.result;

import io.xuemeng.conformance.text.Bilingual;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What all tests of one requirement found in one role. Immutable.
 *
 * @param id the requirement
 * @param level MUST, SHOULD or MAY
 * @param source document and clause
 * @param text what is wrong when it is broken
 * @param features the features it is about, all of which must be declared for it to apply; empty when it always applies
 * @param verdict the worst of its tests
 * @param expectedFailure whether the file of expected failures names it
 * @param tests what each of its tests found
 */
public record RequirementResult(
        String id,
        String level,
        String source,
        Bilingual text,
        Set<String> features,
        Verdict verdict,
        boolean expectedFailure,
        List<TestResult> tests) {

    /** Copies the lists. */
    public RequirementResult {
        features = Collections.unmodifiableSet(new TreeSet<>(features));
        tests = List.copyOf(tests);
    }
}
