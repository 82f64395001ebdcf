package io.xuemeng.resource.metadata;

import io.xuemeng.core.code.LanguageTagText;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The educational properties of the resource (教育). Texts are held as found, right or wrong; validation judges them. Immutable.
 *
 * @param interactivityType the predominant mode of learning (交互类型); null when absent
 * @param learningResourceTypes kinds of resource, most dominant first (学习资源类型); empty when there are none
 * @param interactivityLevel the degree of interactivity (交互程度); null when absent
 * @param semanticDensity the degree of conciseness (语义密度); null when absent
 * @param intendedEndUserRoles for whom it was made (预期终端用户角色); empty when there are none
 * @param contexts where learning takes place (语境); empty when there are none
 * @param typicalAgeRanges the age of the users (典型年龄范围); empty when there are none
 * @param difficulty how hard it is (难度); null when absent
 * @param typicalLearningTime how long working through it takes (典型学习时间); null when absent
 * @param descriptions how to use it (描述); empty when there are none
 * @param languages the languages of its users, BCP 47 tags (语种); empty when there are none
 * @see <a href="https://standards.ieee.org/ieee/1484.12.1/7699/">LOM 5</a>
 */
public record Educational(
        @Nullable VocabularyTerm interactivityType,
        List<VocabularyTerm> learningResourceTypes,
        @Nullable VocabularyTerm interactivityLevel,
        @Nullable VocabularyTerm semanticDensity,
        List<VocabularyTerm> intendedEndUserRoles,
        List<VocabularyTerm> contexts,
        List<@Valid MultilingualText> typicalAgeRanges,
        @Nullable VocabularyTerm difficulty,
        @Valid @Nullable DurationText typicalLearningTime,
        List<@Valid MultilingualText> descriptions,
        List<@LanguageTagText String> languages) {

    /** Copies the lists. */
    public Educational {
        learningResourceTypes = List.copyOf(learningResourceTypes);
        intendedEndUserRoles = List.copyOf(intendedEndUserRoles);
        contexts = List.copyOf(contexts);
        typicalAgeRanges = List.copyOf(typicalAgeRanges);
        descriptions = List.copyOf(descriptions);
        languages = List.copyOf(languages);
    }

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.interactivityType = interactivityType;
        builder.learningResourceTypes.addAll(learningResourceTypes);
        builder.interactivityLevel = interactivityLevel;
        builder.semanticDensity = semanticDensity;
        builder.intendedEndUserRoles.addAll(intendedEndUserRoles);
        builder.contexts.addAll(contexts);
        builder.typicalAgeRanges.addAll(typicalAgeRanges);
        builder.difficulty = difficulty;
        builder.typicalLearningTime = typicalLearningTime;
        builder.descriptions.addAll(descriptions);
        builder.languages.addAll(languages);
        return builder;
    }

    /** Builds an {@link Educational}. Checks nothing but that nothing is null. Not thread-safe. */
    public static final class Builder {

        private @Nullable VocabularyTerm interactivityType;
        private final List<VocabularyTerm> learningResourceTypes = new ArrayList<>();
        private @Nullable VocabularyTerm interactivityLevel;
        private @Nullable VocabularyTerm semanticDensity;
        private final List<VocabularyTerm> intendedEndUserRoles = new ArrayList<>();
        private final List<VocabularyTerm> contexts = new ArrayList<>();
        private final List<MultilingualText> typicalAgeRanges = new ArrayList<>();
        private @Nullable VocabularyTerm difficulty;
        private @Nullable DurationText typicalLearningTime;
        private final List<MultilingualText> descriptions = new ArrayList<>();
        private final List<String> languages = new ArrayList<>();

        private Builder() {}

        /** Sets {@link Educational#interactivityType()}; null removes it. */
        public Builder interactivityType(@Nullable VocabularyTerm value) {
            interactivityType = value;
            return this;
        }

        /** Adds one of {@link Educational#learningResourceTypes()}. */
        public Builder learningResourceType(VocabularyTerm value) {
            learningResourceTypes.add(value);
            return this;
        }

        /** Sets {@link Educational#interactivityLevel()}; null removes it. */
        public Builder interactivityLevel(@Nullable VocabularyTerm value) {
            interactivityLevel = value;
            return this;
        }

        /** Sets {@link Educational#semanticDensity()}; null removes it. */
        public Builder semanticDensity(@Nullable VocabularyTerm value) {
            semanticDensity = value;
            return this;
        }

        /** Adds one of {@link Educational#intendedEndUserRoles()}. */
        public Builder intendedEndUserRole(VocabularyTerm value) {
            intendedEndUserRoles.add(value);
            return this;
        }

        /** Adds one of {@link Educational#contexts()}. */
        public Builder context(VocabularyTerm value) {
            contexts.add(value);
            return this;
        }

        /** Adds one of {@link Educational#typicalAgeRanges()}. */
        public Builder typicalAgeRange(MultilingualText value) {
            typicalAgeRanges.add(value);
            return this;
        }

        /** Sets {@link Educational#difficulty()}; null removes it. */
        public Builder difficulty(@Nullable VocabularyTerm value) {
            difficulty = value;
            return this;
        }

        /** Sets {@link Educational#typicalLearningTime()}; null removes it. */
        public Builder typicalLearningTime(@Nullable DurationText value) {
            typicalLearningTime = value;
            return this;
        }

        /** Adds one of {@link Educational#descriptions()}. */
        public Builder description(MultilingualText value) {
            descriptions.add(value);
            return this;
        }

        /** Adds one of {@link Educational#languages()}. */
        public Builder language(String value) {
            languages.add(value);
            return this;
        }

        /** The Educational. */
        public Educational build() {
            return new Educational(
                    interactivityType,
                    learningResourceTypes,
                    interactivityLevel,
                    semanticDensity,
                    intendedEndUserRoles,
                    contexts,
                    typicalAgeRanges,
                    difficulty,
                    typicalLearningTime,
                    descriptions,
                    languages);
        }
    }
}
