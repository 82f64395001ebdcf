package io.xuemeng.core.code;

import java.time.LocalDate;

/**
 * A pupil's national enrolment number (全国学籍号), nineteen characters: {@code G}, {@code J} or {@code L} and eighteen
 * that are built like a {@link CitizenId}. It is personal data: {@link #toString} masks it. Immutable.
 *
 * <p>How sure this is: the ministry's coding rule itself was not at hand. What stands here is what several public
 * explanations for schools and parents agree on, so it is second-hand knowledge, most of all for {@code J} and
 * {@code L}.
 *
 * @param text the nineteen characters
 */
public record StudentNumber(String text) {

    /** What the first letter means. */
    public enum Kind {
        /** {@code G}: permanent, made of the citizen's identity number. */
        CITIZEN,
        /**
         * {@code J}: permanent, for pupils without a usable identity number; the area is the school's, and the last
         * character is a check character as in identity numbers.
         */
        ASSIGNED,
        /** {@code L}: temporary, until the data was compared with the population's; ends in four random digits. */
        TEMPORARY
    }

    /**
     * Checks the text.
     *
     * @throws InvalidCodeException when {@link #isValid} does not hold; its message does not hold the number
     */
    public StudentNumber {
        if (!isValid(text)) {
            throw new InvalidCodeException(
                    "a student number is G, J or L and 18 characters built like a citizen's identity number, for G and J"
                            + " with the check character that fits",
                    text);
        }
    }

    /**
     * The student number that a text is.
     *
     * @throws InvalidCodeException when {@link #isValid} does not hold; its message does not hold the number
     */
    public static StudentNumber of(String text) {
        return new StudentNumber(text);
    }

    /**
     * Whether a text is {@code G} or {@code J} and a number that would be a valid {@link CitizenId}, or {@code L} and
     * the same without a check of the last character.
     */
    public static boolean isValid(CharSequence text) {
        return text.length() == 19 && isValid(text, 0);
    }

    /** Whether the nineteen characters from a position on are a student number. */
    static boolean isValid(CharSequence text, int at) {
        return switch (text.charAt(at)) {
            case 'G', 'J' -> CitizenId.isValid(text, at + 1);
            case 'L' -> CitizenId.hasForm(text, at + 1);
            default -> false;
        };
    }

    /** What its first letter means. */
    public Kind kind() {
        return switch (text.charAt(0)) {
            case 'G' -> Kind.CITIZEN;
            case 'J' -> Kind.ASSIGNED;
            default -> Kind.TEMPORARY;
        };
    }

    /** The birth date in it. */
    public LocalDate birthDate() {
        return CitizenId.birthDate(text, 7);
    }

    /** The number with all but its letter and its last character masked. */
    @Override
    public String toString() {
        return CitizenId.mask(text);
    }
}
