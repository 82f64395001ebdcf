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
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            if (isHyphenAt(i) ? c != '-' : Characters.hexDigit(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHyphenAt(int index) {
        return index == 8 || index == 13 || index == 18 || index == 23;
    }

    /** The UUID that a text is, or null. */
    public static @Nullable UUID parse(CharSequence text) {
        if (text.length() != LENGTH) {
            return null;
        }
        long high = 0;
        long low = 0;
        int digits = 0;
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            if (isHyphenAt(i)) {
                if (c != '-') {
                    return null;
                }
                continue;
            }
            int digit = Characters.hexDigit(c);
            if (digit < 0) {
                return null;
            }
            if (digits++ < 16) {
                high = high << 4 | digit;
            } else {
                low = low << 4 | digit;
            }
        }
        return new UUID(high, low);
    }
}
