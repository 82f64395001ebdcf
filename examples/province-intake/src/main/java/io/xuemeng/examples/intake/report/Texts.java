package io.xuemeng.examples.intake.report;

import io.xuemeng.core.requirement.MessageBundle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The tool's own sentences and labels, in Chinese and English. */
public final class Texts {

    private static final MessageBundle BUNDLE =
            MessageBundle.load("texts", name -> Texts.class.getResourceAsStream(name));

    private Texts() {}

    /** A sentence with its places <code>{0}</code>, <code>{1}</code> … filled. */
    public static String of(Locale locale, String key, @Nullable Object... values) {
        String text = BUNDLE.text(key, locale);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    static MessageBundle bundle() {
        return BUNDLE;
    }
}
