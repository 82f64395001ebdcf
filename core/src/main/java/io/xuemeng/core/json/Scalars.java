package io.xuemeng.core.json;

/** Where literals and numbers end (RFC 8259, sections 3 and 6). */
final class Scalars {

    private Scalars() {}

    /** The index after a literal, or -1 when it is another word. */
    static int literalEnd(byte[] document, int from, int to, String word) {
        if (to - from < word.length()) {
            return -1;
        }
        int end = from + word.length();
        for (int i = 1; i < word.length(); i++) {
            if (document[from + i] != word.charAt(i)) {
                return -1;
            }
        }
        return isBetweenTokens(document, end, to) ? end : -1;
    }

    /** The index after a number, or -1 when there is none. */
    static int numberEnd(byte[] document, int from, int to) {
        int digits = from < to && document[from] == '-' ? from + 1 : from;
        int at = skipDigits(document, digits, to);
        if (at == digits || (document[digits] == '0' && at > digits + 1)) {
            return -1;
        }
        if (at < to && document[at] == '.') {
            digits = at + 1;
            at = skipDigits(document, digits, to);
            if (at == digits) {
                return -1;
            }
        }
        if (at < to && (document[at] == 'e' || document[at] == 'E')) {
            digits = at + 1;
            if (digits < to && (document[digits] == '+' || document[digits] == '-')) {
                digits++;
            }
            at = skipDigits(document, digits, to);
            if (at == digits) {
                return -1;
            }
        }
        return isBetweenTokens(document, at, to) ? at : -1;
    }

    private static int skipDigits(byte[] document, int from, int to) {
        int at = from;
        while (at < to && document[at] >= '0' && document[at] <= '9') {
            at++;
        }
        return at;
    }

    /** Whether a literal or number that ends here is not followed by more of a word. */
    private static boolean isBetweenTokens(byte[] document, int at, int to) {
        if (at == to) {
            return true;
        }
        return switch (document[at]) {
            case ',', '}', ']', ' ', '\n', '\r', '\t', '/', '#' -> true;
            default -> false;
        };
    }
}
