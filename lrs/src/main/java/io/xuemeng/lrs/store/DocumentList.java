package io.xuemeng.lrs.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a scope.
 *
 * @param ids their ids, in ascending order; an id comes once, also when it exists under several registrations
 * @param updated when the last of them was changed; null when there are none
 */
public record DocumentList(List<String> ids, @Nullable Instant updated) {

    /** Copies the list. */
    public DocumentList {
        ids = List.copyOf(ids);
    }
}
