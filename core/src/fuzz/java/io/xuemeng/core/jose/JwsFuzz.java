package io.xuemeng.core.jose;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Looks for tokens that make the verifier do what it does not document: {@code mvn test -Pfuzz -pl core}. */
class JwsFuzz {

    /** Any bytes as a token, and as the header of one that is well formed otherwise and rightly signed. */
    @FuzzTest(maxDuration = "20s")
    void verifiesAnyBytes(byte[] bytes) {
        JoseInvariants.holdForTokens(bytes);
        byte[] header = bytes.length > 2000 ? Arrays.copyOf(bytes, 2000) : bytes;
        String token = Tokens.token(ExampleKeys.ED25519, header, bytes);
        JoseInvariants.holdForTokens(token.getBytes(StandardCharsets.US_ASCII));
    }
}
