package io.xuemeng.resource.content;

import java.nio.charset.StandardCharsets;

/**
 * Labels in RIFF files, WAV, AVI and WebP: a chunk {@code AIGC} at the top or in the INFO list, XMP, EXIF, an ID3 tag in a
 * chunk, and an INFO comment that is a label. In RF64 files what stands after sound of 4 GiB or more is not found.
 */
final class RiffLabels extends ChunkedScanner {

    private static final long UNKNOWN_SIZE = 0xFFFF_FFFFL;

    private enum Part {
        FORM,
        HEADER,
        LIST,
        CONTENT
    }

    private final LabelCollector labels;
    private Part next = Part.FORM;
    private String id = "";
    private long size;

    RiffLabels(LabelCollector labels) {
        this.labels = labels;
        need(12);
    }

    @Override
    void take(byte[] bytes, int length) {
        switch (next) {
            case FORM -> ask(Part.HEADER, 8);
            case HEADER -> header(bytes);
            case LIST -> {
                // The chunks of an INFO list are read as if they stood at the top; other lists hold sound and pictures.
                if (!Octets.has(bytes, 0, 4, "INFO")) {
                    skip(padded() - 4);
                }
                ask(Part.HEADER, 8);
            }
            case CONTENT -> {
                content(bytes, (int) size);
                ask(Part.HEADER, 8);
            }
        }
    }

    private void header(byte[] bytes) {
        id = new String(bytes, 0, 4, StandardCharsets.ISO_8859_1);
        size = Octets.u32le(bytes, 4);
        if (size == UNKNOWN_SIZE) {
            stop();
        } else if (id.equals("LIST") && size >= 4) {
            ask(Part.LIST, 4);
        } else if (isTelling() && size > 0 && size < labels.textLength()) {
            ask(Part.CONTENT, (int) padded());
        } else {
            skip(padded());
            ask(Part.HEADER, 8);
        }
    }

    private boolean isTelling() {
        return switch (id) {
            case "AIGC", "ICMT", "XMP ", "_PMX", "EXIF", "id3 ", "ID3 " -> true;
            default -> false;
        };
    }

    private void content(byte[] bytes, int end) {
        switch (id) {
            case "AIGC" -> labels.add(LabelCarrier.RIFF_CHUNK, Octets.text(bytes, 0, end));
            case "ICMT" -> labels.addIfLabel(LabelCarrier.RIFF_CHUNK, Octets.text(bytes, 0, end));
            case "EXIF" -> Exif.read(bytes, Octets.has(bytes, 0, end, "Exif\0") ? 6 : 0, end, labels);
            case "XMP ", "_PMX" -> Xmp.read(bytes, 0, end, labels);
            default -> new Id3Labels(labels).accept(bytes, 0, end);
        }
    }

    private long padded() {
        return size + (size & 1);
    }

    private void ask(Part part, int bytes) {
        next = part;
        need(bytes);
    }
}
