package io.xuemeng.core.asic;

import io.xuemeng.core.asic.EntryDigests.Digested;
import java.util.List;
import java.util.Map;

/**
 * The entries of a container with their digests.
 *
 * @param files by path; several of one path are a fault and all judged
 * @param emptyDirectories the listed directories that nothing lies below
 * @param manifests those that could be read and whose signatures are there
 * @param wrongMimeType whether the {@code mimetype} entry says something else, which has been reported
 */
record Contents(
        Map<String, List<Digested>> files,
        List<String> emptyDirectories,
        List<Manifest> manifests,
        boolean wrongMimeType) {

    /** Whether a manifest need not cover a file: its own, and those of other signings, which have results of their own. */
    boolean isExempt(String file, Manifest manifest) {
        if (file.equals(ContainerPaths.MIME_TYPE_ENTRY)) {
            // What it must say is fixed.
            return true;
        }
        if (!file.startsWith(ContainerPaths.META_INF)) {
            return false;
        }
        for (Manifest each : manifests) {
            if (file.equals(each.path()) || each.signatures().contains(file)) {
                return true;
            }
        }
        return file.equals(manifest.path()) || manifest.signatures().contains(file);
    }

    /** The digests of the entries of one path; empty when there is none. */
    List<Digested> digests(String file) {
        return files.getOrDefault(file, List.of());
    }

    boolean isWrongMimeType(String file) {
        return wrongMimeType && file.equals(ContainerPaths.MIME_TYPE_ENTRY);
    }

    /** Whether a directory is there: listed, or used by a file. */
    boolean isDirectory(String directory) {
        return emptyDirectories.contains(directory)
                || files.keySet().stream().anyMatch(file -> file.startsWith(directory));
    }
}
