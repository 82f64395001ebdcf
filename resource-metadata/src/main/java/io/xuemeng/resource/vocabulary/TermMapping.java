package io.xuemeng.resource.vocabulary;

import io.xuemeng.resource.metadata.VocabularyTerm;
import org.jspecify.annotations.Nullable;

/**
 * A value of one vocabulary and the value of another that means the same. A decision of this project, made only where the
 * names leave no doubt. Immutable.
 *
 * @param from a value of the national platform
 * @param to a code of a standard
 * @param stage the school stage (a value of {@code zxxxd}) for which it holds; null for all
 * @param why what the decision rests on, in English
 */
public record TermMapping(
        VocabularyTerm from, VocabularyTerm to, @Nullable String stage, String why) {}
