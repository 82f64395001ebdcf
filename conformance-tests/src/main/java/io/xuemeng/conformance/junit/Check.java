package io.xuemeng.conformance.junit;

import io.xuemeng.conformance.result.Exchange;
import io.xuemeng.conformance.result.Verdict;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.core.requirement.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a test says what it expects. Expectations that are not met are collected, so that a test goes on and shows all of
 * them; a test that checks nothing is an error of the kit. For one test; not thread-safe.
 */
public final class Check {

    /** How many unmet expectations a result shows. */
    public static final int MAX_EXCHANGES = 10;

    private final List<Exchange> exchanges = new ArrayList<>();
    private int checks;
    private int failures;
    private int warnings;
    private @Nullable Bilingual cannotTell;

    /** Made by the kit for each test. */
    public Check() {}

    /**
     * States an expectation that must be met.
     *
     * @param met whether it is
     * @param shown what is shown when it is not
     */
    public void must(boolean met, Supplier<Exchange> shown) {
        checks++;
        if (!met) {
            failures++;
            show(shown);
        }
    }

    /**
     * States an expectation that should be met.
     *
     * @param met whether it is
     * @param shown what is shown when it is not
     */
    public void should(boolean met, Supplier<Exchange> shown) {
        checks++;
        if (!met) {
            warnings++;
            show(shown);
        }
    }

    /**
     * States an expectation that is as strong as a requirement: one that must be met when it is a MUST, and else one that should be.
     *
     * @param met whether it is
     * @param shown what is shown when it is not
     */
    public void expect(Level level, boolean met, Supplier<Exchange> shown) {
        if (level == Level.MUST) {
            must(met, shown);
        } else {
            should(met, shown);
        }
    }

    /** States that one of the test's questions got no answer; the others are asked nevertheless. */
    public void noAnswer(NoAnswerException e) {
        checks++;
        if (cannotTell == null) {
            cannotTell = e.reason();
        }
    }

    private void show(Supplier<Exchange> shown) {
        if (exchanges.size() < MAX_EXCHANGES) {
            exchanges.add(shown.get());
        }
    }

    /** What the expectations come to; a test that fails on one question failed, whatever the others would have given. */
    Verdict verdict() {
        if (failures > 0) {
            return Verdict.FAILED;
        }
        if (cannotTell != null) {
            return Verdict.CANNOT_TELL;
        }
        return warnings > 0 ? Verdict.WARNED : Verdict.PASSED;
    }

    int checks() {
        return checks;
    }

    List<Exchange> exchanges() {
        return exchanges;
    }

    @Nullable
    Bilingual cannotTell() {
        return cannotTell;
    }
}
