package io.xuemeng.core.code;

import java.util.Locale;
import java.util.Optional;

/**
 * A language tag (BCP 47), such as {@code zh-CN}, {@code zh-Hant-TW}, {@code x-none}. The text is kept as found; tags are
 * compared without regard to case by whoever compares them, not by {@link #equals}. Immutable.
 *
 * <p>What is checked is that the tag is well-formed (RFC 5646, section 2.1), the irregular grandfathered tags such as
 * {@code i-klingon} included, and that no variant and no extension stands twice (section 2.2); not whether its subtags
 * are registered. A tag of more than {@value #MAX_LENGTH} characters is refused.
 *
 * @param text the tag
 */
public record LanguageTag(String text) {

    /** The longest tag that is read; the longest that makes sense has some 35 characters (RFC 5646, section 4.4.1). */
    public static final int MAX_LENGTH = 255;

    /** What LOM records write where a text is in no language. */
    public static final LanguageTag NONE = new LanguageTag("x-none");

    /**
     * Checks the text.
     *
     * @throws InvalidCodeException when {@link #isValid} does not hold
     */
    public LanguageTag {
        if (!isValid(text)) {
            throw new InvalidCodeException(
                    "a language tag (RFC 5646) is a language and its subtags joined by hyphens, such as zh-CN", text);
        }
    }

    /**
     * The language tag that a text is.
     *
     * @throws InvalidCodeException when {@link #isValid} does not hold
     */
    public static LanguageTag of(String text) {
        return new LanguageTag(text);
    }

    /** Whether a text is a well-formed language tag. */
    public static boolean isValid(CharSequence text) {
        return text.length() <= MAX_LENGTH && LanguageTagScanner.isWellFormed(text);
    }

    /** Whether a text is LOM's way to say that there is no language: {@code none} or {@code x-none}, in any case. */
    public static boolean isNone(CharSequence text) {
        return Ascii.equalsIgnoreCase(text, 0, text.length(), "x-none")
                || Ascii.equalsIgnoreCase(text, 0, text.length(), "none");
    }

    /**
     * The tag that the writer of a malformed one most likely meant: {@code zh_CN}, {@code zh_CN.UTF-8}, {@code zh—CN} and
     * {@code zh_CN_#Hans} become {@code zh-CN} and {@code zh-Hans-CN}. Empty when the text is well-formed already, and
     * when what was meant is not certain.
     */
    public static Optional<String> repair(CharSequence text) {
        if (text.length() > MAX_LENGTH || isValid(text)) {
            return Optional.empty();
        }
        String tag = text.toString().strip();
        int encoding = tag.indexOf('.');
        if (encoding > 0 && tag.indexOf('_') > 0) { // a POSIX locale, and no other text with a dot
            tag = tag.substring(0, encoding);
        }
        StringBuilder joined = new StringBuilder(tag.length());
        for (int i = 0; i < tag.length(); i++) {
            char c = tag.charAt(i);
            joined.append("_＿‐‑–—−－ ".indexOf(c) >= 0 ? '-' : c);
        }
        int script = joined.indexOf("-#");
        if (script > 0 && script + 6 == joined.length()) {
            int language = joined.indexOf("-");
            String name = joined.substring(script + 2);
            joined.setLength(script);
            joined.insert(language, "-" + name);
        }
        String candidate = joined.toString();
        return isValid(candidate) ? Optional.of(LanguageTagScanner.conventionalCase(candidate)) : Optional.empty();
    }

    /** The same tag with the case that RFC 5646, section 2.1.1, recommends: {@code zh-Hans-CN}. */
    public LanguageTag withConventionalCase() {
        return new LanguageTag(LanguageTagScanner.conventionalCase(text));
    }

    /** The locale for it; subtags that Java does not know are left out. */
    public Locale toLocale() {
        return Locale.forLanguageTag(text);
    }

    /** The tag. */
    @Override
    public String toString() {
        return text;
    }
}
