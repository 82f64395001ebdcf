package io.xuemeng.core.asic;

import io.xuemeng.core.zip.ZipEntry;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The directories of an archive. One that has files below it need not be listed, and zip programs list it or not as they please; an
 * empty one is content. Held as sorted paths, because the directories above deep paths would take thousands of times the memory.
 */
final class Directories {

    private final NavigableSet<String> paths;

    private Directories(NavigableSet<String> paths) {
        this.paths = paths;
    }

    static Directories of(List<ZipEntry> entries) {
        NavigableSet<String> paths = new TreeSet<>();
        for (ZipEntry entry : entries) {
            paths.add(entry.path());
        }
        return new Directories(paths);
    }

    /** The listed directories that nothing lies below, each with a slash at its end. */
    List<String> empty() {
        return paths.stream()
                .filter(path -> path.endsWith("/") && !isBelow(path, paths.higher(path)))
                .toList();
    }

    /**
     * Whether a directory is there: listed, or used by a file.
     *
     * @param directory its path with a slash at its end
     */
    boolean contains(String directory) {
        String first = paths.ceiling(directory);
        return directory.equals(first) || isBelow(directory, first);
    }

    private static boolean isBelow(String directory, @Nullable String path) {
        return path != null && path.startsWith(directory);
    }
}
