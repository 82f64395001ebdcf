package io.xuemeng.lrs.statement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A text in one or more languages, by language tag (RFC 5646), in the order in which they were written. Immutable.
 *
 * @param texts the texts as found, right or wrong; validation judges them
 * @see <a href="https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md#42-language-maps">Data 4.2; IEEE
 *     9274.1.1-2023, 4.2.7</a>
 */
public record LanguageMap(Map<String, String> texts) {

    /** Copies the map. */
    public LanguageMap {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
        texts.forEach((tag, text) -> {
            if (tag == null || text == null) {
                throw new NullPointerException("a language map has no null");
            }
        });
    }

    /** One text in one language. */
    public static LanguageMap of(String tag, String text) {
        return new LanguageMap(Map.of(tag, text));
    }

    /** A text in Chinese as it is written in mainland China, {@code zh-CN}. */
    public static LanguageMap zh(String text) {
        return of("zh-CN", text);
    }

    /** A text in English, {@code en}. */
    public static LanguageMap en(String text) {
        return of("en", text);
    }

    /** This map with one more language, or with another text for one it has. */
    public LanguageMap and(String tag, String text) {
        Map<String, String> more = new LinkedHashMap<>(texts);
        more.put(tag, text);
        return new LanguageMap(more);
    }

    /** The text that suits a reader best; empty when there is none at all. */
    public Optional<String> best(LanguagePreference reader) {
        return reader.choose(texts.keySet()).map(texts::get);
    }

    /** The languages only. */
    @Override
    public String toString() {
        return "LanguageMap" + texts.keySet();
    }
}
