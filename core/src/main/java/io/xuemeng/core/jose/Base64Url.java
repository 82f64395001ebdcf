package io.xuemeng.core.jose;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * base64url as JOSE has it (RFC 7515, 2; RFC 4648, 3.5): no padding, no other characters, and the bits that no byte needs are zero,
 * so that each sequence of bytes has exactly one spelling. The Java platform's decoder takes padding and spare bits.
 */
final class Base64Url {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    /** The six bits of a character, or -1; the sign survives every shift and combination below. */
    private static final int[] VALUES = new int[256];

    static {
        Arrays.fill(VALUES, -1);
        for (int i = 0; i < ALPHABET.length(); i++) {
            VALUES[ALPHABET.charAt(i)] = i;
        }
    }

    private Base64Url() {}

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The bytes that a part of an ASCII text stands for, or null when it is not base64url. */
    static byte @Nullable [] decode(byte[] text, int from, int to) {
        int rest = (to - from) & 3;
        if (rest == 1) {
            return null;
        }
        byte[] out = new byte[(to - from) / 4 * 3 + (rest == 0 ? 0 : rest - 1)];
        int at = 0;
        int faults = 0;
        int i = from;
        for (int end = to - rest; i < end; i += 4) {
            int bits = VALUES[text[i] & 0xFF] << 18
                    | VALUES[text[i + 1] & 0xFF] << 12
                    | VALUES[text[i + 2] & 0xFF] << 6
                    | VALUES[text[i + 3] & 0xFF];
            faults |= bits;
            out[at] = (byte) (bits >> 16);
            out[at + 1] = (byte) (bits >> 8);
            out[at + 2] = (byte) bits;
            at += 3;
        }
        if (rest == 2) {
            int bits = VALUES[text[i] & 0xFF] << 6 | VALUES[text[i + 1] & 0xFF];
            faults |= bits | -(bits & 0xF);
            out[at] = (byte) (bits >> 4);
        } else if (rest == 3) {
            int bits = VALUES[text[i] & 0xFF] << 12 | VALUES[text[i + 1] & 0xFF] << 6 | VALUES[text[i + 2] & 0xFF];
            faults |= bits | -(bits & 0x3);
            out[at] = (byte) (bits >> 10);
            out[at + 1] = (byte) (bits >> 2);
        }
        return faults < 0 ? null : out;
    }

    /** The same for a text. */
    static byte @Nullable [] decode(String text) {
        byte[] latin = text.getBytes(StandardCharsets.ISO_8859_1);
        return decode(latin, 0, latin.length);
    }
}
