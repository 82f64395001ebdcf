package io.xuemeng.resource.metadata;

import org.jspecify.annotations.Nullable;

/**
 * A value of a vocabulary (词汇).
 *
 * @param source the vocabulary, for example {@code LOMv1.0} or a tag dimension of the national platform; null when none was
 *     given
 * @param value the value as found
 * @see "IEEE 1484.12.1, Vocabulary"
 */
public record VocabularyTerm(
        @Nullable String source, @Nullable String value) {

    /** The source of the LOM's own vocabularies. */
    public static final String LOM = "LOMv1.0";
    /** The national platform's dimension of school stages (学段). */
    public static final String STAGE = "zxxxd";
    /** The national platform's dimension of grades (年级). */
    public static final String GRADE = "zxxnj";
    /** The national platform's dimension of subjects (学科). */
    public static final String SUBJECT = "zxxxk";
    /** The national platform's dimension of textbook editions (版本). */
    public static final String EDITION = "zxxbb";
    /** The national platform's dimension of volumes (册次). */
    public static final String VOLUME = "zxxcc";
    /** The grade codes of JY/T 1001-2012. */
    public static final String JYT1001_GRADE = "JY/T 1001 NJ";

    /** A value of a vocabulary; the source may be null. */
    public static VocabularyTerm of(@Nullable String source, String value) {
        return new VocabularyTerm(source, value);
    }

    /** A value of the LOM's own vocabularies. */
    public static VocabularyTerm lom(String value) {
        return new VocabularyTerm(LOM, value);
    }
}
