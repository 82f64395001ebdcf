package io.xuemeng.lrs.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * To whom and what documents belong.
 *
 * @param kind which of the three resources
 * @param activity the activity's key; null for agent profiles
 * @param agent the agent's key; null for activity profiles
 * @param registration the registration of a state; null when there is none
 */
public record DocumentScope(
        Kind kind,
        @Nullable UUID activity,
        @Nullable UUID agent,
        @Nullable UUID registration) {

    /** The resources that documents belong to. */
    public enum Kind {
        /** {@code activities/state}. */
        STATE,
        /** {@code agents/profile}. */
        AGENT_PROFILE,
        /** {@code activities/profile}. */
        ACTIVITY_PROFILE
    }

    /** Checks that it has what its kind needs. */
    public DocumentScope {
        if ((activity == null) != (kind == Kind.AGENT_PROFILE)
                || (agent == null) != (kind == Kind.ACTIVITY_PROFILE)
                || (registration != null && kind != Kind.STATE)) {
            throw new IllegalArgumentException(
                    "a state has an activity and an agent, and perhaps a registration; a profile has one of the first two");
        }
    }
}
