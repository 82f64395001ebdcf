package io.xuemeng.lrs.statement;

import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What it happened in (情境). Immutable.
 *
 * @param registration the UUID of the registration (attempt, class, course run) as found; null when absent
 * @param instructor who taught; null when absent. Since xAPI 2.0 better among {@code contextAgents}
 * @param team with whom; null when absent. Since xAPI 2.0 better among {@code contextGroups}
 * @param contextActivities other activities; null when absent
 * @param contextAgents other agents, since xAPI 2.0; null when absent
 * @param contextGroups other groups, since xAPI 2.0; null when absent
 * @param revision the activity's revision, only where the object is an activity; null when absent
 * @param platform the platform it ran on, only where the object is an activity; null when absent
 * @param language the language it was experienced in (RFC 5646) as found; null when absent
 * @param statement another statement; null when absent
 * @param extensions what a community adds; null when absent
 * @see <a href="https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md#246-context">Data 2.4.6; IEEE 9274.1.1-2023,
 *     4.2.2.5</a>
 */
@Conforming
@Conforming(version = XapiVersion.V1_0, groups = Xapi10.class)
public record Context(
        @Nullable String registration,
        @Valid @Nullable Actor instructor,
        @Valid @Nullable Group team,
        @Valid @Nullable ContextActivities contextActivities,
        @Nullable List<@Valid ContextAgent> contextAgents,
        @Nullable List<@Valid ContextGroup> contextGroups,
        @Nullable String revision,
        @Nullable String platform,
        @Nullable String language,
        @Valid @Nullable StatementRef statement,
        @Nullable Extensions extensions) {

    /** Copies the lists. */
    public Context {
        contextAgents = contextAgents == null ? null : List.copyOf(contextAgents);
        contextGroups = contextGroups == null ? null : List.copyOf(contextGroups);
    }

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this. */
    public Builder toBuilder() {
        return new Builder()
                .registration(registration)
                .instructor(instructor)
                .team(team)
                .contextActivities(contextActivities)
                .contextAgents(contextAgents)
                .contextGroups(contextGroups)
                .revision(revision)
                .platform(platform)
                .language(language)
                .statement(statement)
                .extensions(extensions);
    }

    /** Builds a {@link Context}. Not thread-safe. */
    public static final class Builder {

        private @Nullable String registration;
        private @Nullable Actor instructor;
        private @Nullable Group team;
        private @Nullable ContextActivities contextActivities;
        private @Nullable List<ContextAgent> contextAgents;
        private @Nullable List<ContextGroup> contextGroups;
        private @Nullable String revision;
        private @Nullable String platform;
        private @Nullable String language;
        private @Nullable StatementRef statement;
        private @Nullable Extensions extensions;

        private Builder() {}

        /** Sets {@link Context#registration()} as it is written; null removes it. */
        public Builder registration(@Nullable String value) {
            registration = value;
            return this;
        }

        /** Sets {@link Context#registration()}. */
        public Builder registration(UUID value) {
            return registration(value.toString());
        }

        /** Sets {@link Context#instructor()}; null removes it. */
        public Builder instructor(@Nullable Actor value) {
            instructor = value;
            return this;
        }

        /** Sets {@link Context#team()}; null removes it. */
        public Builder team(@Nullable Group value) {
            team = value;
            return this;
        }

        /** Sets {@link Context#contextActivities()}; null removes it. */
        public Builder contextActivities(@Nullable ContextActivities value) {
            contextActivities = value;
            return this;
        }

        /** Sets {@link Context#contextAgents()}; null removes it. */
        public Builder contextAgents(@Nullable List<ContextAgent> value) {
            contextAgents = value;
            return this;
        }

        /** Sets {@link Context#contextGroups()}; null removes it. */
        public Builder contextGroups(@Nullable List<ContextGroup> value) {
            contextGroups = value;
            return this;
        }

        /** Sets {@link Context#revision()}; null removes it. */
        public Builder revision(@Nullable String value) {
            revision = value;
            return this;
        }

        /** Sets {@link Context#platform()}; null removes it. */
        public Builder platform(@Nullable String value) {
            platform = value;
            return this;
        }

        /** Sets {@link Context#language()}; null removes it. */
        public Builder language(@Nullable String value) {
            language = value;
            return this;
        }

        /** Sets {@link Context#statement()}; null removes it. */
        public Builder statement(@Nullable StatementRef value) {
            statement = value;
            return this;
        }

        /** Sets {@link Context#extensions()}; null removes it. */
        public Builder extensions(@Nullable Extensions value) {
            extensions = value;
            return this;
        }

        /** The context. */
        public Context build() {
            return new Context(
                    registration,
                    instructor,
                    team,
                    contextActivities,
                    contextAgents,
                    contextGroups,
                    revision,
                    platform,
                    language,
                    statement,
                    extensions);
        }
    }
}
