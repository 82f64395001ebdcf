package io.xuemeng.core.json;

/** Exponents so large that the number would fill memory as soon as somebody computes with it. */
final class Exponents {

    private static final int MAX_DIGITS = 4;

    private Exponents() {}

    /** Whether a number's exponent has more than {@value #MAX_DIGITS} digits, leading zeros aside. */
    static boolean isLarge(char[] text, int offset, int length) {
        int digits = 0;
        for (int i = offset + length - 1; i > offset; i--) {
            char c = text[i];
            if (c == 'e' || c == 'E') {
                int first = text[i + 1] == '+' || text[i + 1] == '-' ? i + 2 : i + 1;
                while (digits > MAX_DIGITS && text[first] == '0') {
                    first++;
                    digits--;
                }
                return digits > MAX_DIGITS;
            }
            if (c >= '0' && c <= '9') {
                digits++;
            }
        }
        return false;
    }
}
