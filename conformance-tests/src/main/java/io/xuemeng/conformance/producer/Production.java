package io.xuemeng.conformance.producer;

import org.jspecify.annotations.Nullable;

/**
 * What a producer says of an order. Immutable.
 *
 * @param produced whether it wrote the package; false when it refused the order
 * @param message why it refused, in its own words; null when it says nothing
 */
public record Production(boolean produced, @Nullable String message) {

    /** The package is written. */
    public static Production done() {
        return new Production(true, null);
    }

    /** The order is refused. */
    public static Production refused(@Nullable String why) {
        return new Production(false, why);
    }
}
