package io.xuemeng.conformance.text;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/** Where in a text the objects stand that are keys: those with a member kty (RFC 7517, 4.1). */
final class KeyObjects {

    private static final String KEY_TYPE = "kty";

    private KeyObjects() {}

    /** The places within them. */
    static BitSet in(Scanned text) {
        BitSet within = new BitSet();
        Deque<int[]> open = new ArrayDeque<>();
        int length = text.length();
        for (int at = 0; at < length; at++) {
            char c = text.charAt(at);
            if (c == '{') {
                open.push(new int[] {at, 0});
            } else if (c == '}' && !open.isEmpty()) {
                close(open.pop(), at, within);
            } else if (c == 'k' && !open.isEmpty() && text.startsWith(KEY_TYPE, at)) {
                open.peek()[1] = 1;
            }
        }
        open.forEach(object -> close(object, length, within));
        return within;
    }

    private static void close(int[] object, int end, BitSet within) {
        if (object[1] == 1) {
            within.set(object[0], end);
        }
    }
}
