package io.xuemeng.core.zip;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.core.requirement.Severity;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** The paths of an archive that is being written. It refuses what the reader would find fault with. */
final class WrittenPaths {

    // What an entry is for is its author's decision, not a fault of its path.
    private static final Set<Requirement> ALLOWED =
            Set.of(PathRequirement.EXECUTABLE, PathRequirement.LITTER, ZipRequirement.NESTED_ARCHIVE);

    // By folded path, what lies below a path after it: the path as it was given.
    private final NavigableMap<String, String> taken = new TreeMap<>(PathIndex::compare);
    private final PathRules rules = new PathRules(Limits.defaults(), refuse());
    // What was read already is not renamed for a warning.
    private final PathRules copyRules = new PathRules(Limits.defaults(), finding -> {
        if (finding.severity().isWorseThan(Severity.WARNING)) {
            throw refusal(finding);
        }
    });

    private static FindingSink refuse() {
        return finding -> {
            if (!ALLOWED.contains(finding.requirement())) {
                throw refusal(finding);
            }
        };
    }

    private static IllegalArgumentException refusal(Finding finding) {
        return new IllegalArgumentException(finding.id() + ": " + finding.message(Locale.ENGLISH));
    }

    /** Takes a path, which ends with a slash for a directory. */
    void claim(String path) {
        rules.check(path);
        take(path);
    }

    /** Takes the path of an entry of another archive, which may have what is only warned of. */
    void claimCopy(String path) {
        copyRules.check(path);
        take(path);
    }

    private void take(String path) {
        String key = PathIndex.key(path);
        String other = taken.get(key);
        if (other != null) {
            throw conflict(path, other);
        }
        String next = taken.higherKey(key);
        if (!isDirectory(path) && next != null && PathIndex.isBelow(next, key)) {
            throw conflict(path, key + '/');
        }
        // If there were a file above this path, nothing could have been taken between them.
        Map.Entry<String, String> before = taken.lowerEntry(key);
        if (before != null && !isDirectory(before.getValue()) && PathIndex.isBelow(key, before.getKey())) {
            throw conflict(before.getKey() + '/', before.getValue());
        }
        taken.put(key, path);
    }

    private static IllegalArgumentException conflict(String path, String other) {
        PathRequirement requirement;
        if (isDirectory(path) != isDirectory(other)) {
            requirement = PathRequirement.FILE_AND_DIRECTORY;
        } else {
            requirement = path.equals(other) ? PathRequirement.DUPLICATE : PathRequirement.DUPLICATE_WHEN_FOLDED;
        }
        return refusal(
                Finding.of(requirement).with("path", path).with("other", other).build());
    }

    private static boolean isDirectory(String path) {
        return path.endsWith("/");
    }
}
