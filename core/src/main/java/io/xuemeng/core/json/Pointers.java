package io.xuemeng.core.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import java.util.ArrayDeque;
import java.util.Deque;

/** JSON Pointers (RFC 6901) of a parser's current token, made when asked for. */
final class Pointers {

    /** Longer than a location shows; a hostile name of a megabyte must not be copied for each finding in its object. */
    private static final int MAX_SHOWN = 1200;

    private Pointers() {}

    /** The whole pointer. Empty for the document's value itself. */
    static String exact(JsonParser parser) {
        return build(parser, Integer.MAX_VALUE);
    }

    /** The pointer as far as a location shows it. */
    static String shown(JsonParser parser) {
        return build(parser, MAX_SHOWN);
    }

    private static String build(JsonParser parser, int max) {
        Deque<JsonStreamContext> path = new ArrayDeque<>();
        for (JsonStreamContext at = parser.getParsingContext(); at != null && !at.inRoot(); at = at.getParent()) {
            if (at.hasPathSegment()) {
                path.push(at);
            }
        }
        StringBuilder pointer = new StringBuilder(64);
        for (JsonStreamContext at : path) {
            if (pointer.length() > max) {
                break;
            }
            pointer.append('/');
            if (at.inObject()) {
                appendEscaped(pointer, at.getCurrentName(), max);
            } else {
                pointer.append(at.getCurrentIndex());
            }
        }
        return pointer.toString();
    }

    private static void appendEscaped(StringBuilder pointer, String name, int max) {
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
