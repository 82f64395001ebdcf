package io.xuemeng.resource.packaging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry in the table of contents of a package that is being built. Immutable.
 *
 * @param title what the reader sees
 * @param path the file it opens: its path within the package, separated by slashes and not percent-encoded; null for a heading
 * @param items the entries below it
 */
public record PackageItem(String title, @Nullable String path, List<PackageItem> items) {

    /** Copies the list. */
    public PackageItem {
        items = List.copyOf(items);
    }
}
