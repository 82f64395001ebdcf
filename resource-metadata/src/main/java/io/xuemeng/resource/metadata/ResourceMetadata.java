package io.xuemeng.resource.metadata;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A metadata record: what a digital education resource is, who made it, for whom, and under which conditions. Texts are held as found, right or wrong; validation judges them. Immutable.
 *
 * @param general the resource as a whole (通用); null when absent
 * @param lifeCycle history and state (生存期); null when absent
 * @param metaMetadata the record itself (元-元数据); null when absent
 * @param technical technical properties (技术); null when absent
 * @param educationals educational properties (教育); empty when there are none
 * @param rights conditions of use (权利); null when absent
 * @param relations related resources (关系); empty when there are none
 * @param annotations comments (评注); empty when there are none
 * @param classifications classifications (分类); empty when there are none
 * @param curriculum place in Chinese school teaching (课程; not in LOM); null when absent
 * @param textbook what a digital textbook adds (数字教材; not in LOM); null when absent
 * @param aigc label of AI-generated content (not in LOM); null when absent
 * @param accessibility accessibility (not in LOM); null when absent
 * @param extensions what the reader did not know and kept; empty when there are none
 * @see <a href="https://standards.ieee.org/ieee/1484.12.1/7699/">IEEE 1484.12.1 (GB/T 21365-2008) with the elements that Chinese practice adds</a>
 */
