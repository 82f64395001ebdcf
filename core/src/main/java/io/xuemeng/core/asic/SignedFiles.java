package io.xuemeng.core.asic;

import java.util.List;

/**
 * What signing added to a container.
 *
 * @param manifest the path of the manifest of digests
 * @param signatures the paths of the signatures over it: that of the CAdES signature, that of the SM2 seal, or both
 */
public record SignedFiles(String manifest, List<String> signatures) {

    /** Copies the list. */
    public SignedFiles {
        signatures = List.copyOf(signatures);
    }
}
