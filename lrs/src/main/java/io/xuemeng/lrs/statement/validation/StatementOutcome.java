package io.xuemeng.lrs.statement.validation;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.lrs.statement.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reading found of one statement.
 *
 * @param number its place among the statements of the document, from 0
 * @param range where it stands in the document
 * @param findings what is wrong with it, and what is worth knowing, in the order it was found; empty when there is nothing
 * @param statement the record; null when the statement is not valid, and when records were not asked for
 * @param index what a store needs; null when the statement is not valid, and when records were asked for
 */
public record StatementOutcome(
        int number,
        ByteRange range,
        List<Finding> findings,
        @Nullable Statement statement,
        @Nullable StatementIndex index) {

    /** Whether nothing was found that takes its validity: warnings are not such. */
    public boolean isValid() {
        return !StatementFindings.hasErrors(findings);
    }
}
