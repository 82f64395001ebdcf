package io.xuemeng.core.zip;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

/** Looks for bytes that make the zip reader do what it does not document: {@code mvn verify -Pfuzz -pl core}. */
class ZipArchiveFuzz {

    @FuzzTest(maxDuration = "20s")
    void readsAnyBytes(byte[] bytes) throws IOException {
        ZipInvariants.hold(bytes);
    }
}
