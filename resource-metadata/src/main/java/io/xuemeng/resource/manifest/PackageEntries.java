package io.xuemeng.resource.manifest;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of a package's files, as a manifest is held against them. Not thread-safe. */
public final class PackageEntries {

    private final String folder;
    private final List<String> names;
    private final Set<String> exact;
    private final Map<String, String> reported;
    private @Nullable Map<String, String> folded;

    private PackageEntries(String folder, List<String> names, Collection<String> reported) {
        this.folder = folder;
        this.names = names;
        this.exact = new HashSet<>(names.size() * 2);
        exact.addAll(names);
        this.reported = new HashMap<>(reported.size() * 2);
        for (String name : reported) {
            exact.remove(name);
            this.reported.put(name, name);
            this.reported.putIfAbsent(name.replace('\\', '/'), name);
        }
    }

    /**
     * The files of a package.
     *
     * @param folder the folder in which the manifest stands, ending with a slash, or empty for the root; addresses are relative
     *     to it
     * @param names the paths of the files, without directories, separated by slashes
     * @param reported those of them with which something is wrong that was reported as an error: nothing more is said about
     *     what a manifest makes of them
     */
    public static PackageEntries of(String folder, Collection<String> names, Collection<String> reported) {
        return new PackageEntries(folder, List.copyOf(names), reported);
    }

    /** The paths of all files, in their order. */
    public List<String> names() {
        return names;
    }

    /** The manifest's folder. */
    String folder() {
        return folder;
    }

    /** The path of the file at an address that is relative to the manifest's folder, or null when there is none. */
    @Nullable
    String find(String path) {
        String name = folder.isEmpty() ? path : folder + path;
        return exact.contains(name) ? name : null;
    }

    /** Whether nothing more is said about a file. */
    boolean isReported(String name) {
        return reported.containsKey(name);
    }

    /** The path of a file that was reported, by an address as it is written, or null when there is none. */
    @Nullable
    String findReported(String path) {
        return reported.isEmpty() ? null : reported.get(folder.isEmpty() ? path : folder + path);
    }

    /** The path of a file whose name differs in case or in Unicode normalization only, or null when there is none. */
    @Nullable
    String findSimilar(String path) {
        if (folded == null) {
            folded = new HashMap<>(names.size() * 2);
            for (String name : names) {
                folded.putIfAbsent(fold(name), name);
            }
        }
        return folded.get(fold(folder + path));
    }

    private static String fold(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
