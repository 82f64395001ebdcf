package io.xuemeng.core.zip;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.core.requirement.Severity;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The paths of an archive that is being written. It refuses what the reader would find fault with. */
final class WrittenPaths {

    // What an entry is for is its author's decision, not a fault of its path.
    private static final Set<Requirement> ALLOWED =
            Set.of(PathRequirement.EXECUTABLE, PathRequirement.LITTER, ZipRequirement.NESTED_ARCHIVE);

    // By folded path: the path as it was given, or nothing for a directory that only stands in the paths of its files.
    private final Map<String, String> taken = new HashMap<>();
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
        boolean directory = isDirectory(path);
        if (other != null && !(directory && other.isEmpty())) {
            throw conflict(path, other.isEmpty() ? key + '/' : other);
        }
        int from = path.length() - 2;
        for (int slash = path.lastIndexOf('/', from); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            String parent = taken.get(PathIndex.key(path.substring(0, slash)));
            if (parent != null && !parent.isEmpty() && !isDirectory(parent)) {
                throw conflict(path.substring(0, slash + 1), parent);
            }
        }
        taken.put(key, path);
        for (int slash = path.lastIndexOf('/', from); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            if (taken.putIfAbsent(PathIndex.key(path.substring(0, slash)), "") != null) {
                break;
            }
        }
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
