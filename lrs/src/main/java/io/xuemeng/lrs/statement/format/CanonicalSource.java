package io.xuemeng.lrs.statement.format;

import io.xuemeng.core.json.RawJson;
import java.util.Optional;

/** What a store knows of activities and verbs beside what single statements say. */
public interface CanonicalSource {

    /** The canonical definition of an activity, a JSON object; empty when the store has none. */
    Optional<RawJson> definition(String activityId);

    /** The canonical display of a verb, a language map; empty when the store has none. */
    Optional<RawJson> display(String verbId);
}
