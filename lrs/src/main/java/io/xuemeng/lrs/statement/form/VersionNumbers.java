package io.xuemeng.lrs.statement.form;

/** Version numbers of statements. */
public final class VersionNumbers {

    private VersionNumbers() {}

    /**
     * Whether a text is a version number of Semantic Versioning 1.0.0: three numbers, and perhaps a special version, which
     * begins with a letter and has letters, digits and hyphens.
     */
    public static boolean isSemantic(CharSequence text) {
        int at = digits(text, 0);
        for (int dots = 0; dots < 2; dots++) {
            if (at <= 0 || at == text.length() || text.charAt(at) != '.') {
                return false;
            }
            at = digits(text, at + 1);
        }
        return at > 0 && isSpecial(text, at);
    }

    /** Whether a text is {@code 1.0}, or a semantic version that begins with {@code 1.0.}; likewise for another line. */
    public static boolean isOfLine(CharSequence text, String line) {
        int length = line.length();
        if (text.length() < length || !line.contentEquals(text.subSequence(0, length))) {
            return false;
        }
        return text.length() == length || (text.charAt(length) == '.' && isSemantic(text));
    }

    /** The first number of a semantic version; what is over 9 counts as 9. */
    public static int major(CharSequence semantic) {
        int number = 0;
        for (int at = 0; semantic.charAt(at) != '.'; at++) {
            number = Math.min(9, number * 10 + (semantic.charAt(at) - '0'));
        }
        return number;
    }

    /** Where the digits end, or -1 when there are none. */
    private static int digits(CharSequence text, int start) {
        int at = start;
        while (at < text.length() && Characters.isDigit(text.charAt(at))) {
            at++;
        }
        return at == start ? -1 : at;
    }

    private static boolean isSpecial(CharSequence text, int start) {
        if (start == text.length()) {
            return true;
        }
        int first = text.charAt(start) == '-' ? start + 1 : start;
        if (first == text.length() || !Characters.isLetter(text.charAt(first))) {
            return false;
        }
        for (int i = first; i < text.length(); i++) {
            if (!Characters.isLetterOrDigit(text.charAt(i)) && text.charAt(i) != '-') {
                return false;
            }
        }
        return true;
    }
}
