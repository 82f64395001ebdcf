package io.xuemeng.core.code;

/**
 * The code of an organisation (全国组织机构代码, GB 11714-1997): eight digits or upper-case letters and a check character,
 * without the hyphen that is sometimes printed before it, such as {@code D2143569X}. Since 2015 it lives on as positions
 * 9–17 of the {@link CreditCode}. Immutable.
 *
 * <p>The check (modulo 11) catches every single wrong digit and every swap of neighbouring digits; with letters it misses
 * those that take the place of a character whose value differs by 11 or 22 or 33, such as {@code B} for {@code 0}.
 *
 * @param text the nine characters
 */
public record OrganizationCode(String text) {

    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    /**
     * Checks the text.
     *
     * @throws InvalidCodeException when {@link #isValid} does not hold
     */
    public OrganizationCode {
        if (!isValid(text)) {
            throw new InvalidCodeException(
                    "an organisation code (GB 11714) is 8 digits or upper-case letters and a check character that fits"
                            + " them, without a hyphen",
                    text);
        }
    }

    /**
     * The organisation code that a text is.
     *
     * @throws InvalidCodeException when {@link #isValid} does not hold
     */
    public static OrganizationCode of(String text) {
        return new OrganizationCode(text);
    }

    /** Whether a text is eight digits or upper-case letters and the check character that belongs to them. */
    public static boolean isValid(CharSequence text) {
        return text.length() == 9 && isValid(text, 0);
    }

    /** Whether the nine characters from a position on are an organisation code. */
    static boolean isValid(CharSequence text, int at) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            char c = text.charAt(at + i);
            int value;
            if (Ascii.isDigit(c)) {
                value = c - '0';
            } else if (Ascii.isUpperCaseLetter(c)) {
                value = c - 'A' + 10;
            } else {
                return false;
            }
            sum += value * WEIGHTS[i];
        }
        int check = (11 - sum % 11) % 11;
        return text.charAt(at + 8) == (check == 10 ? 'X' : (char) ('0' + check));
    }

    /** The nine characters. */
    @Override
    public String toString() {
        return text;
    }
}
