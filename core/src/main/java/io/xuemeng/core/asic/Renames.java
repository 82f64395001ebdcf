package io.xuemeng.core.asic;

import io.xuemeng.core.asic.EntryDigests.Digested;
import io.xuemeng.core.asic.Manifest.Reference;
import io.xuemeng.core.crypto.DigestAlgorithm;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files that were renamed: those that no manifest names and that have the digests of one that is gone. There is an index for
 * each set of algorithms that references use, because a hostile package can have a hundred thousand of either.
 */
final class Renames {

    private final Contents contents;
    private final Set<String> added;
    private final Map<Set<DigestAlgorithm>, Map<String, Deque<String>>> indexes = new HashMap<>();

    /** Those found are taken out of {@code added}. */
    Renames(Contents contents, Set<String> added) {
        this.contents = contents;
        this.added = added;
    }

    /** A file that was added and is what a reference is to, which is then no longer one that was added; or null. */
    @Nullable
    String take(Reference reference) {
        if (reference.digests().isEmpty() || added.isEmpty()) {
            return null;
        }
        Set<DigestAlgorithm> algorithms = EnumSet.copyOf(reference.digests().keySet());
        Deque<String> files =
                indexes.computeIfAbsent(algorithms, this::index).get(key(algorithms, reference.digests()));
        while (files != null && !files.isEmpty()) {
            String file = files.pop();
            // It may have been found through another index.
            if (added.remove(file)) {
                return file;
            }
        }
        return null;
    }

    private Map<String, Deque<String>> index(Set<DigestAlgorithm> algorithms) {
        Map<String, Deque<String>> index = new HashMap<>();
        for (String file : added) {
            List<Digested> found = contents.digests(file);
            // Of several with one name, which is reported, none is the one.
            Map<DigestAlgorithm, byte[]> values =
                    found.size() == 1 ? found.get(0).values() : null;
            if (values != null) {
                index.computeIfAbsent(key(algorithms, values), key -> new ArrayDeque<>(1))
                        .add(file);
            }
        }
        return index;
    }

    private static String key(Set<DigestAlgorithm> algorithms, Map<DigestAlgorithm, byte[]> values) {
        StringBuilder key = new StringBuilder();
        for (DigestAlgorithm algorithm : algorithms) {
            key.append(Base64.getEncoder().encodeToString(values.get(algorithm)));
        }
        return key.toString();
    }
}
