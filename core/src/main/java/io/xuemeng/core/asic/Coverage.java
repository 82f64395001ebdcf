package io.xuemeng.core.asic;

import io.xuemeng.core.asic.EntryDigests.Digested;
import io.xuemeng.core.asic.Manifest.Reference;
import io.xuemeng.core.crypto.DigestAlgorithm;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Location;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds one manifest against the entries of the container: what was altered, added, removed, renamed. */
final class Coverage {

    private final Contents contents;
    private final Manifest manifest;
    private final FindingSink sink;
    private final Set<String> covered = new HashSet<>();
    private final List<String> coveredSignatures = new ArrayList<>();

    Coverage(Contents contents, Manifest manifest, FindingSink sink) {
        this.contents = contents;
        this.manifest = manifest;
        this.sink = sink;
    }

    Set<String> covered() {
        return Set.copyOf(covered);
    }

    List<String> coveredSignatures() {
        return List.copyOf(coveredSignatures);
    }

    /** Checks all entries, or only one. */
    void check(@Nullable String only, Set<DigestAlgorithm> accepted) {
        Set<String> added = new LinkedHashSet<>();
        for (String file : contents.files().keySet()) {
            if ((only == null || only.equals(file))
                    && !manifest.references().containsKey(file)
                    && !Contents.isExempt(file, manifest)) {
                added.add(file);
            }
        }
        Renames renames = new Renames(contents, added);
        Set<String> weak = new LinkedHashSet<>();
        for (Map.Entry<String, Reference> each : manifest.references().entrySet()) {
            if (only == null || only.equals(each.getKey())) {
                weak.addAll(each.getValue().unaccepted());
                for (DigestAlgorithm algorithm : each.getValue().digests().keySet()) {
                    if (!accepted.contains(algorithm)) {
                        weak.add(algorithm.standardName());
                    }
                }
                reference(each.getKey(), each.getValue(), renames);
            }
        }
        for (String algorithm : weak) {
            sink.report(Finding.of(SignatureRequirement.DIGEST_ALGORITHM)
                    .at(Location.entry(manifest.path()))
                    .with("manifest", manifest.path())
                    .with("algorithm", algorithm)
                    .build());
        }
        for (String file : added) {
            reportAdded(file);
        }
        if (only == null) {
            directories();
        }
    }

    private void reference(String path, Reference reference, Renames renames) {
        List<Digested> found = contents.files().get(path);
        if (found == null) {
            String renamed = renames.take(reference);
            if (renamed == null) {
                report(SignatureRequirement.NOTHING_REMOVED, path);
            } else {
                sink.report(Finding.of(SignatureRequirement.NOTHING_RENAMED)
                        .at(Location.entry(renamed))
                        .with("manifest", manifest.path())
                        .with("path", path)
                        .with("now", renamed)
                        .build());
            }
            return;
        }
        // That there are several was reported; which of them is meant cannot be known.
        boolean good = found.size() == 1;
        for (Digested entry : found) {
            if (entry.values() == null) {
                report(SignatureRequirement.ENTRY_READABLE, path);
                good = false;
            } else if (!isSame(entry, reference)) {
                good = false;
                if (found.size() == 1 && !contents.isWrongMimeType(path)) {
                    report(SignatureRequirement.ENTRY_UNCHANGED, path);
                }
            }
        }
        if (good && !reference.digests().isEmpty()) {
            covered.add(path);
        }
    }

    /** Whether all digests that can be compared are those of the content. */
    private static boolean isSame(Digested entry, Reference reference) {
        Map<DigestAlgorithm, byte[]> values = entry.values();
        if (values == null) {
            return false;
        }
        for (Map.Entry<DigestAlgorithm, byte[]> digest : reference.digests().entrySet()) {
            if (!MessageDigest.isEqual(digest.getValue(), values.get(digest.getKey()))) {
                return false;
            }
        }
        return true;
    }

    private void directories() {
        for (String directory : manifest.directories()) {
            if (!contents.directories().contains(directory)) {
                report(SignatureRequirement.NOTHING_REMOVED, directory);
            }
        }
        for (String directory : contents.directories().empty()) {
            if (!manifest.directories().contains(directory)) {
                reportAdded(directory);
            }
        }
    }

    private void reportAdded(String path) {
        report(
                path.startsWith(ContainerPaths.META_INF)
                        ? SignatureRequirement.NOTHING_ADDED_IN_META_INF
                        : SignatureRequirement.NOTHING_ADDED,
                path);
    }

    private void report(SignatureRequirement requirement, String path) {
        sink.report(Finding.of(requirement)
                .at(Location.entry(path))
                .with("manifest", manifest.path())
                .with("path", path)
                .build());
    }

    /** Notes which earlier signatures are covered with their manifests, and reports those that are not. */
    void checkEarlier(List<Manifest> earlier, boolean report) {
        for (Manifest other : earlier) {
            for (String signature : other.signatures()) {
                if (manifest.references().containsKey(other.path())
                        && manifest.references().containsKey(signature)) {
                    coveredSignatures.add(signature);
                } else if (report) {
                    sink.report(Finding.of(SignatureRequirement.COVERS_EARLIER)
                            .at(Location.entry(manifest.path()))
                            .with("manifest", manifest.path())
                            .with("path", signature)
                            .build());
                }
            }
        }
    }
}
