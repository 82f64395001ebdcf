package io.xuemeng.core.code;

import java.util.Optional;

/**
 * The identifier that the Ministry of Education gives a school or institution for good (学校（机构）标识码): ten digits.
 * Positions 1–2 are the category, such as 21 for a primary school, checked against the published table. Positions 3–4
 * are published as the province of GB/T 2260, and 5–10 as a serial number, which in higher education is 0 and the older
 * five-digit code; these are not checked, because the rules themselves were not at hand and some bodies may number
 * otherwise. There is no check digit. Immutable.
 *
 * @param text the ten digits
 */
public record InstitutionId(String text) {

    private static final CodeTable CATEGORIES = CodeTable.load("institution-categories.tsv");

    /**
     * Checks the text.
     *
     * @throws InvalidCodeException when {@link #isValid} does not hold
     */
    public InstitutionId {
        if (!isValid(text)) {
            throw new InvalidCodeException(
                    "an institution identifier is 10 digits that begin with a known category of institution", text);
        }
    }

    /**
     * The institution identifier that a text is.
     *
     * @throws InvalidCodeException when {@link #isValid} does not hold
     */
    public static InstitutionId of(String text) {
        return new InstitutionId(text);
    }

    /** Whether a text is ten ASCII digits that begin with a known category. */
    public static boolean isValid(CharSequence text) {
        return hasForm(text) && CATEGORIES.has(text, 0);
    }

    /** Whether a text is ten ASCII digits, of whatever category; for callers who only warn of an unknown category. */
    public static boolean hasForm(CharSequence text) {
        return text.length() == 10 && Ascii.areDigits(text, 0, 10);
    }

    /** The two digits of the category, such as {@code 21}. */
    public String categoryCode() {
        return text.substring(0, 2);
    }

    /** The Chinese name of the category, such as 小学. */
    public String categoryName() {
        String name = CATEGORIES.name(text, 0);
        if (name == null) {
            throw new IllegalStateException("an institution identifier was made without its check");
        }
        return name;
    }

    /** The province that positions 3–4 say; empty when they are not a province of GB/T 2260. */
    public Optional<AreaCode> province() {
        return AreaCode.isProvince(text, 2)
                ? Optional.of(new AreaCode(text.substring(2, 4) + "0000"))
                : Optional.empty();
    }

    /** The ten digits. */
    @Override
    public String toString() {
        return text;
    }
}
