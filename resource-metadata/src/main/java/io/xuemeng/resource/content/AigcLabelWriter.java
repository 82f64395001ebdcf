package io.xuemeng.resource.content;

import io.xuemeng.core.input.Limits;
import io.xuemeng.resource.metadata.AigcLabel;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Puts the label for AI-generated content (GB 45438-2025) into files, so that it stays with them wherever they go. Stateless
 * and thread-safe.
 */
public final class AigcLabelWriter {

    private static final byte[] SIGNATURE = HexFormat.of().parseHex("89504e470d0a1a0a");
    private static final String KEYWORD = "AIGC";
    private static final String XMP_KEYWORD = "XML:com.adobe.xmp";

    private AigcLabelWriter() {}

    /**
     * Copies a PNG picture and labels the copy: in a {@code tEXt} chunk with the keyword {@code AIGC}, and in XMP unless the
     * picture has an XMP packet of its own, which is kept. A label in a text chunk is replaced. Everything else, pixels and
     * metadata, is copied byte for byte. All seven fields are written; absent ones are empty. Nothing is checked: a wrong
     * label is found when the package is validated. Neither stream is closed.
     *
     * @throws IOException when the picture cannot be read, is no PNG, is cut off, or is labelled in its XMP packet already,
     *     and when the copy cannot be written
     */
    public static void writePng(InputStream png, AigcLabel label, OutputStream copy) throws IOException {
        DataInputStream in = new DataInputStream(png);
        if (!Arrays.equals(in.readNBytes(SIGNATURE.length), SIGNATURE)) {
            throw new IOException("the picture to label is no PNG; convert it, or check which file was given");
        }
        copy.write(SIGNATURE);
        boolean hasPacket = false;
        while (true) {
            long length = in.readInt() & 0xFFFF_FFFFL;
            byte[] type = in.readNBytes(4);
            if (is(type, "IEND")) {
                write(label, !hasPacket, copy);
                copyChunk(in, length, type, copy);
                return;
            }
            if (!is(type, "tEXt") && !is(type, "zTXt") && !is(type, "iTXt")) {
                copyChunk(in, length, type, copy);
                continue;
            }
            byte[] content = content(in, length);
            String keyword = keyword(content);
            hasPacket |= keyword.equals(XMP_KEYWORD);
            if (keyword.equals(XMP_KEYWORD) && isLabelled(type, content)) {
                throw new IOException("the XMP packet of the PNG carries a label already; remove that one first");
            }
            if (!keyword.equals(KEYWORD)) {
                chunk(type, content, copy);
            }
            in.skipNBytes(4);
        }
    }

    private static boolean is(byte[] type, String name) {
        return Octets.has(type, 0, type.length, name);
    }

    private static void copyChunk(DataInputStream in, long length, byte[] type, OutputStream out) throws IOException {
        out.write(number((int) length));
        out.write(type);
        byte[] buffer = new byte[1 << 13];
        long left = length + 4;
        while (left > 0) {
            int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (count < 0) {
                throw new EOFException("the PNG to label is cut off " + left + " bytes before the end of a chunk");
            }
            out.write(buffer, 0, count);
            left -= count;
        }
    }

    private static byte[] content(DataInputStream in, long length) throws IOException {
        int limit = Limits.defaults().documentBytes();
        if (length > limit) {
            throw new IOException(
                    "a text chunk of the PNG has " + length + " bytes, more than the " + limit + " allowed");
        }
        byte[] content = in.readNBytes((int) length);
        if (content.length < length) {
            throw new EOFException("the PNG to label is cut off in a text chunk");
        }
        return content;
    }

    private static String keyword(byte[] content) {
        int end = Octets.indexOf(content, 0, content.length, 0);
        return new String(content, 0, end, StandardCharsets.ISO_8859_1);
    }

    /** Asks the reader that will judge the copy. */
    private static boolean isLabelled(byte[] type, byte[] content) throws IOException {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        picture.write(SIGNATURE);
        chunk(type, content, picture);
        LabelCollector labels = new LabelCollector(Limits.defaults());
        new PngLabels(labels).accept(picture.toByteArray(), 0, picture.size());
        return !labels.labels().isEmpty();
    }

    private static void write(AigcLabel label, boolean withPacket, OutputStream out) throws IOException {
        String json = json(label);
        chunk(
                "tEXt".getBytes(StandardCharsets.ISO_8859_1),
                (KEYWORD + '\0' + json).getBytes(StandardCharsets.ISO_8859_1),
                out);
        if (withPacket) {
            // Neither compressed, nor in a language, nor under a translated keyword.
            String content = XMP_KEYWORD + "\0\0\0\0\0" + packet(json);
            chunk("iTXt".getBytes(StandardCharsets.ISO_8859_1), content.getBytes(StandardCharsets.UTF_8), out);
        }
    }

    private static String packet(String json) {
        String escaped = json.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                + "<rdf:Description rdf:about=\"\" xmlns:TC260=\"" + Xmp.NAMESPACE + "\"><TC260:AIGC>" + escaped
                + "</TC260:AIGC></rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";
    }

    /** In ASCII, because a tEXt chunk is ISO 8859-1 to some readers and UTF-8 to others. */
    private static String json(AigcLabel label) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (LabelField field : LabelField.values()) {
            String value = field.of(label);
            fields.put(field.key(), value == null ? "" : value);
        }
        String json = LabelJson.write(fields);
        StringBuilder ascii = new StringBuilder(json.length() + 64);
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c < 0x7F) {
                ascii.append(c);
            } else {
                ascii.append("\\u").append(HexFormat.of().toHexDigits(c));
            }
        }
        return ascii.toString();
    }

    private static void chunk(byte[] type, byte[] content, OutputStream out) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(type);
        crc.update(content);
        out.write(number(content.length));
        out.write(type);
        out.write(content);
        out.write(number((int) crc.getValue()));
    }

    private static byte[] number(int value) {
        return new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value};
    }
}
