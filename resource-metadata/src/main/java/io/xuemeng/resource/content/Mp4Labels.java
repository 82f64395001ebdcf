package io.xuemeng.resource.content;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Labels in ISO base media and QuickTime files: under {@code moov}, {@code udta} and {@code meta} the key {@code AIGC} of a
 * key list with its item, an iTunes free-form item of that name, a box {@code AIGC}, and a comment that is a label; XMP in a
 * {@code uuid} box or in {@code udta}. Boxes of sound and pictures are passed over, so the place of {@code moov} does not
 * matter; tracks' own metadata is not looked into.
 */
final class Mp4Labels extends ChunkedScanner {

    private static final int MAX_DEPTH = 8;
    private static final int MAX_KEYS = 1024;
    private static final byte[] XMP_UUID = {
        (byte) 0xBE,
        0x7A,
        (byte) 0xCF,
        (byte) 0xCB,
        (byte) 0x97,
        (byte) 0xA9,
        0x42,
        (byte) 0xE8,
        (byte) 0x9C,
        0x71,
        (byte) 0x99,
        (byte) 0x94,
        (byte) 0x91,
        (byte) 0xE3,
        (byte) 0xAF,
        (byte) 0xAC
    };

    private enum Part {
        HEADER,
        LARGE_SIZE,
        META,
        FIRST_TYPE,
        CONTENT
    }

    private final LabelCollector labels;
    private final long[] ends = new long[MAX_DEPTH];
    private final String[] containers = new String[MAX_DEPTH];
    private int depth;
    private long at;
    private Part next = Part.HEADER;
    private String type = "";
    private long boxEnd;
    private long firstSize;
    private List<String> keys = List.of();

    Mp4Labels(LabelCollector labels) {
        this.labels = labels;
        need(8);
    }

    @Override
    void take(byte[] bytes, int length) {
        at += length;
        switch (next) {
            case HEADER -> header(bytes);
            case LARGE_SIZE -> box(Octets.u64(bytes, 0) - 16);
            case META -> meta(bytes);
            case FIRST_TYPE -> firstType(bytes);
            case CONTENT -> {
                content(bytes, length);
                askHeader();
            }
        }
    }

    private void header(byte[] bytes) {
        type = new String(bytes, 4, 4, StandardCharsets.ISO_8859_1);
        sized(Octets.u32(bytes, 0));
    }

    private void sized(long size) {
        if (size == 1) {
            next = Part.LARGE_SIZE;
            need(8);
        } else if (size == 0) {
            // To the end of the file, which only the last box of all may be.
            box(Long.MAX_VALUE - at);
        } else {
            box(size - 8);
        }
    }

    private void box(long content) {
        boxEnd = at + content;
        if (content < 0 || boxEnd < 0 || (depth > 0 && boxEnd > ends[depth - 1])) {
            stop();
        } else if (type.equals("meta") && content >= 8) {
            next = Part.META;
            need(8);
        } else if (isContainer()) {
            enter();
            askHeader();
        } else if (isTelling() && content > 0 && content <= labels.textLength()) {
            next = Part.CONTENT;
            need((int) content);
        } else {
            pass(content);
            askHeader();
        }
    }

    private String parent() {
        return depth == 0 ? "" : containers[depth - 1];
    }

    private boolean isContainer() {
        return switch (type) {
            case "moov" -> depth == 0;
            case "udta" -> parent().equals("moov");
            case "ilst" -> parent().equals("meta");
            default -> false;
        };
    }

    private boolean isTelling() {
        return switch (parent()) {
            case "" -> type.equals("uuid");
            case "moov" -> type.equals("uuid");
            case "udta" -> type.equals("AIGC") || type.equals("XMP_") || type.equals("\u00A9cmt");
            case "meta" -> type.equals("keys");
            case "ilst" -> isKey() || type.equals("----") || type.equals("\u00A9cmt");
            default -> false;
        };
    }

    private boolean isKey() {
        int index = keyIndex();
        return index >= 0 && index < keys.size() && isLabelKey(keys.get(index));
    }

