package io.xuemeng.identity.claims;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Comparing texts of which one is secret, in a time that does not tell where they differ. */
public final class SecretText {

    private SecretText() {}

    /** Whether two texts are the same. */
    public static boolean matches(String expected, String found) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), found.getBytes(StandardCharsets.UTF_8));
    }
}
