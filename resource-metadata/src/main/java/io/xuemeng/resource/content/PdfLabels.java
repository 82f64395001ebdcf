package io.xuemeng.resource.content;

import java.util.ArrayList;
import java.util.List;

/**
 * Labels in a PDF file. Because a PDF is read from its end and then anywhere, its beginning (8 MiB, or the limit for
 * documents if that is less) and its last MiB are held; what stands between, in larger files, is not seen.
 */
final class PdfLabels implements LabelScanner {

    private static final int HEAD_BYTES = 8 << 20;
    private static final int TAIL_BYTES = 1 << 20;

    private final LabelCollector labels;
    private final int documentBytes;
    private final int headBytes;
    private final long tailFrom;
    private final List<byte[]> pieces = new ArrayList<>();
    private byte[] ring = new byte[0];
    private long total;
    private long ringCount;

    /**
     * A scanner of a PDF.
     *
     * @param size of the file as far as known, -1 when unknown: before its last MiB nothing need be kept as its end
     */
    PdfLabels(LabelCollector labels, long size) {
        this.labels = labels;
        this.documentBytes = labels.limits().documentBytes();
        this.headBytes = Math.min(HEAD_BYTES, documentBytes);
        this.tailFrom = size - TAIL_BYTES;
    }

    @Override
    public boolean accept(byte[] buffer, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end && total < headBytes) {
            int inPiece = (int) (total % PdfBytes.PIECE_BYTES);
            if (inPiece == 0) {
                pieces.add(new byte[Math.min(PdfBytes.PIECE_BYTES, headBytes - (int) total)]);
            }
            byte[] piece = pieces.get(pieces.size() - 1);
            int part = Math.min(end - at, piece.length - inPiece);
            System.arraycopy(buffer, at, piece, inPiece, part);
            at += part;
            total += part;
        }
        if (total + (end - at) <= tailFrom) {
            total += end - at;
            return true;
        }
        while (at < end) {
            if (ring.length == 0) {
                ring = new byte[Math.min(TAIL_BYTES, documentBytes)];
            }
            int place = (int) (ringCount % ring.length);
            int part = Math.min(end - at, ring.length - place);
            System.arraycopy(buffer, at, ring, place, part);
            at += part;
            total += part;
            ringCount += part;
        }
        return true;
    }

    @Override
    public void finish() {
        int length = (int) Math.min(ringCount, ring.length);
        byte[] tail = new byte[length];
        int oldest = ringCount > ring.length ? (int) (ringCount % ring.length) : 0;
        int first = Math.min(length, ring.length - oldest);
        System.arraycopy(ring, oldest, tail, 0, first);
        System.arraycopy(ring, 0, tail, first, length - first);
        long headEnd = Math.min(total, headBytes);
        new PdfDocument(new PdfBytes(pieces, headEnd, tail, total - length), documentBytes, labels).read();
        pieces.clear();
        ring = new byte[0];
    }
}
