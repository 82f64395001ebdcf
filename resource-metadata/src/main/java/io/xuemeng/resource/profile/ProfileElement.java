package io.xuemeng.resource.profile;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a profile says about one element. Immutable.
 *
 * @param path the element as a path without positions, for example {@code general.title}
 * @param nameZh its Chinese name
 * @param nameEn its English name
 * @param number its number in the standard the profile follows; null when it has none
 * @param obligation whether it must be there
 * @param condition when it must be there; null unless the obligation is {@link Obligation#CONDITIONAL}
 * @param min how often it occurs at least, 0 for no statement
 * @param max how often it occurs at most, {@link Integer#MAX_VALUE} for no limit
 * @param type what its values are, in the words of the standard; null for no statement
 * @param maxLength how long a text may be, in characters; {@link Integer#MAX_VALUE} for no limit
 * @param vocabulary the sources its values may be from; empty for no statement
 * @param values the values allowed; empty for no statement
 * @param source where this stands: document and clause, or {@code profile decision}
 * @param requirements the requirements that follow, in the order of the file
 */
public record ProfileElement(
        String path,
        String nameZh,
        String nameEn,
        @Nullable String number,
        Obligation obligation,
        @Nullable Condition condition,
        int min,
        int max,
        @Nullable String type,
        int maxLength,
        List<String> vocabulary,
        List<String> values,
        String source,
        List<ProfileRequirement> requirements) {

    /** Copies the lists. */
    public ProfileElement {
        vocabulary = List.copyOf(vocabulary);
        values = List.copyOf(values);
        requirements = List.copyOf(requirements);
    }

    /** Its name in the reader's language. */
    public String name(Locale locale) {
        return locale.getLanguage().equals("zh") ? nameZh : nameEn;
    }
}
