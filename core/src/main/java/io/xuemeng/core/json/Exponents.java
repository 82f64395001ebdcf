package io.xuemeng.core.json;

/** Exponents so large that the number would fill memory as soon as somebody computes with it. */
final class Exponents {

    static final int MAX_DIGITS = 4;

    private Exponents() {}

    /** Whether a number's exponent has more than {@value #MAX_DIGITS} digits, leading zeros aside. */
    static boolean isLarge(byte[] document, int from, int to) {
        int digits = 0;
        for (int i = to - 1; i > from; i--) {
            byte c = document[i];
            if (c == 'e' || c == 'E') {
                int first = document[i + 1] == '+' || document[i + 1] == '-' ? i + 2 : i + 1;
                while (digits > MAX_DIGITS && document[first] == '0') {
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
