package io.xuemeng.resource.metadata;

import io.xuemeng.core.code.LanguageTagText;
import org.jspecify.annotations.Nullable;

/**
 * A text in one language.
 *
 * @param language a BCP 47 tag as found, for example {@code zh-CN}; null when none was given
 * @param text the text as found; may be empty
 * @see "IEEE 1484.12.1, LangString"
 */
public record LanguageText(@LanguageTagText @Nullable String language, String text) {}
