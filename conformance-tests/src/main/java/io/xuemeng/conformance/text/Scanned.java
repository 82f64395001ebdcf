package io.xuemeng.conformance.text;

/** A text that somebody goes through from its begin to its end. Immutable. */
final class Scanned {

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
}
