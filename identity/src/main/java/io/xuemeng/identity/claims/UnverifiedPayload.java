package io.xuemeng.identity.claims;

import io.xuemeng.core.input.Limits;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The payload of a token before anybody verified it, to find out which key is to verify it. Whatever is read of it counts only once the
 * same token verified; what is lax here is refused then.
 */
public final class UnverifiedPayload {

    private UnverifiedPayload() {}

    /** The payload, or null when the token has not the form of one. */
    public static byte @Nullable [] of(String compact, Limits limits) {
        int first = compact.indexOf('.');
        int second = compact.indexOf('.', first + 1);
        if (first < 0 || second < 0 || compact.length() > limits.tokenBytes()) {
            return null;
        }
        try {
            return Base64.getUrlDecoder().decode(compact.substring(first + 1, second));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
