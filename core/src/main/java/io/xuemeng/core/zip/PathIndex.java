package io.xuemeng.core.zip;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Location;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds entries by path, and finds paths that some system takes for the same: byte for byte, or after folding of case,
 * Unicode normalisation and full-width characters.
 */
final class PathIndex {

    // By folded path without a closing slash. Where several fold to one key the first stands here.
    private final Map<String, ZipEntry> folded;
    // The further ones, by path as it is.
    private final Map<String, ZipEntry> others = new HashMap<>();

    PathIndex(List<ZipEntry> entries, FindingSink sink) {
        folded = new HashMap<>((int) (entries.size() / 0.75) + 1);
        // In the order of the archive, which is sorted already, or nearly so.
        List<String> keys = new ArrayList<>(entries.size());
        for (ZipEntry entry : entries) {
            add(entry, keys, sink);
        }
        checkParents(entries, keys, sink);
    }

    Optional<ZipEntry> find(String path) {
        ZipEntry first = folded.get(key(path));
        if (first != null && first.path().equals(path)) {
            return Optional.of(first);
        }
        return Optional.ofNullable(others.get(path));
    }

    private void add(ZipEntry entry, List<String> keys, FindingSink sink) {
        if (entry.path().isEmpty()) {
            return;
        }
        String key = key(entry.path());
        ZipEntry first = folded.putIfAbsent(key, entry);
        if (first == null) {
            keys.add(key);
            return;
        }
        boolean same = first.path().equals(entry.path());
        if (!same) {
            same = others.putIfAbsent(entry.path(), entry) != null;
        }
        PathRequirement requirement;
        if (same) {
            requirement = PathRequirement.DUPLICATE;
        } else if (first.isDirectory() != entry.isDirectory()) {
            requirement = PathRequirement.FILE_AND_DIRECTORY;
        } else if (entry.isDirectory()) {
            // Two spellings of one folder become one, whether they are listed or only used: nothing is overwritten.
            return;
        } else {
            requirement = PathRequirement.DUPLICATE_WHEN_FOLDED;
        }
        report(requirement, first, entry, sink);
    }

    /**
     * A file that another entry's path uses as a directory. It is looked for in one pass over sorted paths: to look up each directory
     * above each path would take a hostile archive of deep paths half an hour.
     */
    private void checkParents(List<ZipEntry> entries, List<String> keys, FindingSink sink) {
        keys.sort(PathIndex::compare);
        Map<String, ZipEntry> nearest = new HashMap<>();
        Deque<String> above = new ArrayDeque<>();
        for (String key : keys) {
            while (!above.isEmpty() && !isBelow(key, above.peek())) {
                above.pop();
            }
            if (!above.isEmpty()) {
                nearest.put(key, folded.get(above.peek()));
            }
            ZipEntry entry = folded.get(key);
            if (entry != null && !entry.isDirectory()) {
                above.push(key);
            }
        }
        String checked = "";
        for (ZipEntry entry : nearest.isEmpty() ? List.<ZipEntry>of() : entries) {
            String path = entry.path();
            int slash = path.lastIndexOf('/', path.length() - 2);
            if (slash <= 0 || (slash == checked.length() && path.startsWith(checked))) {
                continue;
            }
            checked = path.substring(0, slash);
            ZipEntry file = nearest.get(key(path));
            if (file != null) {
                report(PathRequirement.FILE_AND_DIRECTORY, file, entry, sink);
            }
        }
    }

    /** An order in which what lies below a path follows it at once: as that of strings, but a slash is before all other characters. */
    static int compare(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char left = a.charAt(i);
            char right = b.charAt(i);
            if (left != right) {
                return left == '/' ? -1 : right == '/' ? 1 : left - right;
            }
        }
        return a.length() - b.length();
    }

    /** Whether a path lies below a directory of that name, which has no slash at its end. */
    static boolean isBelow(String path, String directory) {
        return path.length() > directory.length()
                && path.charAt(directory.length()) == '/'
                && path.startsWith(directory);
    }

    private static void report(PathRequirement requirement, ZipEntry first, ZipEntry second, FindingSink sink) {
        first.markUnextractable();
        second.markUnextractable();
        sink.report(Finding.of(requirement)
                .at(Location.entry(second.path()))
                .with("path", second.path())
                .with("other", first.path())
                .build());
    }

    static String key(String path) {
        int length = path.length();
        int end = length > 1 && path.charAt(length - 1) == '/' ? length - 1 : length;
        for (int i = 0; i < end; i++) {
            char c = path.charAt(i);
            if (c >= 0x80 || (c >= 'A' && c <= 'Z')) {
                return fold(path.substring(0, end));
            }
        }
        return path.substring(0, end);
    }

    private static String fold(String path) {
        String normal = Normalizer.normalize(path, Normalizer.Form.NFC);
        StringBuilder out = new StringBuilder(normal.length());
        for (int i = 0; i < normal.length(); ) {
            int c = normal.codePointAt(i);
            i += Character.charCount(c);
            if (c >= 0xFF01 && c <= 0xFF5E) {
                c -= 0xFEE0;
            } else if (c == 0x3000) {
                c = ' ';
            }
            // No file system takes the Turkish letters for the others, though Java's mapping does.
            if (c == '\u0131' || c == '\u0130' || Character.isIdeographic(c)) {
                out.appendCodePoint(c);
            } else {
                out.append(foldCase(c));
            }
        }
        return Normalizer.normalize(out, Normalizer.Form.NFC);
    }

    /** Full case folding, as ext4 and APFS do it, by which a sharp s is two letters. */
    private static String foldCase(int c) {
        return Character.toString(c)
                .toLowerCase(Locale.ROOT)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
