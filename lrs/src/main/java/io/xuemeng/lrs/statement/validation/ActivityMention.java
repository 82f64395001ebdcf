package io.xuemeng.lrs.statement.validation;

import org.jspecify.annotations.Nullable;

/**
 * An activity that a statement names.
 *
 * @param id its IRI
 * @param role what it is to the statement or sub-statement
 * @param inSubStatement whether the sub-statement names it
 * @param definition where its definition stands in the bytes that were read; null when it has none
 */
public record ActivityMention(
        String id,
        ActivityRole role,
        boolean inSubStatement,
        @Nullable ByteRange definition) {

    /** Whether the filter {@code activity} finds the statement by it, without {@code related_activities}. */
    public boolean isObject() {
        return !inSubStatement && role == ActivityRole.OBJECT;
    }
}
