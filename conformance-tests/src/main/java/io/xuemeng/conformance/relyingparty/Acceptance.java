package io.xuemeng.conformance.relyingparty;

import org.jspecify.annotations.Nullable;

/**
 * What a relying party says of a token. Immutable.
 *
 * @param accepted whether it takes it
 * @param subject whom it is about, as the relying party understood it; null when it does not say
 * @param reason why it does not take it, in its own words; null when it says nothing
 */
public record Acceptance(
        boolean accepted,
        @Nullable String subject,
        @Nullable String reason) {

    /** It is taken. */
    public static Acceptance of(@Nullable String subject) {
        return new Acceptance(true, subject, null);
    }

    /** It is not. */
    public static Acceptance refused(@Nullable String reason) {
        return new Acceptance(false, null, reason);
    }
}
