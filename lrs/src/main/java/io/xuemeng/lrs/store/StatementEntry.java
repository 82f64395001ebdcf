package io.xuemeng.lrs.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A valid statement on its way into a store: its JSON and what it is to be found by. Immutable, but for the bytes, which belong
 * to the store from then on.
 */
public final class StatementEntry {

    /** How many bytes the time has that the store writes into the JSON: {@code 2026-11-23T08:15:30.123456Z}. */
    public static final int TIME_LENGTH = 27;

    private final UUID id;
    private final boolean idGiven;
    private final byte[] json;
    private final List<Integer> timeOffsets;
    private final UUID verb;
    private final @Nullable UUID actor;
    private final @Nullable UUID activity;
    private final @Nullable UUID registration;
    private final @Nullable UUID authority;
    private final Set<UUID> agents;
    private final Set<UUID> related;
    private final @Nullable UUID target;
    private final boolean voiding;
    private final Set<String> attachments;
    private final List<ActivityDefinition> definitions;

    private StatementEntry(Builder builder, UUID verb) {
        this.id = builder.id;
        this.idGiven = builder.idGiven;
        this.json = builder.json;
        this.timeOffsets = List.copyOf(builder.timeOffsets);
        this.verb = verb;
        this.actor = builder.actor;
        this.activity = builder.activity;
        this.registration = builder.registration;
        this.authority = builder.authority;
        this.agents = Set.copyOf(builder.agents);
        this.related = Set.copyOf(builder.related);
        this.target = builder.target;
        this.voiding = builder.voiding;
        this.attachments = Set.copyOf(builder.attachments);
        this.definitions = List.copyOf(builder.definitions);
    }

    /**
     * Starts an entry.
     *
     * @param id the statement's id
     * @param idGiven whether the sender chose the id, so that the store may have it already; false when it was made just now
     * @param json the statement as it will be returned in the format {@code exact}; not copied
     */
    public static Builder of(UUID id, boolean idGiven, byte[] json) {
        return new Builder(id, idGiven, json);
    }

    /** The statement's id. */
    public UUID id() {
        return id;
    }

    /** Whether the sender chose the id. */
    public boolean idGiven() {
        return idGiven;
    }

    /** The statement's JSON; not a copy. */
    public byte[] json() {
        return json;
    }

    /** Where in the JSON the store writes the time of storing, {@link #TIME_LENGTH} bytes at each place. */
    public List<Integer> timeOffsets() {
        return timeOffsets;
    }

    /** The key of the verb. */
    public UUID verb() {
        return verb;
    }

    /** The key of the actor; null for an anonymous group. */
    public @Nullable UUID actor() {
        return actor;
    }

    /** The key of the object when it is an activity; null otherwise. */
    public @Nullable UUID activity() {
        return activity;
    }

    /** The registration of the context; null when there is none. */
    public @Nullable UUID registration() {
        return registration;
    }

    /** The key of the authority. */
    public @Nullable UUID authority() {
        return authority;
    }

    /** The keys of agents that the filter {@code agent} finds beside the actor: an object, members of groups. */
    public Set<UUID> agents() {
        return agents;
    }

    /** The keys of agents and activities that only {@code related_agents} and {@code related_activities} find. */
    public Set<UUID> related() {
        return related;
    }

    /** The id of the statement that the object refers to; null when the object is something else. */
    public @Nullable UUID target() {
        return target;
    }

    /** Whether it voids its target. */
    public boolean voiding() {
        return voiding;
    }

    /** The hashes, in lower case, of the attachments whose data came with the batch. */
    public Set<String> attachments() {
        return attachments;
    }

    /** Definitions of activities from which the store may learn. */
    public List<ActivityDefinition> definitions() {
        return definitions;
    }

    /** Builds an entry. Not thread-safe. */
    public static final class Builder {

        private final UUID id;
        private final boolean idGiven;
        private final byte[] json;
        private final List<Integer> timeOffsets = new ArrayList<>(2);
        private @Nullable UUID verb;
        private @Nullable UUID actor;
        private @Nullable UUID activity;
        private @Nullable UUID registration;
        private @Nullable UUID authority;
        private final Set<UUID> agents = new LinkedHashSet<>();
        private final Set<UUID> related = new LinkedHashSet<>();
        private @Nullable UUID target;
        private boolean voiding;
        private final Set<String> attachments = new LinkedHashSet<>();
        private final List<ActivityDefinition> definitions = new ArrayList<>();

        private Builder(UUID id, boolean idGiven, byte[] json) {
            this.id = id;
            this.idGiven = idGiven;
            this.json = json;
        }

        /** A place in the JSON for the time of storing. */
        public Builder timeAt(int offset) {
            timeOffsets.add(offset);
            return this;
        }

        /** See {@link StatementEntry#verb()}; required. */
        public Builder verb(UUID key) {
            verb = key;
            return this;
        }

        /** See {@link StatementEntry#actor()}. */
        public Builder actor(@Nullable UUID key) {
            actor = key;
            return this;
        }

        /** See {@link StatementEntry#activity()}. */
        public Builder activity(@Nullable UUID key) {
            activity = key;
            return this;
        }

        /** See {@link StatementEntry#registration()}. */
        public Builder registration(@Nullable UUID value) {
            registration = value;
            return this;
        }

        /** See {@link StatementEntry#authority()}. */
        public Builder authority(@Nullable UUID key) {
            authority = key;
            return this;
        }

        /** Adds to {@link StatementEntry#agents()}. */
        public Builder agent(UUID key) {
            agents.add(key);
            return this;
        }

        /** Adds to {@link StatementEntry#related()}. */
        public Builder related(UUID key) {
            related.add(key);
            return this;
        }

        /** See {@link StatementEntry#target()} and {@link StatementEntry#voiding()}. */
        public Builder target(UUID statementId, boolean voids) {
            target = statementId;
            voiding = voids;
            return this;
        }

        /** Adds to {@link StatementEntry#attachments()}. */
        public Builder attachment(String sha2) {
            attachments.add(sha2);
            return this;
        }

        /** Adds to {@link StatementEntry#definitions()}. */
        public Builder definition(ActivityDefinition definition) {
            definitions.add(definition);
            return this;
        }

        /**
         * The entry.
         *
         * @throws IllegalStateException without a verb
         */
        public StatementEntry build() {
            if (verb == null) {
                throw new IllegalStateException("an entry has a verb");
            }
            agents.remove(actor);
            related.removeAll(agents);
            related.remove(actor);
            related.remove(authority);
            related.remove(activity);
            return new StatementEntry(this, verb);
        }
    }
}
