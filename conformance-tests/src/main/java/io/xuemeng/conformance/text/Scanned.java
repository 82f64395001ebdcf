package io.xuemeng.conformance.text;

/** A text that somebody goes through from its begin to its end. Immutable. */
final class Scanned {

    private static final int MOST_BACKSLASHES = 7;

    private final CharSequence text;
    private final int length;

    Scanned(CharSequence text) {
        this.text = text;
        this.length = text.length();
    }

    int length() {
        return length;
    }

    char charAt(int at) {
        return text.charAt(at);
    }

    /** A part of it. */
    String part(int from, int to) {
        return text.subSequence(from, to).toString();
    }

    /** Puts a part of it behind something. */
    void appendTo(StringBuilder out, int from, int to) {
        out.append(text, from, to);
    }

    /** Whether a character is of a name, of a number, or of base64url and its dots. */
    static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_'
                || c == '.';
    }

    /** Whether a part of it begins with something. */
    boolean startsWith(String part, int at) {
        if (at < 0 || at + part.length() > length) {
            return false;
        }
        for (int i = 0; i < part.length(); i++) {
            if (text.charAt(at + i) != part.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a part of it is one of some words. */
    boolean isOneOf(int start, int end, String... words) {
        for (String word : words) {
            if (word.length() == end - start && startsWith(word, start)) {
                return true;
            }
        }
        return false;
    }

    /** The first from a place on that is no space and no tab, or the end. */
    int skipBlanks(int from) {
        int at = from;
        while (at < length && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    /** The same for all white space, ends of lines too. */
    int skipSpace(int from) {
        int at = from;
        while (at < length && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The first of some characters from a place on, or the end. */
    int until(int from, int end, String stops) {
        int at = from;
        while (at < end && stops.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    /** Whether something stands at a place of which there are several. */
    boolean startsWithAny(int at, String... parts) {
        for (String part : parts) {
            if (startsWith(part, at)) {
                return true;
            }
        }
        return false;
    }

    /** The first from a place on that is none of some characters, or the end. */
    int skip(int from, String some) {
        int at = from;
        while (at < length && some.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    /**
     * The quotation mark at a place, with the backslashes before it when the text is quoted itself, once or more often; empty when there is
     * none.
     */
    String quote(int at) {
        int mark = at;
        while (mark < length && mark - at < MOST_BACKSLASHES && text.charAt(mark) == '\\') {
            mark++;
        }
        boolean nested = Integer.bitCount(mark - at + 1) == 1;
        boolean quote = nested && mark < length && (text.charAt(mark) == '"' || text.charAt(mark) == '\'');
        return quote ? part(at, mark + 1) : "";
    }

    /** Whether a part of it is a word, in capitals or not. */
    boolean isWord(int start, int end, String word) {
        return end - start == word.length() && part(start, end).equalsIgnoreCase(word);
    }
}
