package io.xuemeng.core.code;

import java.time.LocalDate;
import java.time.Year;

/**
 * A citizen's identity number (公民身份号码, GB 11643-1999): six digits of area, eight of birth date, three of sequence
 * and a check character, a digit or {@code X}. It is personal data: {@link #toString} masks it. Immutable.
 *
 * <p>The check (ISO 7064 MOD 11-2) catches every single wrong character and every swap of two different neighbours.
 *
 * @param text the eighteen characters
 */
public record CitizenId(String text) {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";

    /**
     * Checks the text.
     *
     * @throws InvalidCodeException when {@link #isValid} does not hold; its message does not hold the number
     */
    public CitizenId {
        if (!isValid(text)) {
            throw new InvalidCodeException(
                    "a citizen's identity number (GB 11643) is 17 digits, a known province first and a real birth date"
                            + " from the 7th on, and a check digit or upper-case X that fits them",
                    text);
        }
    }

    /**
     * The identity number that a text is.
     *
     * @throws InvalidCodeException when {@link #isValid} does not hold; its message does not hold the number
     */
    public static CitizenId of(String text) {
        return new CitizenId(text);
    }

    /**
     * Whether a text is seventeen ASCII digits and the check character that belongs to them, with a known province (83
     * included, which residents from Taiwan have) and a birth date that exists, in the years 1800 to 2099.
     */
    public static boolean isValid(CharSequence text) {
        return text.length() == 18 && isValid(text, 0);
    }

    /** Whether the eighteen characters from a position on are an identity number. */
    static boolean isValid(CharSequence text, int at) {
        return hasForm(text, at) && text.charAt(at + 17) == checkCharacter(text, at);
    }

    /** The same without the check character, where the last may be any digit or X. */
    static boolean hasForm(CharSequence text, int at) {
        char last = text.charAt(at + 17);
        return Ascii.areDigits(text, at, at + 17)
                && (Ascii.isDigit(last) || last == 'X')
                && (AreaCode.isProvince(text, at) || (text.charAt(at) == '8' && text.charAt(at + 1) == '3'))
                && isBirthDate(text, at + 6);
    }

    private static boolean isBirthDate(CharSequence text, int at) {
        int year = Ascii.number(text, at, at + 4);
        return year >= 1800
                && year <= 2099
                && Calendars.isDate(year, Ascii.number(text, at + 4, at + 6), Ascii.number(text, at + 6, at + 8));
    }

    /** The check character that belongs to the seventeen digits from a position on. */
    static char checkCharacter(CharSequence text, int at) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (text.charAt(at + i) - '0') * WEIGHTS[i];
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }

    /** The birth date in it. */
    public LocalDate birthDate() {
        return birthDate(text, 6);
    }

    static LocalDate birthDate(String text, int at) {
        return Year.of(Ascii.number(text, at, at + 4))
                .atMonth(Ascii.number(text, at + 4, at + 6))
                .atDay(Ascii.number(text, at + 6, at + 8));
    }

    /** The number with all but its first and last character masked. */
    @Override
    public String toString() {
        return mask(text);
    }

    static String mask(String text) {
        return text.charAt(0) + "*".repeat(text.length() - 2) + text.charAt(text.length() - 1);
    }
}
