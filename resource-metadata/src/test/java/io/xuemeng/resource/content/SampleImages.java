package io.xuemeng.resource.content;

import static io.xuemeng.resource.content.Bytes.i16;
import static io.xuemeng.resource.content.Bytes.i32;
import static io.xuemeng.resource.content.Bytes.i32le;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/** Small real pictures, 8 by 8 grey pixels, written by hand so that they are the same on every platform. */
final class SampleImages {

    private static final int SIDE = 8;

    private SampleImages() {}

    /** A PNG with chunks, made by {@link #chunk}, before its pixels. */
    static byte[] png(byte[]... chunks) {
        Bytes png = Bytes.of(0x89, "PNG\r\n", 0x1A, "\n", chunk("IHDR", Bytes.of(i32(SIDE), i32(SIDE), 8, 0, 0, 0, 0)));
        for (byte[] chunk : chunks) {
            png.add(chunk);
        }
        Bytes rows = Bytes.of();
        for (int y = 0; y < SIDE; y++) {
            rows.add(0);
            for (int x = 0; x < SIDE; x++) {
                rows.add(x * 16 + y * 16);
            }
        }
        return png.add(chunk("IDAT", stored(rows.array())), chunk("IEND", Bytes.of()))
                .array();
    }

    static byte[] labelledPng(String label) {
        return png(text("AIGC", label));
    }

    static byte[] text(String keyword, String text) {
        return chunk("tEXt", Bytes.of(keyword, 0, text));
    }

    static byte[] compressedText(String keyword, String text) {
        return chunk("zTXt", Bytes.of(keyword, 0, 0, Bytes.deflate(Bytes.utf8(text))));
    }

    static byte[] internationalText(String keyword, String text, boolean compressed) {
        byte[] content = Bytes.utf8(text);
        return chunk(
                "iTXt",
                Bytes.of(
                        keyword,
                        0,
                        compressed ? 1 : 0,
                        0,
                        "zh",
                        0,
                        "标识",
                        0,
                        compressed ? Bytes.deflate(content) : content));
    }

    static byte[] chunk(String type, Bytes content) {
        byte[] named = Bytes.of(type, content).array();
        CRC32 crc = new CRC32();
        crc.update(named);
        return Bytes.of(i32(content.size()), named, i32(crc.getValue())).array();
    }

    /** A zlib stream of one block that is not compressed. */
    private static Bytes stored(byte[] bytes) {
        Adler32 sum = new Adler32();
        sum.update(bytes);
        int length = bytes.length;
        return Bytes.of(0x78, 0x01, 1, length & 0xFF, length >> 8, ~length & 0xFF, (~length >> 8) & 0xFF)
                .add(bytes, i32(sum.getValue()));
    }

    /** A JPEG with segments, made by {@link #segment}, before its one block. */
    static byte[] jpeg(byte[]... segments) {
        Bytes jpeg = Bytes.of(0xFF, 0xD8, segment(0xE0, Bytes.of("JFIF", 0, 1, 1, 0, i16(1), i16(1), 0, 0)));
        for (byte[] segment : segments) {
            jpeg.add(segment);
        }
        Bytes quantization = Bytes.of(0);
        for (int i = 0; i < SIDE * SIDE; i++) {
            quantization.add(1);
        }
        // One code of one bit in each table: no difference, and the block's end.
        byte[] oneCode = new byte[17];
        oneCode[0] = 1;
        return jpeg.add(
                        segment(0xDB, quantization),
                        segment(0xC0, Bytes.of(8, i16(SIDE), i16(SIDE), 1, 1, 0x11, 0)),
                        segment(0xC4, Bytes.of(0x00, oneCode)),
                        segment(0xC4, Bytes.of(0x10, oneCode)),
                        segment(0xDA, Bytes.of(1, 1, 0, 0, 63, 0)),
                        0x3F,
                        0xFF,
                        0xD9)
                .array();
    }

    static byte[] segment(int marker, Bytes content) {
        return Bytes.of(0xFF, marker, i16(content.size() + 2), content).array();
    }

    static byte[] xmpSegment(String packet) {
        return segment(0xE1, Bytes.of("http://ns.adobe.com/xap/1.0/", 0, packet));
    }

    static byte[] extendedXmpSegment(String packet, int from, int to) {
        byte[] whole = Bytes.utf8(packet);
        byte[] part = Arrays.copyOfRange(whole, from, Math.min(to, whole.length));
        return segment(
                0xE1,
                Bytes.of(
                        "http://ns.adobe.com/xmp/extension/",
                        0,
                        "0123456789ABCDEF0123456789ABCDEF",
                        i32(whole.length),
                        i32(from),
                        part));
    }

    /** EXIF data whose only field is a user comment with its character code. */
    static Bytes exif(String code, byte[] comment) {
        byte[] prefix = Arrays.copyOf(code.getBytes(StandardCharsets.US_ASCII), 8);
        return Bytes.of("MM", 0, 42, i32(8))
                .add(i16(1), i16(0x8769), i16(4), i32(1), i32(26), i32(0))
                .add(i16(1), i16(0x9286), i16(7), i32(8 + comment.length), i32(44), i32(0))
                .add(prefix, comment);
    }

    static byte[] exifSegment(String code, byte[] comment) {
        return segment(0xE1, Bytes.of("Exif", 0, 0, exif(code, comment)));
    }

    /** A WebP that holds only metadata, which is all that is looked at. */
    static byte[] webp(String type, byte[] content) {
        Bytes chunks =
                Bytes.of("WEBP", SampleMedia.riffChunk("VP8X", new byte[10]), SampleMedia.riffChunk(type, content));
        return Bytes.of("RIFF", i32le(chunks.size()), chunks).array();
    }
}
