package io.xuemeng.lrs.statement;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What describes an activity, and the interaction that it is, if it is one (活动定义). Immutable.
 *
 * @param name what people call it; null when absent
 * @param description what it is; null when absent
 * @param type the IRI of its type; null when absent
 * @param moreInfo the IRL of a page about it; null when absent
 * @param interactionType the kind of interaction; null when absent
 * @param correctResponsesPattern the correct responses; null when absent or any answer is correct, empty when none is
 * @param choices options to choose from or to order; null when absent
 * @param scale points of a scale; null when absent
 * @param source what is matched; null when absent
 * @param target what it is matched to; null when absent
 * @param steps the steps of a performance; null when absent
 * @param extensions what a community adds; null when absent
 * @see <a href="https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md#activity-definition">Data 2.4.4.1; IEEE
 *     9274.1.1-2023, 4.2.2.3</a>
 */
@Conforming
@Conforming(version = XapiVersion.V1_0, groups = Xapi10.class)
public record ActivityDefinition(
        @Nullable LanguageMap name,
        @Nullable LanguageMap description,
        @Nullable String type,
        @Nullable String moreInfo,
        @Nullable InteractionType interactionType,
        @Nullable List<String> correctResponsesPattern,
        @Nullable List<@Valid InteractionComponent> choices,
        @Nullable List<@Valid InteractionComponent> scale,
        @Nullable List<@Valid InteractionComponent> source,
        @Nullable List<@Valid InteractionComponent> target,
        @Nullable List<@Valid InteractionComponent> steps,
        @Nullable Extensions extensions) {

    /** The type that the standards recommend for interactions. */
    public static final String INTERACTION = "http://adlnet.gov/expapi/activities/cmi.interaction";

    /** Copies the lists. */
    public ActivityDefinition {
        correctResponsesPattern = copy(correctResponsesPattern);
        choices = copy(choices);
        scale = copy(scale);
        source = copy(source);
        target = copy(target);
        steps = copy(steps);
    }

    private static <T> @Nullable List<T> copy(@Nullable List<T> list) {
        return list == null ? null : List.copyOf(list);
    }

    /** One of the lists of components; null when absent. */
    public @Nullable List<InteractionComponent> components(ComponentList list) {
        return switch (list) {
            case CHOICES -> choices;
            case SCALE -> scale;
            case SOURCE -> source;
            case TARGET -> target;
            case STEPS -> steps;
        };
    }

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.name = name;
        builder.description = description;
        builder.type = type;
        builder.moreInfo = moreInfo;
        builder.interactionType = interactionType;
        builder.correctResponsesPattern = correctResponsesPattern;
        builder.choices = choices;
        builder.scale = scale;
        builder.source = source;
        builder.target = target;
        builder.steps = steps;
        builder.extensions = extensions;
        return builder;
    }

    /** Builds an {@link ActivityDefinition}. Not thread-safe. */
    public static final class Builder {

        private @Nullable LanguageMap name;
        private @Nullable LanguageMap description;
        private @Nullable String type;
        private @Nullable String moreInfo;
        private @Nullable InteractionType interactionType;
        private @Nullable List<String> correctResponsesPattern;
        private @Nullable List<InteractionComponent> choices;
        private @Nullable List<InteractionComponent> scale;
        private @Nullable List<InteractionComponent> source;
        private @Nullable List<InteractionComponent> target;
        private @Nullable List<InteractionComponent> steps;
        private @Nullable Extensions extensions;

        private Builder() {}

        /** Sets {@link ActivityDefinition#name()}; null removes it. */
        public Builder name(@Nullable LanguageMap value) {
            name = value;
            return this;
        }

        /** Sets {@link ActivityDefinition#description()}; null removes it. */
        public Builder description(@Nullable LanguageMap value) {
            description = value;
            return this;
        }

        /** Sets {@link ActivityDefinition#type()}; null removes it. */
        public Builder type(@Nullable String value) {
            type = value;
            return this;
        }

        /** Sets {@link ActivityDefinition#moreInfo()}; null removes it. */
        public Builder moreInfo(@Nullable String value) {
            moreInfo = value;
            return this;
        }

        /** Sets {@link ActivityDefinition#interactionType()}; null removes it. */
        public Builder interactionType(@Nullable InteractionType value) {
            interactionType = value;
            return this;
        }

        /** Makes it an interaction: sets the kind, and the type to {@link ActivityDefinition#INTERACTION}. */
        public Builder interaction(InteractionType value) {
            return interactionType(value).type(INTERACTION);
        }

        /** Sets {@link ActivityDefinition#correctResponsesPattern()}; null removes it. */
        public Builder correctResponsesPattern(@Nullable List<String> value) {
            correctResponsesPattern = value;
            return this;
        }

        /** Sets one of the lists of components; null removes it. */
        public Builder components(ComponentList list, @Nullable List<InteractionComponent> value) {
            switch (list) {
                case CHOICES -> choices = value;
                case SCALE -> scale = value;
                case SOURCE -> source = value;
                case TARGET -> target = value;
                case STEPS -> steps = value;
            }
            return this;
        }

        /** Sets {@link ActivityDefinition#choices()}; null removes it. */
        public Builder choices(@Nullable List<InteractionComponent> value) {
            return components(ComponentList.CHOICES, value);
        }

        /** Sets {@link ActivityDefinition#extensions()}; null removes it. */
        public Builder extensions(@Nullable Extensions value) {
            extensions = value;
            return this;
        }

        /** The definition. */
        public ActivityDefinition build() {
            return new ActivityDefinition(
                    name,
                    description,
                    type,
                    moreInfo,
                    interactionType,
                    correctResponsesPattern,
                    choices,
                    scale,
                    source,
                    target,
                    steps,
                    extensions);
        }
    }
}
