package io.xuemeng.lrs.store;

import java.util.List;
import java.util.UUID;

/** What became of a batch of statements. */
public sealed interface AppendResult {

    /**
     * All of it is stored. Statements that the store had already were left as they are.
     *
     * @param added how many are new
     */
    record Stored(int added) implements AppendResult {}

    /**
     * Nothing of it is stored, because the store has other statements with the same ids.
     *
     * @param ids these ids, in the order of the batch
     */
    record Conflict(List<UUID> ids) implements AppendResult {
        /** Copies the list. */
        public Conflict {
            ids = List.copyOf(ids);
        }
    }
}
