package io.xuemeng.examples.platform.oidc;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a code stands for. Immutable; {@code toString} says nothing of it.
 *
 * @param client who asked
 * @param redirectUri where the code was sent
 * @param codeChallenge what the verifier must match (RFC 7636)
 * @param nonce of the request; null when it had none
 * @param scope what the client gets
 * @param session who signed in
 */
record Grant(
        Client client,
        String redirectUri,
        String codeChallenge,
        @Nullable String nonce,
        Set<String> scope,
        OwnSession session) {

    @Override
    public String toString() {
        return "Grant";
    }
}
