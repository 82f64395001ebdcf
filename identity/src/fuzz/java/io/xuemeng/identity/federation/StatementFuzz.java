package io.xuemeng.identity.federation;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Looks for entity statements that make the reader do what it does not document: {@code mvn test -Pfuzz -pl identity}. */
class StatementFuzz {

    @FuzzTest(maxDuration = "20s")
    void readsAnyBytes(byte[] bytes) {
        StatementInvariants.holdForText(new String(bytes, StandardCharsets.ISO_8859_1));
        StatementInvariants.holdForPayload(bytes);
    }
}
