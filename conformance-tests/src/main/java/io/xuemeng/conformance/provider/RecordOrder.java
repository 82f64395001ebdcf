package io.xuemeng.conformance.provider;

import java.net.URI;
import java.util.List;

/**
 * Records to send. Immutable.
 *
 * @param endpoint the address of the store, without a slash at its end
 * @param name who the sender is, for HTTP Basic
 * @param password its password, made for this run
 * @param version of xAPI to speak, {@code 1.0.3} or {@code 2.0.0}
 * @param records what happened; each is to become one statement
 */
public record RecordOrder(URI endpoint, String name, String password, String version, List<LearnerRecord> records) {

    /** Copies the list. */
    public RecordOrder {
        records = List.copyOf(records);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "RecordOrder[" + endpoint + ", " + version + ", " + records.size() + " records]";
    }
}
