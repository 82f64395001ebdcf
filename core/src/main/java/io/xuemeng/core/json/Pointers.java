package io.xuemeng.core.json;

/** JSON Pointers (RFC 6901) of a tokenizer's current token, made when asked for. */
final class Pointers {

    /** Longer than a location shows; a hostile name of a megabyte must not be copied for each finding in its object. */
    private static final int MAX_SHOWN = 1200;

    private Pointers() {}

    /** The whole pointer. Empty for the document's value itself. */
    static String exact(Tokenizer tokens) {
        return build(tokens, Integer.MAX_VALUE);
    }

    /** The pointer as far as a location shows it. */
    static String shown(Tokenizer tokens) {
        return build(tokens, MAX_SHOWN);
    }

    private static String build(Tokenizer tokens, int max) {
        StringBuilder pointer = new StringBuilder(64);
        tokens.appendPointer(pointer, max);
        return pointer.toString();
    }

    static void appendEscaped(StringBuilder pointer, String name, int max) {
        int length = Math.min(name.length(), max);
        for (int i = 0; i < length; i++) {
            char c = name.charAt(i);
            switch (c) {
                case '~' -> pointer.append("~0");
                case '/' -> pointer.append("~1");
                default -> pointer.append(c);
            }
        }
    }
}
