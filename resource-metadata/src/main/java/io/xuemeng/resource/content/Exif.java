package io.xuemeng.resource.content;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The user comment out of EXIF data, which is a TIFF file without a picture. */
final class Exif {

    private static final int EXIF_DIRECTORY = 0x8769;
    private static final int USER_COMMENT = 0x9286;
    private static final int CHARSET_BYTES = 8;

    private final byte[] bytes;
    private final int start;
    private final int end;
    private final boolean littleEndian;

    private Exif(byte[] bytes, int start, int end, boolean littleEndian) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
        this.littleEndian = littleEndian;
    }

    /** Reads the user comment of EXIF data between two places, and collects it when it is a label. */
    static void read(byte[] bytes, int start, int end, LabelCollector labels) {
        boolean littleEndian = Octets.has(bytes, start, end, "II*\0");
        if (!littleEndian && !Octets.has(bytes, start, end, "MM\0*")) {
            return;
        }
        Exif exif = new Exif(bytes, start, end, littleEndian);
        long directory = exif.value(exif.find(exif.u32(4), EXIF_DIRECTORY));
        long entry = exif.find(directory, USER_COMMENT);
        long length = exif.u32(entry + 4);
        long at = exif.value(entry);
        if (entry >= 0 && at >= 0 && length > CHARSET_BYTES && start + at + length <= end) {
            labels.addIfLabel(
                    LabelCarrier.EXIF_USER_COMMENT, exif.comment(start + (int) at, (int) length - CHARSET_BYTES));
        }
    }

    /** The place of a directory's entry, or -1. */
    private long find(long directory, int tag) {
        int count = u16(directory);
        for (int i = 0; i < count; i++) {
            long entry = directory + 2 + i * 12L;
            if (u16(entry) == tag) {
                return entry;
            }
        }
        return -1;
    }

    private long value(long entry) {
        return entry < 0 ? -1 : u32(entry + 8);
    }

    /** A number at a place counted from the data's beginning; -1 when it lies outside. */
    private int u16(long at) {
        if (at < 0 || start + at + 2 > end) {
            return -1;
        }
        int place = start + (int) at;
        return littleEndian ? Octets.u16le(bytes, place) : Octets.u16(bytes, place);
    }

    private long u32(long at) {
        if (at < 0 || start + at + 4 > end) {
            return -1;
        }
        int place = start + (int) at;
        return littleEndian ? Octets.u32le(bytes, place) : Octets.u32(bytes, place);
    }

    private String comment(int at, int length) {
        int text = at + CHARSET_BYTES;
        if (!Octets.has(bytes, at, end, "UNICODE")) {
            return Octets.text(bytes, text, length);
        }
        // The byte order should be the TIFF header's, but writers differ: an opening brace tells.
        Charset order = littleEndian ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        if (length >= 2 && bytes[text] == '{' && bytes[text + 1] == 0) {
            order = StandardCharsets.UTF_16LE;
        } else if (length >= 2 && bytes[text] == 0 && bytes[text + 1] == '{') {
            order = StandardCharsets.UTF_16BE;
        } else if (length >= 2 && bytes[text] == '{') {
            order = StandardCharsets.UTF_8;
        }
        return Octets.utf16(bytes, text, length, order);
    }
}
