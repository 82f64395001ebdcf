package io.xuemeng.lrs.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which statements are wanted. All conditions must hold, for the statement itself or for one that it refers to as its object,
 * directly or over others; times, order and {@code mine} are always those of the statement itself. Immutable.
 *
 * @param verb the verb's key; null for every verb
 * @param agent the key of an agent or group; null for everybody
 * @param relatedAgents whether the agent may also stand in other places than actor, object and their members
 * @param activity the activity's key; null for every object
 * @param relatedActivities whether the activity may also stand in the context or in a sub-statement
 * @param registration the registration; null for all
 * @param since only what was stored after this; null for no limit
 * @param until only what was stored then or before; null for no limit
 * @param mine only statements with this authority; null for all
 * @param ascending whether the oldest come first; otherwise the newest
 * @param limit how many at most, from 1
 * @param position where the last page ended, see {@link StatementPage#next()}; null for the first page
 */
public record StatementQuery(
        @Nullable UUID verb,
        @Nullable UUID agent,
        boolean relatedAgents,
        @Nullable UUID activity,
        boolean relatedActivities,
        @Nullable UUID registration,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable UUID mine,
        boolean ascending,
        int limit,
        @Nullable Instant position) {

    /** Checks the limit. */
    public StatementQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("the limit of a query is at least 1, not " + limit);
        }
    }

    /** All statements, newest first. */
    public static StatementQuery all(int limit) {
        return new StatementQuery(null, null, false, null, false, null, null, null, null, false, limit, null);
    }

    /** The same query from another place on. */
    public StatementQuery from(Instant newPosition) {
        return new StatementQuery(
                verb,
                agent,
                relatedAgents,
                activity,
                relatedActivities,
                registration,
                since,
                until,
                mine,
                ascending,
                limit,
                newPosition);
    }
}
