package io.xuemeng.resource.content;

import java.util.List;

/** The bytes of a PDF that are held: its beginning in pieces and its end, or a stream out of it. */
final class PdfBytes {

    /** The length of all pieces but the last. */
    static final int PIECE_BYTES = 1 << 16;

    private final List<byte[]> pieces;
    private final long headEnd;
    private final byte[] tail;
    private final long tailStart;

    PdfBytes(List<byte[]> pieces, long headEnd, byte[] tail, long tailStart) {
        this.pieces = pieces;
        this.headEnd = headEnd;
        this.tail = tail;
        this.tailStart = tailStart;
    }

    /** All of an array. */
    static PdfBytes of(byte[] bytes) {
        return new PdfBytes(List.of(), 0, bytes, 0);
    }

    long size() {
        return tailStart + tail.length;
    }

    /** The byte at a place; -1 outside and where none is held. */
    int at(long place) {
        if (place >= 0 && place < headEnd) {
            return pieces.get((int) (place / PIECE_BYTES))[(int) (place % PIECE_BYTES)] & 0xFF;
        }
        return place >= tailStart && place < size() ? tail[(int) (place - tailStart)] & 0xFF : -1;
    }

    boolean has(long place, String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            if (at(place + i) != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The first place of a byte from a place on, over what is not held; the end when there is none. */
    long find(int octet, long from) {
        long place = Math.max(0, from);
        while (place < headEnd) {
            byte[] piece = pieces.get((int) (place / PIECE_BYTES));
            int start = (int) (place % PIECE_BYTES);
            int end = (int) Math.min(piece.length, start + headEnd - place);
            int found = Octets.indexOf(piece, start, end, octet);
            place += found - start;
            if (found < end) {
                return place;
            }
        }
        place = Math.max(place, tailStart);
        return tailStart + Octets.indexOf(tail, (int) Math.min(tail.length, place - tailStart), tail.length, octet);
    }

    /** The bytes from a place on, at most {@code limit}, up to the first that is not held. */
    byte[] copy(long from, long limit) {
        long end = from < headEnd && headEnd != tailStart ? headEnd : size();
        int length = (int) Math.max(0, Math.min(limit, end - from));
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) at(from + i);
        }
        return bytes;
    }
}
