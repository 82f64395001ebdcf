package io.xuemeng.resource.content;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Numbers and texts out of bytes at a place; every place must lie within the array. */
final class Octets {

    private Octets() {}

    static int u16(byte[] bytes, int at) {
        return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
    }

    static int u16le(byte[] bytes, int at) {
        return ((bytes[at + 1] & 0xFF) << 8) | (bytes[at] & 0xFF);
    }

    static int i32(byte[] bytes, int at) {
        return (u16(bytes, at) << 16) | u16(bytes, at + 2);
    }

    static long u32(byte[] bytes, int at) {
        return i32(bytes, at) & 0xFFFF_FFFFL;
    }

    static int i32le(byte[] bytes, int at) {
        return (u16le(bytes, at + 2) << 16) | u16le(bytes, at);
    }

    static long u32le(byte[] bytes, int at) {
        return i32le(bytes, at) & 0xFFFF_FFFFL;
    }

    static long u64(byte[] bytes, int at) {
        return (u32(bytes, at) << 32) | u32(bytes, at + 4);
    }

    /** Whether ASCII text stands at a place, which may lie beyond the end. */
    static boolean has(byte[] bytes, int at, int end, String ascii) {
        if (at < 0 || at + ascii.length() > end) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (bytes[at + i] != (byte) ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The first place of ASCII text between two places, or -1. */
    static int find(byte[] bytes, int from, int end, String ascii) {
        byte first = (byte) ascii.charAt(0);
        for (int i = Math.max(0, from); i <= end - ascii.length(); i++) {
            if (bytes[i] == first && has(bytes, i, end, ascii)) {
                return i;
            }
        }
        return -1;
    }

    /** The first place of a byte, or {@code end}. */
    static int indexOf(byte[] bytes, int from, int end, int value) {
        int at = from;
        while (at < end && bytes[at] != (byte) value) {
            at++;
        }
        return at;
    }

    /** UTF-8 when it is that, else ISO 8859-1: the two that writers of these formats use, whatever the format says. */
    static String text(byte[] bytes, int at, int length) {
        try {
            return strict(StandardCharsets.UTF_8, bytes, at, length);
        } catch (CharacterCodingException e) {
            return new String(bytes, at, length, StandardCharsets.ISO_8859_1);
        }
    }

    /** UTF-16 by its byte order mark, which is dropped; by {@code otherwise} without one. */
    static String utf16(byte[] bytes, int at, int length, Charset otherwise) {
        if (length >= 2 && (bytes[at] & 0xFF) == 0xFE && (bytes[at + 1] & 0xFF) == 0xFF) {
            return new String(bytes, at + 2, length - 2, StandardCharsets.UTF_16BE);
        }
        if (length >= 2 && (bytes[at] & 0xFF) == 0xFF && (bytes[at + 1] & 0xFF) == 0xFE) {
            return new String(bytes, at + 2, length - 2, StandardCharsets.UTF_16LE);
        }
        return new String(bytes, at, length, otherwise);
    }

    private static String strict(Charset charset, byte[] bytes, int at, int length) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes, at, length))
                .toString();
    }
}
