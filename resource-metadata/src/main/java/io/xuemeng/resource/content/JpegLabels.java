package io.xuemeng.resource.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Labels in the APP1 segments of a JPEG: XMP, extended XMP, and the EXIF user comment. Metadata after the first scan is
 * not looked for; no program puts it there.
 */
final class JpegLabels extends ChunkedScanner {

    private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
    private static final String EXTENDED_XMP = "http://ns.adobe.com/xmp/extension/\0";
    private static final int DIGEST_CHARS = 32;
    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;

    private enum Part {
        MARKER,
        FILLED_MARKER,
        LENGTH,
        SEGMENT
    }

    private static final class Piece {
        private final long whole;
        private final long offset;
        private final byte[] bytes;

        Piece(long whole, long offset, byte[] bytes) {
            this.whole = whole;
            this.offset = offset;
            this.bytes = bytes;
        }
    }

    private final LabelCollector labels;
    private final TreeMap<String, List<Piece>> extended = new TreeMap<>();
    private long extendedBytes;
    private Part next = Part.MARKER;
    private int marker;

    JpegLabels(LabelCollector labels) {
        this.labels = labels;
        skip(2);
        need(2);
    }

    @Override
    void take(byte[] bytes, int length) {
        switch (next) {
            case MARKER -> {
                marker = (bytes[0] & 0xFF) == 0xFF ? bytes[1] & 0xFF : END_OF_IMAGE;
                afterMarker();
            }
            case FILLED_MARKER -> {
                marker = bytes[0] & 0xFF;
                afterMarker();
            }
            case LENGTH -> afterLength(Octets.u16(bytes, 0) - 2);
            case SEGMENT -> {
                segment(bytes, length);
                ask(Part.MARKER, 2);
            }
        }
    }

    private void afterMarker() {
        if (marker == START_OF_SCAN || marker == END_OF_IMAGE) {
            stop();
        } else if (marker == 0xFF) {
            // A marker may be preceded by any number of fill bytes.
            ask(Part.FILLED_MARKER, 1);
        } else if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7)) {
            ask(Part.MARKER, 2);
        } else {
            ask(Part.LENGTH, 2);
        }
    }

    private void afterLength(int content) {
        if (marker == APP1 && content > 0) {
            ask(Part.SEGMENT, content);
        } else {
            skip(content);
            ask(Part.MARKER, 2);
        }
    }

    private void ask(Part part, int bytes) {
        next = part;
        need(bytes);
    }

    private void segment(byte[] bytes, int end) {
        if (Octets.has(bytes, 0, end, XMP)) {
            Xmp.read(bytes, XMP.length(), end, labels);
        } else if (Octets.has(bytes, 0, end, "Exif\0")) {
            Exif.read(bytes, 6, end, labels);
        } else if (Octets.has(bytes, 0, end, EXTENDED_XMP)) {
            extension(bytes, EXTENDED_XMP.length(), end);
        }
    }

    private void extension(byte[] bytes, int at, int end) {
        int content = at + DIGEST_CHARS + 8;
        extendedBytes += Math.max(0, end - content);
        if (content >= end || extendedBytes > labels.textLength()) {
            return;
        }
        byte[] piece = Arrays.copyOfRange(bytes, content, end);
        String digest = Octets.text(bytes, at, DIGEST_CHARS);
        extended.computeIfAbsent(digest, key -> new ArrayList<>())
                .add(new Piece(Octets.u32(bytes, at + DIGEST_CHARS), Octets.u32(bytes, at + DIGEST_CHARS + 4), piece));
    }

    @Override
    public void finish() {
        if (extendedBytes > labels.textLength()) {
            return;
        }
        for (List<Piece> pieces : extended.values()) {
            pieces.sort(Comparator.comparingLong(piece -> piece.offset));
            byte[] whole = new byte
                    [pieces.stream().mapToInt(piece -> piece.bytes.length).sum()];
            int at = 0;
            for (Piece piece : pieces) {
                if (piece.offset == at) {
                    System.arraycopy(piece.bytes, 0, whole, at, piece.bytes.length);
                    at += piece.bytes.length;
                }
            }
            // With a piece missing it is no document, and no other program reads it either.
            if (at == pieces.get(0).whole) {
                Xmp.read(whole, 0, at, labels);
            }
        }
    }
}
