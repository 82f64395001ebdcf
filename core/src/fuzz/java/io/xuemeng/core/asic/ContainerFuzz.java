package io.xuemeng.core.asic;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Looks for signatures that make the verifier do what it does not document: {@code mvn test -Pfuzz -pl core}. */
class ContainerFuzz {

    @FuzzTest(maxDuration = "20s")
    void verifiesAnySignature(byte[] bytes) {
        ContainerInvariants.holdForSignatures(bytes);
    }
}