    private int keyIndex() {
        byte[] bytes = type.getBytes(StandardCharsets.ISO_8859_1);
        return Octets.i32(bytes, 0) - 1;
    }

    private static boolean isLabelKey(String key) {
        return key.equals("AIGC") || key.endsWith(".AIGC") || key.endsWith(":AIGC");
    }

    private void enter() {
        if (depth == MAX_DEPTH) {
            stop();
        } else {
            containers[depth] = type;
            ends[depth++] = boxEnd;
        }
    }

    /** In QuickTime the boxes follow at once, in ISO files after a version: told apart by what stands there. */
    private void meta(byte[] bytes) {
        enter();
        keys = List.of();
        boolean quickTime =
                Octets.has(bytes, 4, 8, "hdlr") || Octets.has(bytes, 4, 8, "keys") || Octets.has(bytes, 4, 8, "ilst");
        if (quickTime) {
            header(bytes);
        } else {
            // Half of the first box's header has been read with the version.
            firstSize = Octets.u32(bytes, 4);
            next = Part.FIRST_TYPE;
            need(4);
        }
    }

    private void firstType(byte[] bytes) {
        type = new String(bytes, 0, 4, StandardCharsets.ISO_8859_1);
        sized(firstSize);
    }

    private void askHeader() {
        while (depth > 0 && at >= ends[depth - 1]) {
            depth--;
        }
        next = Part.HEADER;
        need(8);
    }

    private void pass(long bytes) {
        at += bytes;
        skip(bytes);
    }

    private void content(byte[] bytes, int end) {
        switch (type) {
            case "uuid" -> {
                if (end > 16 && Arrays.equals(bytes, 0, 16, XMP_UUID, 0, 16)) {
                    Xmp.read(bytes, 16, end, labels);
                }
            }
            case "XMP_" -> Xmp.read(bytes, 0, end, labels);
            case "keys" -> keys = readKeys(bytes, end);
            case "AIGC" -> labels.add(LabelCarrier.MP4_METADATA, fromBrace(bytes, end));
            case "----" -> freeForm(bytes, end);
            case "\u00A9cmt" -> labels.addIfLabel(LabelCarrier.MP4_METADATA, fromBrace(bytes, end));
            default -> item(bytes, 0, end);
        }
    }

    private static List<String> readKeys(byte[] bytes, int end) {
        List<String> keys = new ArrayList<>();
        int place = 8;
        while (place + 8 <= end && keys.size() < MAX_KEYS) {
            long size = Octets.u32(bytes, place);
            if (size < 8 || place + size > end) {
                break;
            }
            keys.add(Octets.text(bytes, place + 8, (int) size - 8));
            place += (int) size;
        }
        return keys;
    }

    /** An item: boxes, of which {@code data} holds the value after its type and its locale. */
    private void item(byte[] bytes, int from, int end) {
        int place = from;
        while (place + 16 <= end) {
            long size = Octets.u32(bytes, place);
            if (size < 16 || place + size > end) {
                return;
            }
            if (Octets.has(bytes, place + 4, end, "data")) {
                labels.add(LabelCarrier.MP4_METADATA, Octets.text(bytes, place + 16, (int) size - 16));
            }
            place += (int) size;
        }
    }

    /** A free-form item names itself in a box {@code name}, before its {@code data}. */
    private void freeForm(byte[] bytes, int end) {
        int place = 0;
        while (place + 12 <= end) {
            long size = Octets.u32(bytes, place);
            if (size < 12 || place + size > end) {
                return;
            }
            if (Octets.has(bytes, place + 4, end, "name")
                    && !isLabelKey(Octets.text(bytes, place + 12, (int) size - 12))) {
                return;
            }
            if (Octets.has(bytes, place + 4, end, "data")) {
                item(bytes, place, place + (int) size);
            }
            place += (int) size;
        }
    }

    /** QuickTime puts a length and a language before its texts, and a full box a version. */
    private static String fromBrace(byte[] bytes, int end) {
        int brace = Octets.indexOf(bytes, 0, end, '{');
        int from = brace == end ? 0 : brace;
        return Octets.text(bytes, from, end - from);
    }
}
