package io.xuemeng.core.asic;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Looks for manifests that make the verifier do what it does not document: {@code mvn test -Pfuzz -pl core}. */
class ManifestFuzz {

    @FuzzTest(maxDuration = "20s")
    void readsAnyManifest(byte[] bytes) {
        ContainerInvariants.holdForManifests(bytes);
    }
}
