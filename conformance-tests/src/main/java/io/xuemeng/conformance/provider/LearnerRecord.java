package io.xuemeng.conformance.provider;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a learner did, in words that do not presuppose how a sender builds statements. Immutable.
 *
 * @param homePage of the account by which the learner is known
 * @param account the name of that account
 * @param verb what was done, as the id of an xAPI verb
 * @param activity the id of what it was done with
 * @param title of the activity, by language tag; may be empty
 * @param time when
 * @param scaled the score, from -1 to 1; null for none
 * @param duration how long it took, in whole seconds; null when that is not known
 */
public record LearnerRecord(
        String homePage,
        String account,
        String verb,
        String activity,
        Map<String, String> title,
        Instant time,
        @Nullable BigDecimal scaled,
        @Nullable Duration duration) {

    /** Copies the map. */
    public LearnerRecord {
        title = Map.copyOf(title);
    }
}
