package io.xuemeng.resource;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Looks for bytes that make the readers of records do what they do not document: {@code mvn test -Pfuzz -pl resource-metadata -am}. */
class MetadataFuzz {

    @FuzzTest(maxDuration = "20s")
    void readsAnyBytes(byte[] bytes) {
        DocumentInvariants.holdForMetadata(bytes);
    }
}
