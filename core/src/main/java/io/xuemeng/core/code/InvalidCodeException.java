package io.xuemeng.core.code;

/**
 * A text is not what a value type of this package allows. The message says what is allowed and what form the text has,
 * never the text itself: it may be a person's number.
 */
public final class InvalidCodeException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private static final int MAX_RUNS = 8;

    InvalidCodeException(String allowed, CharSequence found) {
        super(allowed + "; found " + form(found));
    }

    InvalidCodeException(String allowed, CharSequence found, int position) {
        super(allowed + "; found " + form(found) + ", wrong from character " + (position + 1));
    }

    /** What a text is made of, such as {@code 17 digits, 1 letter}. */
    static String form(CharSequence text) {
        if (text.isEmpty()) {
            return "an empty text";
        }
        StringBuilder form = new StringBuilder();
        int runs = 0;
        for (int start = 0; start < text.length(); ) {
            if (runs++ == MAX_RUNS) {
                return form.append(", … (")
                        .append(text.length())
                        .append(" characters)")
                        .toString();
            }
            String kind = kind(text.charAt(start));
            int end = start + 1;
            while (end < text.length() && kind(text.charAt(end)).equals(kind)) {
                end++;
            }
            form.append(start == 0 ? "" : ", ").append(end - start).append(' ').append(kind);
            form.append(end - start == 1 ? "" : "s");
            start = end;
        }
        return form.toString();
    }

    private static String kind(char c) {
        if (c >= '0' && c <= '9') {
            return "digit";
        }
        if (Ascii.isLetter(c)) {
            return "letter";
        }
        return c == ' ' ? "space" : c > ' ' && c < 0x7f ? "ASCII sign" : "other character";
    }
}
