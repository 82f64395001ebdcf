package io.xuemeng.resource.content;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Labels in the comment header of the first stream of an Ogg file, Vorbis or Opus: its second packet. */
final class OggLabels extends ChunkedScanner {

    private static final int PAGE_HEADER_BYTES = 27;
    private static final int FULL_SEGMENT = 255;

    private enum Part {
        HEADER,
        SEGMENTS,
        CONTENT
    }

    private final LabelCollector labels;
    private final ByteArrayOutputStream packet = new ByteArrayOutputStream();
    private Part next = Part.HEADER;
    private byte[] segments = new byte[0];
    private int serial;
    private boolean serialKnown;
    private boolean mine;
    private int packets;

    OggLabels(LabelCollector labels) {
        this.labels = labels;
        need(PAGE_HEADER_BYTES);
    }

    @Override
    void take(byte[] bytes, int length) {
        switch (next) {
            case HEADER -> header(bytes);
            case SEGMENTS -> {
                segments = Arrays.copyOf(bytes, length);
                int size = 0;
                for (byte segment : segments) {
                    size += segment & 0xFF;
                }
                if (size > 0 && mine) {
                    ask(Part.CONTENT, size);
                } else {
                    skip(size);
                    ask(Part.HEADER, PAGE_HEADER_BYTES);
                }
            }
            case CONTENT -> {
                ask(Part.HEADER, PAGE_HEADER_BYTES);
                content(bytes);
            }
        }
    }

    private void header(byte[] bytes) {
        int count = bytes[26] & 0xFF;
        if (!Octets.has(bytes, 0, 4, "OggS")) {
            stop();
            return;
        }
        int found = Octets.i32(bytes, 14);
        if (!serialKnown) {
            serial = found;
            serialKnown = true;
        }
        mine = found == serial;
        if (count == 0) {
            ask(Part.HEADER, PAGE_HEADER_BYTES);
        } else {
            ask(Part.SEGMENTS, count);
        }
    }

    /** A packet goes on while its segments are full, over the ends of pages too. */
    private void content(byte[] bytes) {
        int at = 0;
        for (byte segment : segments) {
            int size = segment & 0xFF;
            if (packets == 1) {
                packet.write(bytes, at, size);
            }
            at += size;
            if (size < FULL_SEGMENT) {
                packets++;
            }
        }
        if (packets >= 2 || packet.size() > labels.textLength()) {
            byte[] header = packet.toByteArray();
            if (Octets.has(header, 0, header.length, "\3vorbis")) {
                VorbisComments.read(header, 7, header.length, labels);
            } else if (Octets.has(header, 0, header.length, "OpusTags")) {
                VorbisComments.read(header, 8, header.length, labels);
            }
            stop();
        }
    }

    private void ask(Part part, int bytes) {
        next = part;
        need(bytes);
    }
}
