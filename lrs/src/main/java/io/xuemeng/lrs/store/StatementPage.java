package io.xuemeng.lrs.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the statements that a query found.
 *
 * @param statements in the order asked for; empty when there are none
 * @param next where the next page begins, to be given back as {@link StatementQuery#position()}; null when this is the last
 */
public record StatementPage(
        List<StoredStatement> statements, @Nullable Instant next) {

    /** Copies the list. */
    public StatementPage {
        statements = List.copyOf(statements);
    }
}
