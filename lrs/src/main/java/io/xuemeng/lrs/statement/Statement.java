package io.xuemeng.lrs.statement;

import io.xuemeng.lrs.statement.form.Uuids;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did what to what: the unit of learner records (语句). Texts are held as found, right or wrong; validation judges them.
 * Immutable.
 *
 * <p>Who builds statements sets their id, so that sending one again is no second record.
 *
 * @param id the UUID as found; null when the store is to assign one
 * @param actor who
 * @param verb did what
 * @param object to what
 * @param result with what outcome; null when absent
 * @param context in what; null when absent
 * @param timestamp when it happened; null when the store is to take the time it stores
 * @param stored when it was stored; the store sets it, and replaces what it is given; null when absent
 * @param authority who asserts that it is true; the store sets it; null when absent
 * @param version the version of xAPI it is written in; null when absent, and best so for who sends it
 * @param attachments descriptions of files that belong to it; null when the property is absent
 * @see <a href="https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md#24-statement-properties">Data 2.4; IEEE
 *     9274.1.1-2023, 4.2.2</a>
 */
@Conforming
@Conforming(version = XapiVersion.V1_0, groups = Xapi10.class)
public record Statement(
        @Nullable String id,
        @Valid Actor actor,
        @Valid Verb verb,
        @Valid StatementObject object,
        @Valid @Nullable Result result,
        @Valid @Nullable Context context,
        @Nullable Timestamp timestamp,
        @Nullable Timestamp stored,
        @Valid @Nullable Actor authority,
        @Nullable String version,
        @Nullable List<@Valid Attachment> attachments) {

    /** Copies the list, and checks that there is an actor, a verb and an object. */
    public Statement {
        Objects.requireNonNull(actor, "a statement has an actor");
        Objects.requireNonNull(verb, "a statement has a verb");
        object = Agent.asObject(Objects.requireNonNull(object, "a statement has an object"));
        attachments = attachments == null ? null : List.copyOf(attachments);
    }

    /** The id as a UUID; empty when it is absent or none. */
    public Optional<UUID> uuid() {
        return Optional.ofNullable(id == null ? null : Uuids.parse(id));
    }

    /** The statement that this one voids; empty when it voids none (Data 2.3.2; IEEE 9274.1.1-2023, 4.2.5). */
    public Optional<StatementRef> voided() {
        return verb.isVoiding() && object instanceof StatementRef target ? Optional.of(target) : Optional.empty();
    }

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** The builder of a statement that voids another. */
    public static Builder voiding(Actor actor, UUID voided) {
        return builder().actor(actor).verb(Verbs.VOIDED).object(StatementRef.of(voided));
    }

    /** A builder that starts from this. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.id = id;
        builder.actor = actor;
        builder.verb = verb;
        builder.object = object;
        builder.result = result;
        builder.context = context;
        builder.timestamp = timestamp;
        builder.stored = stored;
        builder.authority = authority;
        builder.version = version;
        builder.attachments = attachments;
        return builder;
    }

    /** The id and the verb only: the rest is about somebody. */
    @Override
    public String toString() {
        return "Statement[id=" + id + ", verb=" + verb.id() + "]";
    }

    /** Builds a {@link Statement}. Not thread-safe. */
    public static final class Builder {

        private @Nullable String id;
        private @Nullable Actor actor;
        private @Nullable Verb verb;
        private @Nullable StatementObject object;
        private @Nullable Result result;
        private @Nullable Context context;
        private @Nullable Timestamp timestamp;
        private @Nullable Timestamp stored;
        private @Nullable Actor authority;
        private @Nullable String version;
        private @Nullable List<Attachment> attachments;

        private Builder() {}

        /** Sets {@link Statement#id()} as it is written; null removes it. */
        public Builder id(@Nullable String value) {
            id = value;
            return this;
        }

        /** Sets {@link Statement#id()}. */
        public Builder id(UUID value) {
            return id(value.toString());
        }

        /** Sets {@link Statement#actor()}. */
        public Builder actor(Actor value) {
            actor = value;
            return this;
        }

        /** Sets {@link Statement#verb()}. */
        public Builder verb(Verb value) {
            verb = value;
            return this;
        }

        /** Sets {@link Statement#object()}. */
        public Builder object(StatementObject value) {
            object = value;
            return this;
        }

        /** Sets {@link Statement#result()}; null removes it. */
        public Builder result(@Nullable Result value) {
            result = value;
            return this;
        }

        /** Sets {@link Statement#result()}. */
        public Builder result(Result.Builder value) {
            return result(value.build());
        }

        /** Sets {@link Statement#context()}; null removes it. */
        public Builder context(@Nullable Context value) {
            context = value;
            return this;
        }

        /** Sets {@link Statement#context()}. */
        public Builder context(Context.Builder value) {
            return context(value.build());
        }

        /** Sets {@link Statement#timestamp()}; null removes it. */
        public Builder timestamp(@Nullable Timestamp value) {
            timestamp = value;
            return this;
        }

        /** Sets {@link Statement#timestamp()}, in UTC. */
        public Builder timestamp(Instant value) {
            return timestamp(Timestamp.of(value));
        }

        /** Sets {@link Statement#timestamp()}, with its offset. */
        public Builder timestamp(OffsetDateTime value) {
            return timestamp(Timestamp.of(value));
        }

        /** Sets {@link Statement#stored()}; null removes it. */
        public Builder stored(@Nullable Timestamp value) {
            stored = value;
            return this;
        }

        /** Sets {@link Statement#authority()}; null removes it. */
        public Builder authority(@Nullable Actor value) {
            authority = value;
            return this;
        }

        /** Sets {@link Statement#version()}; null removes it. */
        public Builder version(@Nullable String value) {
            version = value;
            return this;
        }

        /** Sets {@link Statement#attachments()}; null removes them. */
        public Builder attachments(@Nullable List<Attachment> value) {
            attachments = value;
            return this;
        }

        /**
         * The statement.
         *
         * @throws IllegalStateException when the actor, verb or object was not set
         */
        public Statement build() {
            if (actor == null || verb == null || object == null) {
                throw new IllegalStateException("a statement has an actor, a verb and an object; set them all");
            }
            return new Statement(
                    id, actor, verb, object, result, context, timestamp, stored, authority, version, attachments);
        }
    }
}
