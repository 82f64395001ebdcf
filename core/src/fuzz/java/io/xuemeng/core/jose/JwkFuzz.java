package io.xuemeng.core.jose;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Looks for keys and key sets that make the reader do what it does not document: {@code mvn test -Pfuzz -pl core}. */
class JwkFuzz {

    @FuzzTest(maxDuration = "20s")
    void readsAnyBytes(byte[] bytes) {
        JoseInvariants.holdForKeys(bytes);
    }
}
