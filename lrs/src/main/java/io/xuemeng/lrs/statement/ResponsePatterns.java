package io.xuemeng.lrs.statement;

/** The forms of responses to interactions (Data 2.4.4.1, Response Patterns; IEEE 9274.1.1-2023, 4.2.2.3). */
final class ResponsePatterns {

    private static final String BETWEEN_ITEMS = "[,]";
    private static final String WITHIN_PAIR = "[.]";
    private static final String WITHIN_RANGE = "[:]";

    private ResponsePatterns() {}

    static boolean fits(InteractionType type, CharSequence text) {
        return switch (type) {
            case TRUE_FALSE -> "true".contentEquals(text) || "false".contentEquals(text);
            case LIKERT -> !text.isEmpty() && indexOf(text, BETWEEN_ITEMS, 0) < 0;
            case NUMERIC -> isNumberOrRange(text);
            case MATCHING, PERFORMANCE -> arePairs(text);
            case CHOICE, SEQUENCING, FILL_IN, LONG_FILL_IN, OTHER -> true;
        };
    }

    private static boolean arePairs(CharSequence text) {
        int start = 0;
        while (true) {
            int end = indexOf(text, BETWEEN_ITEMS, start);
            int pair = indexOf(text, WITHIN_PAIR, start);
            if (pair < 0 || (end >= 0 && pair > end)) {
                return false;
            }
            if (end < 0) {
                return true;
            }
            start = end + BETWEEN_ITEMS.length();
        }
    }

    private static boolean isNumberOrRange(CharSequence text) {
        int colon = indexOf(text, WITHIN_RANGE, 0);
        if (colon < 0) {
            return isNumber(text, 0, text.length());
        }
        int max = colon + WITHIN_RANGE.length();
        return (colon == 0 || isNumber(text, 0, colon)) && (max == text.length() || isNumber(text, max, text.length()));
    }

    /** A sign, digits with or without a point, and perhaps an exponent. */
    private static boolean isNumber(CharSequence text, int from, int to) {
        int at = skipSign(text, from, to);
        int digits = 0;
        boolean point = false;
        while (at < to && (isDigit(text.charAt(at)) || (text.charAt(at) == '.' && !point))) {
            if (text.charAt(at) == '.') {
                point = true;
            } else {
                digits++;
            }
            at++;
        }
        if (digits == 0) {
            return false;
        }
        if (at < to && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at = skipSign(text, at + 1, to);
            int first = at;
            while (at < to && isDigit(text.charAt(at))) {
                at++;
            }
            return at == to && at > first;
        }
        return at == to;
    }

    private static int skipSign(CharSequence text, int at, int to) {
        return at < to && (text.charAt(at) == '+' || text.charAt(at) == '-') ? at + 1 : at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int indexOf(CharSequence text, String word, int from) {
        for (int i = from; i + word.length() <= text.length(); i++) {
            int at = 0;
            while (at < word.length() && text.charAt(i + at) == word.charAt(at)) {
                at++;
            }
            if (at == word.length()) {
                return i;
            }
        }
        return -1;
    }
}
