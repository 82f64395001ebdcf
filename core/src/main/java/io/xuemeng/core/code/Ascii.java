package io.xuemeng.core.code;

/** Character tests of the grammars in this package, which all speak of ASCII letters and digits only. */
final class Ascii {

    private Ascii() {}

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(int c) {
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    static boolean isUpperCaseLetter(int c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean isLetterOrDigit(int c) {
        return isDigit(c) || isLetter(c);
    }

    static boolean isHexDigit(int c) {
        int lower = c | 0x20;
        return isDigit(c) || (lower >= 'a' && lower <= 'f');
    }

    static char toLowerCase(char c) {
        return isUpperCaseLetter(c) ? (char) (c | 0x20) : c;
    }

    /** Whether every character from start to end is a digit; start may equal end. */
    static boolean areDigits(CharSequence text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The number that the digits from start to end say; the caller has made sure that they are at most nine digits. */
    static int number(CharSequence text, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            number = number * 10 + (text.charAt(i) - '0');
        }
        return number;
    }

    /** Compares without regard to the case of ASCII letters. */
    static boolean equalsIgnoreCase(CharSequence text, int start, int end, String lowerCase) {
        if (end - start != lowerCase.length()) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            if (toLowerCase(text.charAt(start + i)) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
