package io.xuemeng.conformance.result;

import io.xuemeng.conformance.text.Bilingual;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one test found for one requirement. Immutable.
 *
 * @param test the test, as {@code Class.method}
 * @param verdict what it says
 * @param millis how long it took, in milliseconds
 * @param checks how many expectations it checked
 * @param reason why nothing can be told or why it is inapplicable; null for the other verdicts
 * @param exchanges those that were not as expected, at most ten
 */
public record TestResult(
        String test,
        Verdict verdict,
        long millis,
        int checks,
        @Nullable Bilingual reason,
        List<Exchange> exchanges) {

    /** Copies the list. */
    public TestResult {
        exchanges = List.copyOf(exchanges);
    }
}
