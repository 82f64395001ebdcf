package io.xuemeng.resource.metadata;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the resource belongs in Chinese school teaching (课程). Not in LOM. Texts are held as found, right or wrong; validation judges them. Immutable.
 *
 * @param stages school stages, dimension zxxxd (学段); empty when there are none
 * @param grades grades, dimension zxxnj or JY/T 1001 NJ codes (年级); empty when there are none
 * @param subject the subject, dimension zxxxk (学科); null when absent
 * @param edition whose textbook edition, dimension zxxbb (教材版本); null when absent
 * @param volume the volume, dimension zxxcc (册次); null when absent
 * @param curricularStandards curriculum standards it follows (课程标准); empty when there are none
 * @param textbookCodes codes of textbook catalogues (教材目录); empty when there are none
 * @see "national platform tag dimensions; GB/T 41469-2022 table 1, 9 and 18, table 2, 8"
 */
public record Curriculum(
        List<VocabularyTerm> stages,
        List<VocabularyTerm> grades,
        @Nullable VocabularyTerm subject,
        @Nullable VocabularyTerm edition,
        @Nullable VocabularyTerm volume,
        List<String> curricularStandards,
        List<String> textbookCodes) {

    /** Copies the lists. */
    public Curriculum {
        stages = List.copyOf(stages);
        grades = List.copyOf(grades);
        curricularStandards = List.copyOf(curricularStandards);
        textbookCodes = List.copyOf(textbookCodes);
    }

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.stages.addAll(stages);
        builder.grades.addAll(grades);
        builder.subject = subject;
        builder.edition = edition;
        builder.volume = volume;
        builder.curricularStandards.addAll(curricularStandards);
        builder.textbookCodes.addAll(textbookCodes);
        return builder;
    }

    /** Builds a {@link Curriculum}. Checks nothing but that nothing is null. Not thread-safe. */
    public static final class Builder {

        private final List<VocabularyTerm> stages = new ArrayList<>();
        private final List<VocabularyTerm> grades = new ArrayList<>();
        private @Nullable VocabularyTerm subject;
        private @Nullable VocabularyTerm edition;
        private @Nullable VocabularyTerm volume;
        private final List<String> curricularStandards = new ArrayList<>();
        private final List<String> textbookCodes = new ArrayList<>();

        private Builder() {}

        /** Adds one of {@link Curriculum#stages()}. */
        public Builder stage(VocabularyTerm value) {
            stages.add(value);
            return this;
        }

        /** Adds one of {@link Curriculum#grades()}. */
        public Builder grade(VocabularyTerm value) {
            grades.add(value);
            return this;
        }

        /** Sets {@link Curriculum#subject()}; null removes it. */
        public Builder subject(@Nullable VocabularyTerm value) {
            subject = value;
            return this;
        }

        /** Sets {@link Curriculum#edition()}; null removes it. */
        public Builder edition(@Nullable VocabularyTerm value) {
            edition = value;
            return this;
        }

        /** Sets {@link Curriculum#volume()}; null removes it. */
        public Builder volume(@Nullable VocabularyTerm value) {
            volume = value;
            return this;
        }

        /** Adds one of {@link Curriculum#curricularStandards()}. */
        public Builder curricularStandard(String value) {
            curricularStandards.add(value);
            return this;
        }

        /** Adds one of {@link Curriculum#textbookCodes()}. */
        public Builder textbookCode(String value) {
            textbookCodes.add(value);
            return this;
        }

        /** The Curriculum. */
        public Curriculum build() {
            return new Curriculum(stages, grades, subject, edition, volume, curricularStandards, textbookCodes);
        }
    }
}
