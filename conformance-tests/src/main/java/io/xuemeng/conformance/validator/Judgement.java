package io.xuemeng.conformance.validator;

import java.util.List;

/**
 * What a validator says of a package. Immutable.
 *
 * @param accepted whether it would take the package in
 * @param reasons all it has to say; may be empty for a package that is accepted
 */
public record Judgement(boolean accepted, List<Reason> reasons) {

    /** Copies the list. */
    public Judgement {
        reasons = List.copyOf(reasons);
    }
}
