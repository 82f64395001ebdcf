package io.xuemeng.lrs.statement.form;

/** Character tests, which all speak of ASCII only. */
final class Characters {

    private static final byte[] HEX = hexDigits();

    private Characters() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    static boolean isLetterOrDigit(char c) {
        return isDigit(c) || isLetter(c);
    }

    /** The value of a hexadecimal digit, or -1. */
    static int hexDigit(char c) {
        return c < 128 ? HEX[c] : -1;
    }

    private static byte[] hexDigits() {
        byte[] digits = new byte[128];
        for (char c = 0; c < 128; c++) {
            digits[c] = (byte) Character.digit(c, 16);
        }
        return digits;
    }

    /** The number that digits at a position say, or -1 when one of them is none. */
    static int number(CharSequence text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!isDigit(c)) {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }

    static boolean areHexDigits(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (hexDigit(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
