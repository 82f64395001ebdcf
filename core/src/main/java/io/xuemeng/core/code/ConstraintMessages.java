package io.xuemeng.core.code;

import jakarta.validation.MessageInterpolator;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Speaks one reader's language unless asked for another, and fills in what the provider did not find under our keys: on the module
 * path it does not look into the jars of libraries. What it did find, an application's own text say, stays. Parameters in braces are
 * not filled in here. Immutable.
 */
final class ConstraintMessages implements MessageInterpolator {

    private static final String KEY = "{io.xuemeng.";
    private static final Properties ENGLISH = load("messages.properties");
    private static final Properties CHINESE = load("messages_zh_CN.properties");

    private final MessageInterpolator provider;
    private final Locale reader;
    private final BiFunction<String, Locale, @Nullable String> more;

    ConstraintMessages(MessageInterpolator provider, Locale reader, BiFunction<String, Locale, @Nullable String> more) {
        this.provider = provider;
        this.reader = reader;
        this.more = more;
    }

    private static Properties load(String name) {
        Properties messages = new Properties();
        try (InputStream in = ConstraintMessages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the message file " + name + " is missing from its artifact");
            }
            messages.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the message file " + name + " could not be read", e);
        }
        return messages;
    }

    @Override
    public String interpolate(String template, Context context) {
        return interpolate(template, context, reader);
    }

    @Override
    public String interpolate(String template, Context context, Locale locale) {
        String message = provider.interpolate(template, context, locale);
        int start = message.indexOf(KEY);
        while (start >= 0) {
            int end = message.indexOf('}', start);
            if (end < 0) {
                return message;
            }
            String found = text(message.substring(start + 1, end), locale);
            if (found != null) {
                message = message.substring(0, start) + found + message.substring(end + 1);
            }
            start = message.indexOf(KEY, found == null ? end : start + found.length());
        }
        return message;
    }

    private @Nullable String text(String key, Locale locale) {
        String own = (locale.getLanguage().equals("zh") ? CHINESE : ENGLISH).getProperty(key);
        return own == null ? more.apply(key, locale) : own;
    }
}
