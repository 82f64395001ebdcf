package io.xuemeng.core.json;

/**
 * Finds escapes of surrogates that are not a pair: parsers let them pass, and no UTF-8 can hold the text they make. They can only
 * stand in a document as escapes.
 */
final class LoneSurrogates {

    private LoneSurrogates() {}

    /** The index of the first in a string whose form has been checked, or -1 when there is none. */
    static int first(byte[] document, int from, int to) {
        int at = from;
        while (at < to) {
            if (document[at] != '\\') {
                at++;
                continue;
            }
            int unit = unitAt(document, at, to);
            if (unit < 0) {
                // An escaped character is passed over whole: what follows a backslash may be a backslash.
                at += 2;
            } else if (!Character.isSurrogate((char) unit)) {
                at += 6;
            } else if (Character.isHighSurrogate((char) unit)
                    && Character.isLowSurrogate((char) Math.max(0, unitAt(document, at + 6, to)))) {
                at += 12;
            } else {
                return at;
            }
        }
        return -1;
    }

    /** The UTF-16 unit that an escape at an index stands for, or -1 when there is no such escape. */
    static int unitAt(byte[] document, int at, int to) {
        if (to - at < 6 || document[at] != '\\' || document[at + 1] != 'u') {
            return -1;
        }
        int unit = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = Character.digit(document[i], 16);
            if (digit < 0) {
                return -1;
            }
            unit = (unit << 4) | digit;
        }
        return unit;
    }
}
