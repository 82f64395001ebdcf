package io.xuemeng.conformance.text;

import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One text in both languages of the kit. Immutable.
 *
 * @param zh in Chinese
 * @param en in English
 */
public record Bilingual(String zh, String en) {

    /** A text that is the same in both languages, such as a name or what a platform said. */
    public static Bilingual same(String text) {
        return new Bilingual(text, text);
    }

    /** A text that is asked for by language. */
    public static Bilingual of(Function<Locale, String> text) {
        return new Bilingual(text.apply(Locale.SIMPLIFIED_CHINESE), text.apply(Locale.ENGLISH));
    }

    /** Several texts as a list, separated as each language does; empty for none. */
    public static Bilingual list(Collection<Bilingual> texts) {
        return new Bilingual(
                texts.stream().map(Bilingual::zh).collect(Collectors.joining("；")),
                texts.stream().map(Bilingual::en).collect(Collectors.joining("; ")));
    }

    /** The text in a language: Chinese for every locale whose language is {@code zh}, English for all others. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("zh") ? zh : en;
    }
}
