package io.xuemeng.resource.validation;

/** The form of a MIME type (RFC 6838, 4.2), with or without parameters. */
final class MediaType {

    private static final int MAX_NAME = 127;

    private MediaType() {}

    static boolean isValid(String text) {
        int end = text.indexOf(';');
        int length = end < 0 ? text.length() : end;
        while (length > 0 && text.charAt(length - 1) == ' ') {
            length--;
        }
        int slash = text.indexOf('/');
        return slash > 0 && slash < length && isName(text, 0, slash) && isName(text, slash + 1, length);
    }

    /** RFC 6838, restricted-name: a letter or digit first, then also some signs. */
    private static boolean isName(String text, int from, int to) {
        if (to <= from || to - from > MAX_NAME) {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!alphanumeric && (i == from || "!#$&-^_.+".indexOf(c) < 0)) {
                return false;
            }
        }
        return true;
    }
}
