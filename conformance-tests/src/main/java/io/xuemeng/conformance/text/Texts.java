package io.xuemeng.conformance.text;

import io.xuemeng.core.requirement.MessageBundle;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.core.requirement.TextPart;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The kit's own sentences and labels. Thread-safe. */
public final class Texts {

    private static final MessageBundle BUNDLE =
            MessageBundle.load("texts", name -> Texts.class.getResourceAsStream(name));

    private static final Pattern PLACE = Pattern.compile("\\{[A-Za-z]\\w*}");

    private Texts() {}

    /** What a requirement says in general: where a finding would say what was found, there are dots. */
    public static String of(Requirement requirement, TextPart part, Locale locale) {
        return PLACE.matcher(requirement.text(part, locale)).replaceAll("…");
    }

    /**
     * A sentence with its places <code>{0}</code>, <code>{1}</code> … filled; a {@link Bilingual} value is put in by language.
     *
     * @throws IllegalArgumentException when there is no text under the key
     */
    public static Bilingual of(String key, @Nullable Object... values) {
        return Bilingual.of(locale -> of(locale, key, values));
    }

    /** The same in one language. */
    public static String of(Locale locale, String key, @Nullable Object... values) {
        String template = BUNDLE.text(key, locale);
        if (values.length == 0) {
            return template;
        }
        StringBuilder out = new StringBuilder(template.length() + 64);
        int from = 0;
        while (true) {
            int open = template.indexOf('{', from);
            int close = open < 0 ? -1 : template.indexOf('}', open);
            if (close < 0) {
                return out.append(template, from, template.length()).toString();
            }
            Object value = values[Integer.parseInt(template.substring(open + 1, close))];
            out.append(template, from, open)
                    .append(value instanceof Bilingual text ? text.in(locale) : String.valueOf(value));
            from = close + 1;
        }
    }

    /** The keys of one language, for tests that hold the two against each other. */
    static Set<String> keys(Locale locale) {
        return BUNDLE.keys(locale);
    }
}
