package io.xuemeng.core.zip;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Location;
import java.text.Normalizer;
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
        for (ZipEntry entry : entries) {
            add(entry, sink);
        }
        checkParents(entries, sink);
    }

    Optional<ZipEntry> find(String path) {
        ZipEntry first = folded.get(key(path));
        if (first != null && first.path().equals(path)) {
            return Optional.of(first);
        }
        return Optional.ofNullable(others.get(path));
    }

    private void add(ZipEntry entry, FindingSink sink) {
        if (entry.path().isEmpty()) {
            return;
        }
        ZipEntry first = folded.putIfAbsent(key(entry.path()), entry);
        if (first == null) {
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

    /** A file that another entry's path uses as a directory. */
    private void checkParents(List<ZipEntry> entries, FindingSink sink) {
        String checked = "";
        for (ZipEntry entry : entries) {
            String path = entry.path();
            int slash = path.lastIndexOf('/', path.length() - 2);
            if (slash <= 0 || (slash == checked.length() && path.startsWith(checked))) {
                continue;
            }
            checked = path.substring(0, slash);
            for (int end = slash; end > 0; end = path.lastIndexOf('/', end - 1)) {
                ZipEntry file = folded.get(key(path.substring(0, end)));
                if (file != null && !file.isDirectory()) {
                    report(PathRequirement.FILE_AND_DIRECTORY, file, entry, sink);
                    break;
                }
            }
        }
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
