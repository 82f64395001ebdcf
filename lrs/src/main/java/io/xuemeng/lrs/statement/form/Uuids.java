package io.xuemeng.lrs.statement.form;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * UUIDs in the standard string form of RFC 4122: 8-4-4-4-12 hexadecimal digits in either case. Which variant they are is not
 * asked: both standards only recommend one, and the example of xAPI 1.0.3, Data 2.4, is of another.
 */
public final class Uuids {

    private static final int LENGTH = 36;

    private Uuids() {}

    /** Whether a text is a UUID. */
    public static boolean isValid(CharSequence text) {
        return parse(text) != null;
    }

    /** The UUID that a text is, or null. */
    public static @Nullable UUID parse(CharSequence text) {
        if (text.length() != LENGTH
                || text.charAt(8) != '-'
                || text.charAt(13) != '-'
                || text.charAt(18) != '-'
                || text.charAt(23) != '-') {
            return null;
        }
        long timeLow = digits(text, 0, 8);
        long timeMid = digits(text, 9, 13);
        long timeHigh = digits(text, 14, 18);
        long clock = digits(text, 19, 23);
        long node = digits(text, 24, LENGTH);
        // A part with another character is negative, and so then is this.
        if ((timeLow | timeMid | timeHigh | clock | node) < 0) {
            return null;
        }
        return new UUID(timeLow << 32 | timeMid << 16 | timeHigh, clock << 48 | node);
    }

    /** The number that hexadecimal digits say, twelve at most; negative when one of them is none. */
    private static long digits(CharSequence text, int from, int to) {
        long number = 0;
        int wrong = 0;
        for (int i = from; i < to; i++) {
            int digit = Characters.hexDigit(text.charAt(i));
            wrong |= digit;
            number = (number << 4) | digit;
        }
        return wrong < 0 ? -1 : number;
    }
}
