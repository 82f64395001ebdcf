package io.xuemeng.core.asic;

import io.xuemeng.core.asic.EntryDigests.Digested;
import java.util.List;
import java.util.Map;

/**
 * The entries of a container with their digests.
 *
 * @param files by path; several of one path are a fault and all judged
 * @param emptyDirectories the listed directories that nothing lies below
 * @param wrongMimeType whether the {@code mimetype} entry says something else, which has been reported
 */
record Contents(Map<String, List<Digested>> files, List<String> emptyDirectories, boolean wrongMimeType) {

    /**
     * Whether a manifest need not cover a file: what the {@code mimetype} entry says is fixed, and each manifest and each signature is
     * judged by itself, or was reported.
     */
    static boolean isExempt(String file) {
        return file.equals(ContainerPaths.MIME_TYPE_ENTRY)
                || ContainerPaths.isManifest(file)
                || ContainerPaths.isSignature(file)
                || ContainerPaths.isSeal(file);
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
