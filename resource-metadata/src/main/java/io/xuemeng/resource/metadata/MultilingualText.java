package io.xuemeng.resource.metadata;

import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The same text in several languages (多语言字符串). Immutable.
 *
 * @param texts in the order found; empty when an element was there without any text
 * @see "IEEE 1484.12.1, LangString; JY/T 0607-2017"
 */
public record MultilingualText(List<@Valid LanguageText> texts) {

    /** Copies the list. */
    public MultilingualText {
        texts = List.copyOf(texts);
    }

    /** A text in simplified Chinese, {@code zh-CN}. */
    public static MultilingualText zh(String text) {
        return of("zh-CN", text);
    }

    /** A text in English, {@code en}. */
    public static MultilingualText en(String text) {
        return of("en", text);
    }

    /** A text in one language; the language is a BCP 47 tag, or null when it is not known. */
    public static MultilingualText of(@Nullable String language, String text) {
        return new MultilingualText(List.of(new LanguageText(language, text)));
    }

    /** This and one more language. */
    public MultilingualText and(String language, String text) {
        List<LanguageText> more = new ArrayList<>(texts);
        more.add(new LanguageText(language, text));
        return new MultilingualText(more);
    }

    /** The text in the reader's language, or the first one; null when there is none. */
    public @Nullable String best(Locale locale) {
        for (LanguageText text : texts) {
            String language = text.language();
            if (language != null
                    && Locale.forLanguageTag(language.replace('_', '-'))
                            .getLanguage()
                            .equals(locale.getLanguage())) {
                return text.text();
            }
        }
        return texts.isEmpty() ? null : texts.get(0).text();
    }
}
