package io.xuemeng.resource.content;

import java.nio.charset.StandardCharsets;

/** Labels in the text chunks of a PNG: by the keyword {@code AIGC}, in XMP, and in EXIF. Chunks' CRCs are not checked. */
final class PngLabels extends ChunkedScanner {

    private static final String XMP = "XML:com.adobe.xmp";

    private enum Part {
        SIGNATURE,
        HEADER,
        CONTENT
    }

    private final LabelCollector labels;
    private Part next = Part.SIGNATURE;
    private String type = "";

    PngLabels(LabelCollector labels) {
        this.labels = labels;
        need(8);
    }

    @Override
    void take(byte[] bytes, int length) {
        if (next == Part.HEADER) {
            header(bytes);
            return;
        }
        if (next == Part.CONTENT) {
            content(bytes, length - 4);
        }
        next = Part.HEADER;
        need(8);
    }

    private void header(byte[] bytes) {
        long content = Octets.u32(bytes, 0);
        type = new String(bytes, 4, 4, StandardCharsets.ISO_8859_1);
        if (type.equals("IEND") || content > Integer.MAX_VALUE) {
            stop();
            return;
        }
        boolean telling = type.equals("tEXt") || type.equals("iTXt") || type.equals("zTXt") || type.equals("eXIf");
        if (telling && content > 0 && content <= labels.textLength()) {
            next = Part.CONTENT;
            need((int) content + 4);
        } else {
            skip(content + 4);
            need(8);
        }
    }

    private void content(byte[] bytes, int end) {
        if (type.equals("eXIf")) {
            Exif.read(bytes, 0, end, labels);
            return;
        }
        int keywordEnd = Octets.indexOf(bytes, 0, end, 0);
        String keyword = new String(bytes, 0, keywordEnd, StandardCharsets.ISO_8859_1);
        if (keywordEnd == end || !(keyword.equals("AIGC") || keyword.equals(XMP))) {
            return;
        }
        int at = keywordEnd + 1;
        boolean compressed = type.equals("zTXt");
        if (compressed) {
            at++;
        } else if (type.equals("iTXt")) {
            if (at + 2 > end) {
                return;
            }
            compressed = bytes[at] == 1;
            // Compression flag and method, then a language tag and a translated keyword, each ended by a zero.
            at = Octets.indexOf(bytes, at + 2, end, 0) + 1;
            at = Octets.indexOf(bytes, at, end, 0) + 1;
        }
        if (at > end) {
            return;
        }
        byte[] text = bytes;
        int textEnd = end;
        if (compressed) {
            byte[] inflated = Inflation.inflate(bytes, at, end - at, labels.textLength());
            if (inflated == null) {
                return;
            }
            text = inflated;
            at = 0;
            textEnd = text.length;
        }
        if (keyword.equals(XMP)) {
            Xmp.read(text, at, textEnd, labels);
        } else {
            labels.add(LabelCarrier.PNG_TEXT, Octets.text(text, at, textEnd - at));
        }
    }
}
