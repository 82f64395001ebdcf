package io.xuemeng.core.zip;

import java.io.ByteArrayOutputStream;

/** Deflate streams written by hand (RFC 1951), which no version of a library makes differently. */
final class HandDeflate {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int bits;
    private int used;

    private HandDeflate() {}

    /** Content in one block without compression; at most 65,535 bytes. */
    static byte[] stored(byte[] content) {
        return storedBlock(content, true);
    }

    static byte[] storedBlock(byte[] content, boolean last) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int length = content.length;
        out.write(last ? 1 : 0);
        out.write(length);
        out.write(length >> 8);
        out.write(~length);
        out.write(~length >> 8);
        out.writeBytes(content);
        return out.toByteArray();
    }

    /** A letter {@code count} times: once, and then copies of 258, about 158 times smaller than the content. */
    static byte[] run(char letter, int count) {
        HandDeflate deflate = new HandDeflate();
        deflate.put(1, 1);
        deflate.put(1, 2);
        int left = count;
        deflate.literal(letter);
        left--;
        for (; left >= 258; left -= 258) {
            deflate.huffman(0b11000101, 8);
            deflate.huffman(0, 5);
        }
        for (; left > 0; left--) {
            deflate.literal(letter);
        }
        deflate.huffman(0, 7);
        deflate.put(0, 7);
        return deflate.out.toByteArray();
    }

    private void literal(char letter) {
        huffman(0x30 + letter, 8);
    }

    private void huffman(int code, int length) {
        for (int i = length - 1; i >= 0; i--) {
            put(code >> i & 1, 1);
        }
    }

    private void put(int value, int length) {
        bits |= value << used;
        used += length;
        while (used >= 8) {
            out.write(bits);
            bits >>>= 8;
            used -= 8;
        }
    }
}
