package io.xuemeng.core.code;

/**
 * An area of China's administrative divisions (行政区划代码, GB/T 2260): two digits for the province, two for the
 * prefecture, two for the county, such as {@code 110108}. The province is checked against the standard's table;
 * prefecture and county are checked by form only, because they change every year and old records keep the old ones.
 * Immutable.
 *
 * @param text the six digits
 */
public record AreaCode(String text) {

    private static final CodeTable PROVINCES = CodeTable.load("provinces.tsv");

    /** What part of the country an area code means. */
    public enum Level {
        /** A province, autonomous region, municipality or special administrative region: {@code 110000}. */
        PROVINCE,
        /** A prefecture: {@code 110100}. */
        PREFECTURE,
        /** A county: {@code 110108}. */
        COUNTY
    }

    /**
     * Checks the text.
     *
     * @throws InvalidCodeException when {@link #isValid} does not hold
     */
    public AreaCode {
        if (!isValid(text)) {
            throw new InvalidCodeException(
                    "an area code (GB/T 2260) is 6 digits: a known province, a prefecture, a county, and a county only in a"
                            + " prefecture",
                    text);
        }
    }

    /**
     * The area code that a text is.
     *
     * @throws InvalidCodeException when {@link #isValid} does not hold
     */
    public static AreaCode of(String text) {
        return new AreaCode(text);
    }

    /** Whether a text is six ASCII digits with a known province, and no county without a prefecture. */
    public static boolean isValid(CharSequence text) {
        return text.length() == 6
                && PROVINCES.has(text, 0)
                && Ascii.areDigits(text, 2, 6)
                && (text.charAt(2) != '0' || text.charAt(3) != '0' || (text.charAt(4) == '0' && text.charAt(5) == '0'));
    }

    /** Whether the two characters at a position are the digits of a province. */
    static boolean isProvince(CharSequence text, int at) {
        return PROVINCES.has(text, at);
    }

    /** Which part of the country it means. */
    public Level level() {
        if (text.endsWith("0000")) {
            return Level.PROVINCE;
        }
        return text.endsWith("00") ? Level.PREFECTURE : Level.COUNTY;
    }

    /** The province it lies in; itself for a province. */
    public AreaCode province() {
        return level() == Level.PROVINCE ? this : new AreaCode(text.substring(0, 2) + "0000");
    }

    /** The Chinese name of the province it lies in, such as 北京市. */
    public String provinceName() {
        String name = PROVINCES.name(text, 0);
        if (name == null) {
            throw new IllegalStateException("an area code was made without its check");
        }
        return name;
    }

    /** The six digits. */
    @Override
    public String toString() {
        return text;
    }
}
