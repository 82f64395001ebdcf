package io.xuemeng.resource.metadata;

import io.xuemeng.core.code.LanguageTagText;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What describes the resource as a whole (通用). Texts are held as found, right or wrong; validation judges them. Immutable.
 *
 * @param identifiers labels of the resource (标识符); empty when there are none
 * @param title the name of the resource (标题); null when absent
 * @param alternativeTitles further names (其他题名; GB/T 41469-2022, 1.2; not in LOM); empty when there are none
 * @param languages the languages of the resource, BCP 47 tags (语种); empty when there are none
 * @param descriptions what the resource holds (描述); empty when there are none
 * @param keywords keywords (关键字); empty when there are none
 * @param coverages time, culture or region it applies to (覆盖范围); empty when there are none
 * @param structure how it is organised (结构); null when absent
 * @param aggregationLevel its granularity, 1 to 4 (聚合度); null when absent
 * @see <a href="https://standards.ieee.org/ieee/1484.12.1/7699/">LOM 1, GB/T 41469-2022 table 1</a>
 */
public record General(
        List<Identifier> identifiers,
        @Valid @Nullable MultilingualText title,
        List<@Valid MultilingualText> alternativeTitles,
        List<@LanguageTagText String> languages,
        List<@Valid MultilingualText> descriptions,
        List<@Valid MultilingualText> keywords,
        List<@Valid MultilingualText> coverages,
        @Nullable VocabularyTerm structure,
        @Nullable VocabularyTerm aggregationLevel) {

    /** Copies the lists. */
    public General {
        identifiers = List.copyOf(identifiers);
        alternativeTitles = List.copyOf(alternativeTitles);
        languages = List.copyOf(languages);
        descriptions = List.copyOf(descriptions);
        keywords = List.copyOf(keywords);
        coverages = List.copyOf(coverages);
    }

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.identifiers.addAll(identifiers);
        builder.title = title;
        builder.alternativeTitles.addAll(alternativeTitles);
        builder.languages.addAll(languages);
        builder.descriptions.addAll(descriptions);
        builder.keywords.addAll(keywords);
        builder.coverages.addAll(coverages);
        builder.structure = structure;
        builder.aggregationLevel = aggregationLevel;
        return builder;
    }

    /** Builds a {@link General}. Checks nothing but that nothing is null. Not thread-safe. */
    public static final class Builder {

        private final List<Identifier> identifiers = new ArrayList<>();
        private @Nullable MultilingualText title;
        private final List<MultilingualText> alternativeTitles = new ArrayList<>();
        private final List<String> languages = new ArrayList<>();
        private final List<MultilingualText> descriptions = new ArrayList<>();
        private final List<MultilingualText> keywords = new ArrayList<>();
        private final List<MultilingualText> coverages = new ArrayList<>();
        private @Nullable VocabularyTerm structure;
        private @Nullable VocabularyTerm aggregationLevel;

        private Builder() {}

        /** Adds one of {@link General#identifiers()}. */
        public Builder identifier(Identifier value) {
            identifiers.add(value);
            return this;
        }

        /** Sets {@link General#title()}; null removes it. */
        public Builder title(@Nullable MultilingualText value) {
            title = value;
            return this;
        }

        /** Adds one of {@link General#alternativeTitles()}. */
        public Builder alternativeTitle(MultilingualText value) {
            alternativeTitles.add(value);
            return this;
        }

        /** Adds one of {@link General#languages()}. */
        public Builder language(String value) {
            languages.add(value);
            return this;
        }

        /** Adds one of {@link General#descriptions()}. */
        public Builder description(MultilingualText value) {
            descriptions.add(value);
            return this;
        }

        /** Adds one of {@link General#keywords()}. */
        public Builder keyword(MultilingualText value) {
            keywords.add(value);
            return this;
        }

        /** Adds one of {@link General#coverages()}. */
        public Builder coverage(MultilingualText value) {
            coverages.add(value);
            return this;
        }

        /** Sets {@link General#structure()}; null removes it. */
        public Builder structure(@Nullable VocabularyTerm value) {
            structure = value;
            return this;
        }

        /** Sets {@link General#aggregationLevel()}; null removes it. */
        public Builder aggregationLevel(@Nullable VocabularyTerm value) {
            aggregationLevel = value;
            return this;
        }

        /** The General. */
        public General build() {
            return new General(
                    identifiers,
                    title,
                    alternativeTitles,
                    languages,
                    descriptions,
                    keywords,
                    coverages,
                    structure,
                    aggregationLevel);
        }
    }
}
