package io.xuemeng.examples.platform;

import io.xuemeng.core.requirement.MessageBundle;
import java.text.MessageFormat;
import java.util.Locale;

/** The tool's own sentences. */
final class Texts {

    private static final MessageBundle BUNDLE = MessageBundle.load("texts", Texts.class::getResourceAsStream);

    private Texts() {}

    static String of(Locale locale, String key, Object... arguments) {
        return new MessageFormat(BUNDLE.text(key, locale), Locale.ROOT).format(arguments);
    }
}
