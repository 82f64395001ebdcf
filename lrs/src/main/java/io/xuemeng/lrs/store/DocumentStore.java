package io.xuemeng.lrs.store;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a store. Changes are compare-and-set in the store itself, so they are safe between threads and processes.
 * Every method throws {@link StoreException} when the environment fails.
 */
public interface DocumentStore {

    /** A document; empty when there is none. Without a registration it is the one that has none. */
    Optional<Document> find(DocumentScope scope, String id);

    /**
     * The ids of a scope's documents. Without a registration, those of every registration (Communication 2.3, “Activity +
     * Agent [+ registration if specified]”).
     *
     * @param since only documents changed after this; null for all
     */
    DocumentList list(DocumentScope scope, @Nullable Instant since);

    /**
     * Puts a document in the place of another.
     *
     * @param expected the etag of the one it replaces; null to store it only when there is none
     * @return false, and nothing is changed, when what is stored is not what was expected
     */
    boolean replace(DocumentScope scope, String id, @Nullable String expected, Document document);

    /**
     * Deletes a document.
     *
     * @param expected its etag
     * @return false, and nothing is changed, when what is stored is not what was expected
     */
    boolean delete(DocumentScope scope, String id, String expected);

    /** Deletes the documents of a scope, as {@link #list} lists them. */
    void deleteAll(DocumentScope scope);
}
