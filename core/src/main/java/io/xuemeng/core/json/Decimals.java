package io.xuemeng.core.json;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers of a few digits, which most are, without a String between. The same as {@link BigDecimal} makes of their text. */
final class Decimals {

    /** As many digits as a long holds whatever they are. */
    private static final int MAX_DIGITS = 18;

    private Decimals() {}

    /** The number that digits with or without a sign and a point say; null when they are many, and with an exponent. */
    static @Nullable BigDecimal of(byte[] document, int from, int to) {
        if (to - from > MAX_DIGITS) {
            return null;
        }
        int scale = 0;
        long value = 0;
        int first = document[from] == '-' ? from + 1 : from;
        for (int i = first; i < to; i++) {
            byte c = document[i];
            if (c == '.') {
                scale = to - i - 1;
            } else if (c == 'e' || c == 'E') {
                return null;
            } else {
                value = value * 10 + (c - '0');
            }
        }
        return BigDecimal.valueOf(first > from ? -value : value, scale);
    }
}
