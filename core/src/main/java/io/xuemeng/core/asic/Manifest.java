package io.xuemeng.core.asic;

import io.xuemeng.core.crypto.DigestAlgorithm;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a signing covers (ETSI EN 319 162-1, 5.1, ASiCManifest).
 *
 * @param path where it stands
 * @param signature the path of the signature that it names
 * @param seal the path of the SM2 seal that it names beside that, or null
 * @param references by path of the entry
 * @param directories the paths of empty directories, each with a slash at its end
 * @param namesItself whether it states its own path, and so was written by this library: what it does not name was not there
 */
record Manifest(
        String path,
        String signature,
        @Nullable String seal,
        Map<String, Reference> references,
        Set<String> directories,
        boolean namesItself) {

    static final String NAMESPACE = "http://uri.etsi.org/02918/v1.2.1#";
    static final String DIGEST_NAMESPACE = "http://www.w3.org/2000/09/xmldsig#";
    /** Of the extension that names the manifest itself, a seal, and empty directories. */
    static final String EXTENSION_NAMESPACE = "urn:x-xuemeng:asic:1.0";

    /**
     * A file and its digests.
     *
     * @param digests those whose algorithm is accepted
     * @param unaccepted the algorithms that are not
     */
    record Reference(Map<DigestAlgorithm, byte[]> digests, List<String> unaccepted) {}

    /** The paths of the signatures that it names. */
    List<String> signatures() {
        return seal == null ? List.of(signature) : List.of(signature, seal);
    }

    private static final Map<String, DigestAlgorithm> ALGORITHMS = Map.of(
            "http://www.w3.org/2001/04/xmlenc#sha256", DigestAlgorithm.SHA_256,
            "http://www.w3.org/2001/04/xmldsig-more#sha384", DigestAlgorithm.SHA_384,
            "http://www.w3.org/2001/04/xmlenc#sha512", DigestAlgorithm.SHA_512,
            "urn:oid:1.2.156.10197.1.401", DigestAlgorithm.SM3);

    static @Nullable DigestAlgorithm algorithm(String uri) {
        return ALGORITHMS.get(uri);
    }

    static String uri(DigestAlgorithm algorithm) {
        return ALGORITHMS.entrySet().stream()
                .filter(entry -> entry.getValue() == algorithm)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
