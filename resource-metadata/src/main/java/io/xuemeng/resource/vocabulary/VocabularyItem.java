package io.xuemeng.resource.vocabulary;

import java.util.List;
import java.util.Locale;

/**
 * A value of a vocabulary. Immutable.
 *
 * @param value the value as metadata holds it
 * @param codes codes or ids of the value, which metadata may hold instead; empty when there are none
 * @param labelZh the Chinese name; empty when there is none
 * @param labelEn the English name; empty when there is none
 * @param aliases other spellings found in records; empty when there are none
 */
public record VocabularyItem(String value, List<String> codes, String labelZh, String labelEn, List<String> aliases) {

    /** Copies the lists. */
    public VocabularyItem {
        codes = List.copyOf(codes);
        aliases = List.copyOf(aliases);
    }

    /** The name in a reader's language, or the value when it has none in that language. */
    public String label(Locale locale) {
        String label = locale.getLanguage().equals("zh") ? labelZh : labelEn;
        return label.isEmpty() ? value : label;
    }
}
