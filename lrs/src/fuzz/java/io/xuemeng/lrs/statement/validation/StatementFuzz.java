package io.xuemeng.lrs.statement.validation;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Looks for bytes that make the reader of statements do what it does not document: {@code mvn test -Pfuzz -pl lrs -am}. */
class StatementFuzz {

    @FuzzTest(maxDuration = "30s")
    void readsAnyBytes(byte[] bytes) {
        StatementInvariants.hold(bytes);
    }
}
