package io.xuemeng.resource.content;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Labels in an ID3v2 tag (2.2, 2.3 or 2.4) at the beginning of a file: a user text frame with the description {@code AIGC},
 * XMP in a private frame, and a comment that is a label. Compressed and encrypted frames are passed over.
 */
final class Id3Labels extends ChunkedScanner {

    private static final int HEADER_BYTES = 10;
    private static final int UNSYNCHRONISED = 0x80;
    private static final int EXTENDED_HEADER = 0x40;

    private enum Part {
        TAG,
        WHOLE,
        EXTENSION,
        FRAME,
        CONTENT
    }

    private final LabelCollector labels;
    private Part next = Part.TAG;
    private int version;
    private boolean unsynchronised;
    private boolean extended;
    private long left;
    private String frame = "";
    private int flags;

    Id3Labels(LabelCollector labels) {
        this.labels = labels;
        need(HEADER_BYTES);
    }

    private Id3Labels(LabelCollector labels, int version, boolean extended, long left) {
        this.labels = labels;
        this.version = version;
        this.extended = extended;
        this.left = left;
        afterHeader();
    }

    @Override
    void take(byte[] bytes, int length) {
        switch (next) {
            case TAG -> tag(bytes);
            case WHOLE -> {
                byte[] clean = synchronise(bytes, 0, length);
                new Id3Labels(labels, version, extended, clean.length).accept(clean, 0, clean.length);
                stop();
            }
            case EXTENSION -> {
                // The size counts itself in 2.4 and does not in 2.3.
                long size = version >= 4 ? syncSafe(bytes, 0) - 4L : Octets.u32(bytes, 0);
                left -= 4 + size;
                skip(size);
                askFrame();
            }
            case FRAME -> frame(bytes);
            case CONTENT -> {
                content(bytes, length);
                askFrame();
            }
        }
    }

    private void tag(byte[] bytes) {
        version = bytes[3];
        left = syncSafe(bytes, 6);
        unsynchronised = (bytes[5] & UNSYNCHRONISED) != 0;
        extended = (bytes[5] & EXTENDED_HEADER) != 0 && version >= 3;
        if (!Octets.has(bytes, 0, HEADER_BYTES, "ID3") || version < 2 || version > 4) {
            stop();
        } else if (unsynchronised && version < 4) {
            // Lengths count the bytes before zeros were put in, so the tag must be cleaned as a whole.
            if (left > 0 && left <= labels.textLength()) {
                next = Part.WHOLE;
                need((int) left);
            } else {
                stop();
            }
        } else {
            afterHeader();
        }
    }

    private void afterHeader() {
        if (extended && left >= 4) {
            next = Part.EXTENSION;
            need(4);
        } else {
            askFrame();
        }
    }

    private void askFrame() {
        int header = version == 2 ? 6 : HEADER_BYTES;
        if (left <= header) {
            stop();
        } else {
            left -= header;
            next = Part.FRAME;
            need(header);
        }
    }

    private void frame(byte[] bytes) {
        long size;
        if (version == 2) {
            frame = new String(bytes, 0, 3, StandardCharsets.ISO_8859_1);
            size = Octets.u32(bytes, 2) & 0xFF_FFFF;
            flags = 0;
        } else {
            frame = new String(bytes, 0, 4, StandardCharsets.ISO_8859_1);
            size = version == 4 ? syncSafe(bytes, 4) : Octets.u32(bytes, 4);
            flags = bytes[9] & 0xFF;
        }
        left -= size;
        if (bytes[0] == 0 || left < 0) {
            stop();
            return;
        }
        boolean telling = switch (frame) {
            case "TXXX", "TXX", "PRIV", "COMM", "COM" -> true;
            default -> false;
        };
        boolean hidden = version == 4 ? (flags & 0x0C) != 0 : (flags & 0xC0) != 0;
        if (telling && !hidden && size > 0 && size <= labels.textLength()) {
            next = Part.CONTENT;
            need((int) size);
        } else {
            skip(size);
            askFrame();
        }
    }

    private void content(byte[] bytes, int length) {
        byte[] content = bytes;
        int from = 0;
        int end = length;
        if (version == 4) {
            from = ((flags & 0x40) != 0 ? 1 : 0) + ((flags & 0x01) != 0 ? 4 : 0);
            if ((flags & 0x02) != 0 || unsynchronised) {
                content = synchronise(bytes, 0, length);
                end = content.length;
            }
        } else if (version == 3 && (flags & 0x20) != 0) {
            from = 1;
        }
        if (from >= end) {
            return;
        }
        if (frame.equals("PRIV")) {
            if (Octets.has(content, from, end, "XMP\0")) {
                Xmp.read(content, from + 4, end, labels);
            }
            return;
        }
        boolean comment = frame.startsWith("COM");
        int encoding = content[from];
        int description = from + (comment ? 4 : 1);
        int step = encoding == 1 || encoding == 2 ? 2 : 1;
        int ends = terminator(content, description, end, step);
        if (ends < 0) {
            return;
        }
        String value = text(content, ends + step, end, encoding);
        if (comment) {
            labels.addIfLabel(LabelCarrier.ID3_USER_TEXT, value);
        } else if (text(content, description, ends, encoding).equals("AIGC")) {
            labels.add(LabelCarrier.ID3_USER_TEXT, value);
        }
    }

    /** Where the zero that ends a text stands, or -1. */
    private static int terminator(byte[] bytes, int from, int end, int step) {
        for (int at = from; at + step <= end; at += step) {
            if (bytes[at] == 0 && (step == 1 || bytes[at + 1] == 0)) {
                return at;
            }
        }
        return -1;
    }

    private static String text(byte[] bytes, int from, int end, int encoding) {
        return encoding == 1 || encoding == 2
                ? Octets.utf16(bytes, from, end - from, StandardCharsets.UTF_16BE)
                : Octets.text(bytes, from, end - from);
    }

    /** Takes out the zeros that were put after 0xFF bytes lest a player mistake them for sound. */
    private static byte[] synchronise(byte[] bytes, int from, int end) {
        byte[] clean = new byte[end - from];
        int count = 0;
        for (int at = from; at < end; at++) {
            if (bytes[at] != 0 || at == from || (bytes[at - 1] & 0xFF) != 0xFF) {
                clean[count++] = bytes[at];
            }
        }
        return Arrays.copyOf(clean, count);
    }

    private static int syncSafe(byte[] bytes, int at) {
        return ((bytes[at] & 0x7F) << 21)
                | ((bytes[at + 1] & 0x7F) << 14)
                | ((bytes[at + 2] & 0x7F) << 7)
                | (bytes[at + 3] & 0x7F);
    }
}
