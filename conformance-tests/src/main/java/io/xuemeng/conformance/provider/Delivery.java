package io.xuemeng.conformance.provider;

import org.jspecify.annotations.Nullable;

/**
 * What a sender says of what it sent. Immutable.
 *
 * @param delivered whether the store took everything
 * @param message why not, in its own words; null when it says nothing
 */
public record Delivery(boolean delivered, @Nullable String message) {

    /** The store has everything. */
    public static Delivery done() {
        return new Delivery(true, null);
    }

    /** The store has not everything. */
    public static Delivery failed(@Nullable String why) {
        return new Delivery(false, why);
    }
}
