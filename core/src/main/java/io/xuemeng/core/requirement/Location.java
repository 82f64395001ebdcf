package io.xuemeng.core.requirement;

import org.jspecify.annotations.Nullable;

/**
 * Where in an input something was found. Every part may be unknown. The texts come from the input and are made safe to
 * show (see {@link SafeText}) when a location is made.
 *
 * @param entry the file within a package, as its path was read; null for the input as a whole
 * @param path the place within the file: a JSON Pointer (RFC 6901) or an XML path such as {@code /manifest/resources[1]};
 *     null when unknown
 * @param line the line, from 1; 0 when unknown
 * @param column the column in characters, from 1; 0 when unknown
 */
public record Location(@Nullable String entry, @Nullable String path, int line, int column) {

    private static final int MAX_PATH = 500;
    private static final Location UNKNOWN = new Location(null, null, 0, 0);

    /** Makes its texts safe to show. */
    public Location {
        entry = entry == null ? null : SafeText.visible(entry, MAX_PATH);
        path = path == null ? null : SafeText.visible(path, MAX_PATH);
        if (line < 0 || column < 0) {
            throw new IllegalArgumentException(
                    "line and column are 0 (unknown) or positive, not " + line + ", " + column);
        }
    }

    /** The input as a whole. */
    public static Location unknown() {
        return UNKNOWN;
    }

    /** A file within a package, as a whole. */
    public static Location entry(String entry) {
        return new Location(entry, null, 0, 0);
    }

    /** A place in a text file; {@code entry} is null when the input is that file. */
    public static Location at(@Nullable String entry, @Nullable String path, int line, int column) {
        return new Location(entry, path, line, column);
    }

    /** {@code imsmanifest.xml:12:5 /manifest/resources[1]}, as far as known; empty for {@link #unknown()}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(64);
        if (entry != null) {
            text.append(entry);
        }
        if (line > 0) {
            text.append(text.isEmpty() ? "" : ":").append(line);
            if (column > 0) {
                text.append(':').append(column);
            }
        }
        if (path != null) {
            text.append(text.isEmpty() ? "" : " ").append(path);
        }
        return text.toString();
    }
}
