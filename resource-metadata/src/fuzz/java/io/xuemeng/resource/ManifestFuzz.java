package io.xuemeng.resource;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Looks for bytes that make the reader of manifests do what it does not document: {@code mvn test -Pfuzz -pl resource-metadata -am}. */
class ManifestFuzz {

    @FuzzTest(maxDuration = "20s")
    void readsAnyBytes(byte[] bytes) {
        DocumentInvariants.holdForManifests(bytes);
    }
}
