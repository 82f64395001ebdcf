package io.xuemeng.examples.platform.account;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Hashes passwords with Argon2id (RFC 9106) by Spring Security, which takes 16 MiB and some 50 ms for each. Thread-safe. */
public final class Passwords {

    private static final Argon2PasswordEncoder ENCODER = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();

    /** What an attempt at an account that does not exist is held against, to take as long; the answer does not matter. */
    private static final String NOBODY = hash("nobody");

    private Passwords() {}

    /** The hash of a password, with its salt and its costs: {@code $argon2id$v=19$m=16384,t=2,p=1$…}. */
    public static String hash(String password) {
        String hash = ENCODER.encode(password);
        if (hash == null) {
            throw new IllegalArgumentException("a password is not empty");
        }
        return hash;
    }

    /** Whether a text is a hash that {@link #hash} could have made. */
    public static boolean isHash(String text) {
        return text.matches(
                "\\$argon2id\\$v=19\\$m=\\d{1,7},t=\\d{1,2},p=\\d{1,2}\\$[A-Za-z0-9+/]{10,}\\$[A-Za-z0-9+/]{20,}");
    }

    static boolean matches(String password, String hash) {
        return ENCODER.matches(password, hash);
    }

    /** Takes as long as {@link #matches}. */
    static void matchNobody(String password) {
        ENCODER.matches(password, NOBODY);
    }
}
