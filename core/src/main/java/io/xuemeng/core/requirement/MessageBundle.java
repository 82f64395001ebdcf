package io.xuemeng.core.requirement;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one family of requirements: {@code messages.properties} (English) and {@code messages_zh_CN.properties},
 * both in UTF-8, with keys such as {@code ZIP-007.problem}. Immutable and thread-safe.
 */
public final class MessageBundle {

    private final Properties english;
    private final Properties chinese;

    private MessageBundle(Properties english, Properties chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    /**
     * Loads both files of a bundle.
     *
     * @param base the resource's name without {@code .properties}, as {@code opener} resolves it
     * @param opener opens a resource, or returns null when there is none; pass {@code name ->
     *     MyRequirement.class.getResourceAsStream(name)} from your own code, because a named module does not show its
     *     resources to others
     * @throws IllegalStateException when a file is missing: the artifact is damaged
     */
    public static MessageBundle load(String base, Function<String, @Nullable InputStream> opener) {
        return new MessageBundle(read(base + ".properties", opener), read(base + "_zh_CN.properties", opener));
    }

    private static Properties read(String name, Function<String, @Nullable InputStream> opener) {
        Properties properties = new Properties();
        try (InputStream in = opener.apply(name)) {
            if (in == null) {
                throw new IllegalStateException("the message file " + name + " is missing from its artifact");
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the message file " + name + " could not be read", e);
        }
        return properties;
    }

    /**
     * The text under a key.
     *
     * @throws IllegalArgumentException when neither language has the key
     */
    public String text(String key, Locale locale) {
        String text = (isChinese(locale) ? chinese : english).getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no message under the key " + key + " for " + locale.toLanguageTag());
        }
        return text;
    }

    /** The text of a requirement's part. */
    public String text(String id, TextPart part, Locale locale) {
        return text(id + '.' + part.key(), locale);
    }

    /** The keys of one language, sorted; for tests that hold the two languages against each other. */
    public Set<String> keys(Locale locale) {
        return new TreeSet<>((isChinese(locale) ? chinese : english).stringPropertyNames());
    }

    static boolean isChinese(Locale locale) {
        return locale.getLanguage().equals("zh");
    }
}
