package io.xuemeng.lrs.statement.validation;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import java.util.List;

/**
 * What reading found of a document that holds a statement or a batch of statements.
 *
 * @param isBatch whether the document is an array
 * @param outcomes one for each statement that was come to, valid or not, in their order
 * @param findings what was found outside all statements: that the document cannot be read on, say
 */
public record StatementReading(boolean isBatch, List<StatementOutcome> outcomes, List<Finding> findings) {

    /**
     * Whether the whole document is as it must be. Both standards refuse a batch when one statement of it is refused.
     */
    public boolean isValid() {
        if (StatementFindings.hasErrors(findings)) {
            return false;
        }
        for (StatementOutcome outcome : outcomes) {
            if (!outcome.isValid()) {
                return false;
            }
        }
        return true;
    }

    /** Reports everything that was found, of the document first and then statement by statement. */
    public void reportTo(FindingSink sink) {
        findings.forEach(sink::report);
        outcomes.forEach(outcome -> outcome.findings().forEach(sink::report));
    }
}
