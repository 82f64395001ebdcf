package io.xuemeng.core.json;

import java.nio.charset.StandardCharsets;

/** Strings with escapes, whose form has been checked. */
final class StringText {

    private StringText() {}

    /** What the bytes between two quotes say. */
    static String of(byte[] document, int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        int plain = from;
        int i = from;
        while (i < to) {
            if (document[i] != '\\') {
                i++;
                continue;
            }
            text.append(new String(document, plain, i - plain, StandardCharsets.UTF_8));
            byte c = document[i + 1];
            if (c == 'u') {
                int unit = 0;
                for (int digit = i + 2; digit < i + 6; digit++) {
                    unit = (unit << 4) | Character.digit(document[digit], 16);
                }
                text.append((char) unit);
                i += 6;
            } else {
                text.append(
                        switch (c) {
                            case 'b' -> '\b';
                            case 'f' -> '\f';
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            case 't' -> '\t';
                            default -> (char) c;
                        });
                i += 2;
            }
            plain = i;
        }
        return text.append(new String(document, plain, to - plain, StandardCharsets.UTF_8))
                .toString();
    }

    /** The index after so many characters of a string, or its end. */
    static int endOfPart(byte[] document, int from, int to, int characters) {
        int i = from;
        for (int count = 0; i < to && count < characters; count++) {
            if (document[i] != '\\') {
                i++;
                while (i < to && (document[i] & 0xC0) == 0x80) {
                    i++;
                }
            } else {
                i += document[i + 1] == 'u' ? 6 : 2;
            }
        }
        return i;
    }

    static boolean hasBackslash(byte[] document, int from, int to) {
        for (int i = from; i < to; i++) {
            if (document[i] == '\\') {
                return true;
            }
        }
        return false;
    }

    /** The index after the escape at an index, or -1 when there is none. */
    static int escapeEnd(byte[] document, int backslash, int to) {
        if (document[backslash] != '\\' || backslash + 1 >= to) {
            return -1;
        }
        return switch (document[backslash + 1]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> backslash + 2;
            case 'u' -> LoneSurrogates.unitAt(document, backslash, to) < 0 ? -1 : backslash + 6;
            default -> -1;
        };
    }
}
