package io.xuemeng.identity.session;

import io.xuemeng.core.crypto.DigestAlgorithm;
import io.xuemeng.identity.claims.SecretText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * PKCE by the method {@code S256} (RFC 7636): whoever exchanges a code proves to be who asked for it. The method {@code plain} is not
 * offered.
 */
public final class ProofKey {

    private ProofKey() {}

    /** The parameter {@code code_challenge} for a {@code code_verifier}. */
    public static String challenge(String codeVerifier) {
        byte[] hash = DigestAlgorithm.SHA_256.digest(codeVerifier.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    /** An issuer's side: whether a {@code code_verifier} has the form of one and belongs to the challenge that came with the request. */
    public static boolean matches(String codeChallenge, String codeVerifier) {
        return isVerifier(codeVerifier) && SecretText.matches(codeChallenge, challenge(codeVerifier));
    }

    /** RFC 7636, 4.1: 43 to 128 unreserved characters. */
    private static boolean isVerifier(String text) {
        if (text.length() < 43 || text.length() > 128) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean unreserved = (c >= 'A' && c <= 'Z')
                    || (c >= 'a' && c <= 'z')
                    || (c >= '0' && c <= '9')
                    || c == '-'
                    || c == '.'
                    || c == '_'
                    || c == '~';
            if (!unreserved) {
                return false;
            }
        }
        return true;
    }
}
