package io.xuemeng.core.asic;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.crypto.DigestAlgorithm;
import io.xuemeng.core.crypto.certificate.ValidationStatus;
import io.xuemeng.core.requirement.Finding;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Containers that cost their maker nothing: what they make us do grows with their size, not with its square. Each of these takes a few
 * seconds at most; compared each with each, their entries would take many minutes.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class HostileContainerTest {

    private static final int MANY = 60_000;

    @Test
    void filesThatNobodySignedAreNotHeldAgainstEachOneThatIsGone() {
        Map<String, byte[]> files = Forge.files();
        Map<String, Map<DigestAlgorithm, byte[]>> digests = new LinkedHashMap<>();
        for (int i = 0; i < MANY; i++) {
            // One digest is that of every file, so that only the second tells them apart.
            digests.put(
                    "gone/" + i,
                    Map.of(
                            DigestAlgorithm.SHA_256, DigestAlgorithm.SHA_256.digest(new byte[0]),
                            DigestAlgorithm.SM3,
                                    ByteBuffer.allocate(32).putInt(i).array()));
            files.put("new/" + i, new byte[0]);
        }

        ContainerResult result = verify(files, digests, List.of());

        assertThat(occurrences(result, "SIG-009")).isGreaterThanOrEqualTo(MANY);
        assertThat(occurrences(result, "SIG-011")).isEqualTo(MANY);
    }

    @Test
    void directoriesThatAreGoneAreNotLookedForInEachFile() {
        Map<String, byte[]> files = Forge.files();
        List<String> directories = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            files.put(i % 2 == 0 ? "new/" + i : "empty/" + i + '/', new byte[0]);
        }
        for (int i = 0; i < 4 * MANY; i++) {
            directories.add("gone/" + i + '/');
        }

        ContainerResult result = verify(files, digests(files), directories);

        assertThat(occurrences(result, "SIG-009")).isGreaterThanOrEqualTo(MANY);
        assertThat(occurrences(result, "SIG-011")).isEqualTo(4 * MANY);
    }

    /** The directories above such paths are a gigabyte of text. */
    @Test
    void directoriesAboveDeepPathsAreNotKept() {
        Map<String, byte[]> files = Forge.files();
        for (int i = 0; i < 1000; i++) {
            files.put("d" + i + "/a".repeat(1000) + "/b", new byte[0]);
        }
        files.put("empty/", new byte[0]);

        ContainerResult result = verify(files, digests(files), List.of());

        assertThat(occurrences(result, "SIG-009")).isEqualTo(1000 + 4);
    }

    private static Map<String, Map<DigestAlgorithm, byte[]>> digests(Map<String, byte[]> files) {
        byte[] content = files.get("imsmanifest.xml");
        return Map.of(
                "imsmanifest.xml",
                Map.of(
                        DigestAlgorithm.SHA_256, DigestAlgorithm.SHA_256.digest(content),
                        DigestAlgorithm.SM3, DigestAlgorithm.SM3.digest(content)));
    }

    /** A container with a manifest that anybody could write, and no signature to speak of. */
    private static ContainerResult verify(
            Map<String, byte[]> files, Map<String, Map<DigestAlgorithm, byte[]>> digests, List<String> directories) {
        Map<String, byte[]> all = new LinkedHashMap<>(files);
        all.put(Forge.MANIFEST, ManifestWriter.write(Forge.MANIFEST, Forge.SIGNATURE, null, digests, directories));
        all.put(Forge.SIGNATURE, "none".getBytes(StandardCharsets.US_ASCII));
        ContainerResult result = Packages.verify(Edit.apply(all, List.of()), DemoPki.verifier());
        assertThat(result.status()).isEqualTo(ValidationStatus.INVALID);
        return result;
    }

    private static long occurrences(ContainerResult result, String id) {
        return result.findings().stream()
                .filter(finding -> finding.id().equals(id))
                .mapToLong(Finding::occurrences)
                .sum();
    }
}
