package io.xuemeng.conformance.role;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One section of a target file, read strictly: a value of the wrong kind is a {@link SettingsException}, and so is, in {@link
 * #finish()}, a key that nobody asked for. Not thread-safe.
 */
public final class Settings {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s|m)");

    private final String path;
    private final Map<?, ?> values;
    private final Path folder;
    private final Set<String> asked = new HashSet<>();

    /**
     * A section.
     *
     * @param path where it stands, for messages; empty for the file as a whole
     * @param values what it holds, as YAML gives it
     * @param folder the folder of the target file, against which commands are run
     */
    public Settings(String path, Map<?, ?> values, Path folder) {
        this.path = path;
        this.values = values;
        this.folder = folder;
    }

    /** The folder of the target file. */
    public Path folder() {
        return folder;
    }

    /** Where the section stands. */
    public String path() {
        return path;
    }

    /** The keys it has. */
    public Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        values.keySet().forEach(key -> keys.add(String.valueOf(key)));
        return keys;
    }

    /** A text; empty when the key is not there. */
    public Optional<String> text(String key) {
        Object value = ask(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text && !text.isBlank()) {
            return Optional.of(text);
        }
        if (value instanceof Number || value instanceof Boolean) {
            return Optional.of(value.toString());
        }
        throw SettingsException.of("settings.text", place(key));
    }

    /** A text that must be there. */
    public String requiredText(String key) {
        return text(key).orElseThrow(() -> SettingsException.of("settings.missing", place(key)));
    }

    /** A list of texts; empty when the key is not there. */
    public List<String> texts(String key) {
        Object value = ask(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw SettingsException.of("settings.list", place(key));
        }
        List<String> texts = new ArrayList<>();
        for (Object item : list) {
            if (!(item instanceof String || item instanceof Number || item instanceof Boolean)) {
                throw SettingsException.of("settings.list", place(key));
            }
            texts.add(item.toString());
        }
        return texts;
    }

    /** A number within bounds; the default when the key is not there. */
    public int number(String key, int fallback, int min, int max) {
        Object value = ask(key);
        if (value == null) {
            return fallback;
        }
        if (value instanceof Integer number && number >= min && number <= max) {
            return number;
        }
        throw SettingsException.of("settings.number", place(key), min, max);
    }

    /** A time such as {@code 500ms}, {@code 30s} or {@code 2m}, more than zero; the default when the key is not there. */
    public Duration duration(String key, Duration fallback) {
        Duration duration = read(key, fallback);
        if (duration.isZero()) {
            throw SettingsException.of("settings.duration", place(key));
        }
        return duration;
    }

    /** A time within bounds, which are whole seconds; the default when the key is not there. */
    public Duration duration(String key, Duration fallback, Duration min, Duration max) {
        Duration duration = read(key, fallback);
        if (duration.compareTo(min) < 0 || duration.compareTo(max) > 0) {
            throw SettingsException.of("settings.duration.range", place(key), min.toSeconds(), max.toSeconds());
        }
        return duration;
    }

    private Duration read(String key, Duration fallback) {
        Object value = ask(key);
        if (value == null) {
            return fallback;
        }
        Matcher matcher = DURATION.matcher(value.toString());
        if (!matcher.matches()) {
            throw SettingsException.of("settings.duration", place(key));
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            default -> Duration.ofMinutes(amount);
        };
    }

    /** One of some words; the first when the key is not there. */
    public String oneOf(String key, List<String> words) {
        String word = text(key).orElse(words.get(0));
        if (!words.contains(word)) {
            throw SettingsException.of("settings.oneOf", place(key), String.join(", ", words), word);
        }
        return word;
    }

    /** A section within this one; empty when the key is not there. */
    public Optional<Settings> section(String key) {
        Object value = ask(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Map<?, ?> map) {
            return Optional.of(new Settings(place(key), map, folder));
        }
        throw SettingsException.of("settings.section", place(key));
    }

    /** Refuses keys that nobody asked for: they are mistyped, or meant for another version of the kit. */
    public void finish() {
        Set<String> unknown = keys();
        unknown.removeAll(asked);
        if (!unknown.isEmpty()) {
            throw SettingsException.of(
                    "settings.unknown", place(unknown.iterator().next()), String.join(", ", new TreeSet<>(asked)));
        }
    }

    private @org.jspecify.annotations.Nullable Object ask(String key) {
        asked.add(key);
        return values.get(key);
    }

    private String place(String key) {
        return path.isEmpty() ? key : path + '.' + key;
    }
}
