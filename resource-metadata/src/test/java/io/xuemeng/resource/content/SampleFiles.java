package io.xuemeng.resource.content;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Makes small real files of the formats that labels are read from. */
final class SampleFiles {

    private static final int BEFORE_IEND = 12;

    private SampleFiles() {}

    static byte[] pngWithText(String keyword, String text) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(keyword.getBytes(StandardCharsets.ISO_8859_1));
        content.write(0);
        content.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return pngWithChunk("tEXt", content.toByteArray());
    }

    static byte[] pngWithChunk(String type, byte[] content) {
        byte[] png = image("png");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(png, 0, png.length - BEFORE_IEND);
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(content);
        out.writeBytes(i32(content.length));
        out.writeBytes(name);
        out.writeBytes(content);
        out.writeBytes(i32((int) crc.getValue()));
        out.write(png, png.length - BEFORE_IEND, BEFORE_IEND);
        return out.toByteArray();
    }

    static byte[] image(String format) {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64; i++) {
            image.setRGB(i % 8, i / 8, 0x30 * i);
        }
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("an image in memory could not be written", e);
        }
    }

    static byte[] i32(int value) {
        return new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value};
    }
}
