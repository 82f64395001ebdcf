package io.xuemeng.conformance.producer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a table of contents. Immutable.
 *
 * @param title what the reader sees
 * @param path the file it opens: its path within the content, separated by slashes and not percent-encoded; null for a heading
 *     that opens nothing
 * @param items the lines below it
 */
public record Heading(String title, @Nullable String path, List<Heading> items) {

    /** Copies the list. */
    public Heading {
        items = List.copyOf(items);
    }

    /** A line that opens a file. */
    public static Heading of(String title, String path) {
        return new Heading(title, path, List.of());
    }

    /** A heading over others. */
    public static Heading over(String title, Heading... items) {
        return new Heading(title, null, List.of(items));
    }
}
