package io.xuemeng.core.asic;

import io.xuemeng.core.asic.EntryDigests.Digested;
import java.util.List;
import java.util.Map;

/**
 * The entries of a container with their digests.
 *
 * @param files by path; several of one path are a fault and all judged
 * @param directories the directories
 * @param wrongMimeType whether the {@code mimetype} entry says something else, which has been reported
 */
record Contents(Map<String, List<Digested>> files, Directories directories, boolean wrongMimeType) {

    /**
     * Whether a manifest need not cover a file: each manifest and each signature is judged by itself, or was reported; and what the
     * {@code mimetype} entry says is fixed, so that those who do not sign it, as the standard allows, lose nothing.
     */
    static boolean isExempt(String file, Manifest manifest) {
        return (file.equals(ContainerPaths.MIME_TYPE_ENTRY) && !manifest.namesItself())
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
}
