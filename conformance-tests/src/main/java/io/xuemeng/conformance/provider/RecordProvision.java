package io.xuemeng.conformance.provider;

import java.io.IOException;

/** A sender of learner records, as the kit talks to it. A platform in Java implements {@link #send}; others are plugged in as a command line. */
@FunctionalInterface
public interface RecordProvision {

    /**
     * Sends what happened to a store, and returns when it is there or cannot be sent.
     *
     * @throws IOException when the sender could not be asked; taken for no answer, like every other exception
     */
    Delivery send(RecordOrder order) throws IOException;
}
