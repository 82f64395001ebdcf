package io.xuemeng.lrs.statement.validation;

import io.xuemeng.lrs.statement.Verb;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a store needs of a valid statement to find it again, without a record of it: the statement itself is the bytes that were
 * read, in {@link #range()}. All ranges are of those bytes. Immutable and thread-safe.
 */
public final class StatementIndex {

    /** Where a store changes what it was given: see {@link StatementCompletion}. */
    record Places(
            @Nullable ByteRange stored,
            @Nullable ByteRange authority,
            @Nullable ByteRange timestamp,
            @Nullable ByteRange subTimestamp,
            List<ByteRange> singleActivities) {}

    private final ByteRange range;
    private final @Nullable UUID id;
    private final String verb;
    private final @Nullable ByteRange verbDisplay;
    private final ObjectKind objectKind;
    private final @Nullable UUID target;
    private final @Nullable UUID registration;
    private final @Nullable String timestamp;
    private final @Nullable String version;
    private final List<AgentMention> agents;
    private final List<ActivityMention> activities;
    private final List<AttachmentMention> attachments;
    private final Places places;

    StatementIndex(
            ByteRange range,
            @Nullable UUID id,
            String verb,
            @Nullable ByteRange verbDisplay,
            ObjectKind objectKind,
            @Nullable UUID target,
            @Nullable UUID registration,
            @Nullable String timestamp,
            @Nullable String version,
            List<AgentMention> agents,
            List<ActivityMention> activities,
            List<AttachmentMention> attachments,
            Places places) {
        this.range = range;
        this.id = id;
        this.verb = verb;
        this.verbDisplay = verbDisplay;
        this.objectKind = objectKind;
        this.target = target;
        this.registration = registration;
        this.timestamp = timestamp;
        this.version = version;
        this.agents = agents;
        this.activities = activities;
        this.attachments = attachments;
        this.places = places;
    }

    /** Where the statement stands, from its brace to its brace. */
    public ByteRange range() {
        return range;
    }

    /** The statement's id; empty when the store is to assign one. */
    public Optional<UUID> id() {
        return Optional.ofNullable(id);
    }

    /** The verb's IRI. */
    public String verb() {
        return verb;
    }

    /** Where the verb's display stands; empty when it has none. */
    public Optional<ByteRange> verbDisplay() {
        return Optional.ofNullable(verbDisplay);
    }

    /** What the object is. */
    public ObjectKind objectKind() {
        return objectKind;
    }

    /** The statement that the object refers to; empty when the object is no {@code StatementRef}. */
    public Optional<UUID> target() {
        return Optional.ofNullable(target);
    }

    /** The statement that this one voids; empty when it voids none (Data 2.3.2; IEEE 9274.1.1-2023, 4.2.5). */
    public Optional<UUID> voided() {
        return verb.equals(Verb.VOIDED_ID) ? target() : Optional.empty();
    }

    /** The registration of the context; empty when there is none. */
    public Optional<UUID> registration() {
        return Optional.ofNullable(registration);
    }

    /** The timestamp as written; empty when the store is to take the time it stores. */
    public Optional<String> timestamp() {
        return Optional.ofNullable(timestamp);
    }

    /** The version as written; empty when the store is to set it. */
    public Optional<String> version() {
        return Optional.ofNullable(version);
    }

    /**
     * All agents and identified groups that are named anywhere but in extensions, those of the sub-statement and the members of
     * groups included, in the order they stand. An authority that was sent is among them: a store that replaces it leaves it
     * out.
     */
    public List<AgentMention> agents() {
        return Collections.unmodifiableList(agents);
    }

    /** All activities that are named anywhere but in extensions, those of the sub-statement included, in the order they stand. */
    public List<ActivityMention> activities() {
        return Collections.unmodifiableList(activities);
    }

    /** All attachments that are described, those of the sub-statement included, in the order they stand. */
    public List<AttachmentMention> attachments() {
        return Collections.unmodifiableList(attachments);
    }

    Places places() {
        return places;
    }

    /** The id and the verb only: the rest is about somebody. */
    @Override
    public String toString() {
        return "StatementIndex[id=" + id + ", verb=" + verb + "]";
    }
}
