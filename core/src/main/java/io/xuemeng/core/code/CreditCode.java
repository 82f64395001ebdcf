package io.xuemeng.core.code;

import java.util.Arrays;
import java.util.Optional;

/**
 * The unified social credit code of a legal person or other organisation (统一社会信用代码, GB 32100-2015): eighteen
 * digits or upper-case letters without I, O, S, V, Z. Position 1 is the registering authority, 2 the kind of
 * organisation, 3–8 the area of registration, 9–17 the organisation code, 18 the check character, such as
 * {@code 91350100M000100Y43}. Immutable.
 *
 * <p>The check (modulo 31) catches every single wrong character and every swap of two different neighbours.
 *
 * @param text the eighteen characters
 */
public record CreditCode(String text) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int MODULUS = 31;
    private static final byte[] VALUES = values();

    /** The check of the whole is that these, the powers of 3, times the values add up to a multiple of 31. */
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28, 1};

    /**
     * Checks the text.
     *
     * @throws InvalidCodeException when {@link #isValid} does not hold
     */
    public CreditCode {
        if (!isValid(text)) {
            throw new InvalidCodeException(
                    "a unified social credit code (GB 32100) is 18 digits or upper-case letters without I, O, S, V, Z;"
                            + " characters 3 to 8 are an area, the last checks the others",
                    text);
        }
    }

    /**
     * The credit code that a text is.
     *
     * @throws InvalidCodeException when {@link #isValid} does not hold
     */
    public static CreditCode of(String text) {
        return new CreditCode(text);
    }

    /**
     * Whether a text has the eighteen characters of a credit code, six digits of area in a known province or
     * {@code 100000} for the whole country, and the check character that belongs to them. The organisation code's own
     * check character is not asked for, see {@link #organizationCode}.
     */
    public static boolean isValid(CharSequence text) {
        if (text.length() != 18 || !Ascii.areDigits(text, 2, 8) || !isArea(text)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 18; i++) {
            char c = text.charAt(i);
            int value = c < VALUES.length ? VALUES[c] : -1;
            if (value < 0) {
                return false;
            }
            sum += value * WEIGHTS[i];
        }
        return sum % MODULUS == 0;
    }

    private static boolean isArea(CharSequence text) {
        return AreaCode.isProvince(text, 2)
                || (text.charAt(2) == '1' && Ascii.number(text, 3, 8) == 0); // 100000: registered with the State
    }

    private static byte[] values() {
        byte[] values = new byte['Z' + 1];
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < ALPHABET.length(); i++) {
            values[ALPHABET.charAt(i)] = (byte) i;
        }
        return values;
    }

    /** The area of registration; empty for {@code 100000}, the whole country, and for digits that are no area code. */
    public Optional<AreaCode> area() {
        String area = text.substring(2, 8);
        return AreaCode.isValid(area) ? Optional.of(new AreaCode(area)) : Optional.empty();
    }

    /** The organisation code in it; empty when its own check character does not fit, as in some real codes. */
    public Optional<OrganizationCode> organizationCode() {
        return OrganizationCode.isValid(text, 8)
                ? Optional.of(new OrganizationCode(text.substring(8, 17)))
                : Optional.empty();
    }

    /** The eighteen characters. */
    @Override
    public String toString() {
        return text;
    }
}
