package io.xuemeng.lrs.store;

/**
 * Where an LRS keeps its records. What a method has returned is stored as durably as the implementation says; what it has not
 * returned may or may not be stored, and can be sent again. Implementations are thread-safe.
 */
public interface RecordStore extends AutoCloseable {

    /** Statements, their attachments, and what is known of activities. */
    StatementStore statements();

    /** State documents and profiles. */
    DocumentStore documents();

    /** Deletion, with its audit. */
    DeletionStore deletion();

    /** Lets go of what the store opened itself, which is not what it was given, such as a data source. */
    @Override
    void close();
}
