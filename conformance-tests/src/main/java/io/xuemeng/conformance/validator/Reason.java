package io.xuemeng.conformance.validator;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a validator has to say about a package. Immutable.
 *
 * @param reason the class; null when the validator names only a requirement
 * @param weight how grave it is
 * @param requirement the id of the requirement, for a validator that knows the ids of the written profile; null otherwise
 * @param message in the validator's own words; null when it says none
 */
public record Reason(
        @Nullable ReasonClass reason,
        Weight weight,
        @Nullable String requirement,
        @Nullable String message) {

    /** How grave a reason is. */
    public enum Weight {
        /** The package is refused for it. */
        ERROR,
        /** The package is accepted, and its maker is told. */
        WARNING,
        /** A remark. */
        INFO
    }

    /** Asks that it says of what it speaks. */
    public Reason {
        if (reason == null && requirement == null) {
            throw new IllegalArgumentException("a reason has a class or names a requirement");
        }
    }

    /** A reason of a class, without words. */
    public static Reason of(ReasonClass reason, Weight weight) {
        return new Reason(reason, weight, null, null);
    }
}
