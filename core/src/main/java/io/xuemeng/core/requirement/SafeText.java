package io.xuemeng.core.requirement;

import java.util.regex.Pattern;

/**
 * Makes text from an input safe to show in any medium: characters that steer a terminal, reorder or hide text become
 * visible escapes, personal data is masked, and the length is bounded. It does not escape for HTML, CSV or JSON; each
 * renderer does that for its medium. Thread-safe.
 */
public final class SafeText {

    /** The length, in characters, at which an argument of a finding is cut. */
    public static final int MAX_ARGUMENT = 200;

    // Forms, not check digits: a number that looks like a person's is masked even when it is mistyped.
    private static final Pattern PERSONAL = Pattern.compile("(?<![0-9A-Za-z])(?:"
            + "[1-9]\\d{5}(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[0-9Xx]" // citizen ID number
            + "|(?:\\+?86[- ]?)?1[3-9]\\d{9}" // mobile number
            + ")(?![0-9A-Za-z])"
            + "|[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,8}"); // e-mail address

    private SafeText() {}

    /** An argument of a finding: visible, masked, and cut at {@value #MAX_ARGUMENT} characters. */
    public static String argument(String text) {
        return visible(text, MAX_ARGUMENT);
    }

    /** The same with another length; what is cut off is shown as {@code …}. */
    public static String visible(String text, int maxLength) {
        if (isPlain(text, maxLength)) {
            return text;
        }
        // Mask before cutting, or a number cut in half would pass as harmless; but never scan more than could be shown.
        String shown = text.length() > maxLength * 2 ? text.substring(0, maxLength * 2) : text;
        shown = mask(shown);
        StringBuilder out = new StringBuilder(Math.min(shown.length(), maxLength) + 16);
        for (int i = 0; i < shown.length(); ) {
            int codePoint = shown.codePointAt(i);
            String piece = isHidden(codePoint) ? String.format("\\u{%04X}", codePoint) : Character.toString(codePoint);
            if (out.length() + piece.length() > maxLength) {
                return out.append('…').toString();
            }
            out.append(piece);
            i += Character.charCount(codePoint);
        }
        return shown.length() < text.length() ? out.append('…').toString() : out.toString();
    }

    /** Masks citizen ID numbers, mobile numbers and e-mail addresses: the first character and the last stay. */
    private static String mask(String text) {
        if (!mayHoldPersonalData(text)) {
            return text;
        }
        return PERSONAL.matcher(text).replaceAll(match -> {
            String found = match.group();
            return found.charAt(0) + "*".repeat(Math.max(1, found.length() - 2)) + found.charAt(found.length() - 1);
        });
    }

    private static boolean mayHoldPersonalData(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '@') {
                return true;
            }
            digits = c >= '0' && c <= '9' ? digits + 1 : 0;
            if (digits >= 11) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPlain(String text, int maxLength) {
        if (text.length() > maxLength || mayHoldPersonalData(text)) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return isPlainUnicode(text, i);
            }
        }
        return true;
    }

    private static boolean isPlainUnicode(String text, int from) {
        for (int i = from; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            if (isHidden(codePoint)) {
                return false;
            }
            i += Character.charCount(codePoint);
        }
        return true;
    }

    private static boolean isHidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