public record ResourceMetadata(
        @Valid @Nullable General general,
        @Valid @Nullable LifeCycle lifeCycle,
        @Valid @Nullable MetaMetadata metaMetadata,
        @Valid @Nullable Technical technical,
        List<@Valid Educational> educationals,
        @Valid @Nullable Rights rights,
        List<@Valid Relation> relations,
        List<@Valid Annotation> annotations,
        List<@Valid Classification> classifications,
        @Nullable Curriculum curriculum,
        @Valid @Nullable Textbook textbook,
        @Nullable AigcLabel aigc,
        @Valid @Nullable Accessibility accessibility,
        List<Extension> extensions) {

    /** Copies the lists. */
    public ResourceMetadata {
        educationals = List.copyOf(educationals);
        relations = List.copyOf(relations);
        annotations = List.copyOf(annotations);
        classifications = List.copyOf(classifications);
        extensions = List.copyOf(extensions);
    }

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.general = general;
        builder.lifeCycle = lifeCycle;
        builder.metaMetadata = metaMetadata;
        builder.technical = technical;
        builder.educationals.addAll(educationals);
        builder.rights = rights;
        builder.relations.addAll(relations);
        builder.annotations.addAll(annotations);
        builder.classifications.addAll(classifications);
        builder.curriculum = curriculum;
        builder.textbook = textbook;
        builder.aigc = aigc;
        builder.accessibility = accessibility;
        builder.extensions.addAll(extensions);
        return builder;
    }

    /** The title in the reader's language, or in the first language given; null when there is none. */
    public @Nullable String title(Locale locale) {
        return general == null || general.title() == null
                ? null
                : general.title().best(locale);
    }

    /** Builds a {@link ResourceMetadata}. Checks nothing but that nothing is null. Not thread-safe. */
    public static final class Builder {

        private @Nullable General general;
        private @Nullable LifeCycle lifeCycle;
        private @Nullable MetaMetadata metaMetadata;
        private @Nullable Technical technical;
        private final List<Educational> educationals = new ArrayList<>();
        private @Nullable Rights rights;
        private final List<Relation> relations = new ArrayList<>();
        private final List<Annotation> annotations = new ArrayList<>();
        private final List<Classification> classifications = new ArrayList<>();
        private @Nullable Curriculum curriculum;
        private @Nullable Textbook textbook;
        private @Nullable AigcLabel aigc;
        private @Nullable Accessibility accessibility;
        private final List<Extension> extensions = new ArrayList<>();

        private Builder() {}

        /** Sets {@link ResourceMetadata#general()}; null removes it. */
        public Builder general(@Nullable General value) {
            general = value;
            return this;
        }

        /** Sets {@link ResourceMetadata#lifeCycle()}; null removes it. */
        public Builder lifeCycle(@Nullable LifeCycle value) {
            lifeCycle = value;
            return this;
        }

        /** Sets {@link ResourceMetadata#metaMetadata()}; null removes it. */
        public Builder metaMetadata(@Nullable MetaMetadata value) {
            metaMetadata = value;
            return this;
        }

        /** Sets {@link ResourceMetadata#technical()}; null removes it. */
        public Builder technical(@Nullable Technical value) {
            technical = value;
            return this;
        }

        /** Adds one of {@link ResourceMetadata#educationals()}. */
        public Builder educational(Educational value) {
            educationals.add(value);
            return this;
        }

        /** Sets {@link ResourceMetadata#rights()}; null removes it. */
        public Builder rights(@Nullable Rights value) {
            rights = value;
            return this;
        }

        /** Adds one of {@link ResourceMetadata#relations()}. */
        public Builder relation(Relation value) {
            relations.add(value);
            return this;
        }

        /** Adds one of {@link ResourceMetadata#annotations()}. */
        public Builder annotation(Annotation value) {
            annotations.add(value);
            return this;
        }

        /** Adds one of {@link ResourceMetadata#classifications()}. */
        public Builder classification(Classification value) {
            classifications.add(value);
            return this;
        }

        /** Sets {@link ResourceMetadata#curriculum()}; null removes it. */
        public Builder curriculum(@Nullable Curriculum value) {
            curriculum = value;
            return this;
        }

        /** Sets {@link ResourceMetadata#textbook()}; null removes it. */
        public Builder textbook(@Nullable Textbook value) {
            textbook = value;
            return this;
        }

        /** Sets {@link ResourceMetadata#aigc()}; null removes it. */
        public Builder aigc(@Nullable AigcLabel value) {
            aigc = value;
            return this;
        }

        /** Sets {@link ResourceMetadata#accessibility()}; null removes it. */
        public Builder accessibility(@Nullable Accessibility value) {
            accessibility = value;
            return this;
        }

        /** Adds one of {@link ResourceMetadata#extensions()}. */
        public Builder extension(Extension value) {
            extensions.add(value);
            return this;
        }

        /** Adds an identifier to {@link General}: a scheme and a value within it. */
        public Builder identifier(String catalog, String entry) {
            return general(
                    generalBuilder().identifier(new Identifier(catalog, entry)).build());
        }

        /** Sets the title in {@link General}. */
        public Builder title(MultilingualText value) {
            return general(generalBuilder().title(value).build());
        }

        /** Adds a language of the resource to {@link General}: a BCP 47 tag, for example {@code zh-CN}. */
        public Builder language(String tag) {
            return general(generalBuilder().language(tag).build());
        }

        /** Adds a description to {@link General}. */
        public Builder description(MultilingualText value) {
            return general(generalBuilder().description(value).build());
        }

        /** Adds a keyword to {@link General}. */
        public Builder keyword(MultilingualText value) {
            return general(generalBuilder().keyword(value).build());
        }

        /** Adds a school stage (学段) to {@link Curriculum}. */
        public Builder stage(SchoolStage value) {
            return curriculum(curriculumBuilder().stage(value.term()).build());
        }

        /**
         * Adds a grade (年级) to {@link Curriculum}: a code of JY/T 1001 NJ when it consists of digits, for example
         * {@code "3"}, otherwise a name of the national platform, for example {@code "三年级"}.
         */
        public Builder grade(String value) {
            boolean code = !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9');
            VocabularyTerm term = VocabularyTerm.of(code ? VocabularyTerm.JYT1001_GRADE : VocabularyTerm.GRADE, value);
            return curriculum(curriculumBuilder().grade(term).build());
        }

        /** Sets the subject (学科) in {@link Curriculum}, by the national platform's name. */
        public Builder subject(String value) {
            return curriculum(curriculumBuilder()
                    .subject(VocabularyTerm.of(VocabularyTerm.SUBJECT, value))
                    .build());
        }

        /** Sets the textbook edition (教材版本) in {@link Curriculum}, by the national platform's name. */
        public Builder edition(String value) {
            return curriculum(curriculumBuilder()
                    .edition(VocabularyTerm.of(VocabularyTerm.EDITION, value))
                    .build());
        }

        /** Sets the volume (册次) in {@link Curriculum}, by the national platform's name. */
        public Builder volume(String value) {
            return curriculum(curriculumBuilder()
                    .volume(VocabularyTerm.of(VocabularyTerm.VOLUME, value))
                    .build());
        }

        /** Adds an organisation's contribution to {@link LifeCycle}. */
        public Builder contributor(Role role, String organization, LocalDate date) {
            Contribute contribute = new Contribute(
                    role.term(), List.of(VCard.ofOrganization(organization)), DateTimeText.of(date.toString()));
            List<Contribute> contributes = new ArrayList<>(lifeCycle == null ? List.of() : lifeCycle.contributes());
            contributes.add(contribute);
            return lifeCycle(new LifeCycle(
                    lifeCycle == null ? null : lifeCycle.version(),
                    lifeCycle == null ? null : lifeCycle.status(),
                    contributes));
        }

        /** Adds a MIME type to {@link Technical}. */
        public Builder format(String mimeType) {
            Technical.Builder builder = technical == null ? Technical.builder() : technical.toBuilder();
            return technical(builder.format(mimeType).build());
        }

        private General.Builder generalBuilder() {
            return general == null ? General.builder() : general.toBuilder();
        }

        private Curriculum.Builder curriculumBuilder() {
            return curriculum == null ? Curriculum.builder() : curriculum.toBuilder();
        }

        /** The ResourceMetadata. */
        public ResourceMetadata build() {
            return new ResourceMetadata(
                    general,
                    lifeCycle,
                    metaMetadata,
                    technical,
                    educationals,
                    rights,
                    relations,
                    annotations,
                    classifications,
                    curriculum,
                    textbook,
                    aigc,
                    accessibility,
                    extensions);
        }
    }
}
