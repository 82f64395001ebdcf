package io.xuemeng.identity.claims;

/** The form of subjects (OpenID Connect Core 1.0, 2). */
public final class Subjects {

    /** The greatest length, in characters. */
    public static final int MAX_LENGTH = 255;

    private Subjects() {}

    /** Whether a text is a subject: 1 to {@value #MAX_LENGTH} ASCII characters that can be seen. */
    public static boolean isValid(String subject) {
        if (subject.isEmpty() || subject.length() > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < subject.length(); i++) {
            char c = subject.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }
}
