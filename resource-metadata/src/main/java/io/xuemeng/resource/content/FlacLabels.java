package io.xuemeng.resource.content;

/** Labels in the Vorbis comment block of a FLAC file. */
final class FlacLabels extends ChunkedScanner {

    private static final int VORBIS_COMMENT = 4;

    private final LabelCollector labels;
    private boolean inBlock;
    private boolean last;

    FlacLabels(LabelCollector labels) {
        this.labels = labels;
        skip(4);
        need(4);
    }

    @Override
    void take(byte[] bytes, int length) {
        if (inBlock) {
            VorbisComments.read(bytes, 0, length, labels);
            stop();
            return;
        }
        if (last) {
            stop();
            return;
        }
        last = (bytes[0] & 0x80) != 0;
        int size = Octets.i32(bytes, 0) & 0xFF_FFFF;
        if ((bytes[0] & 0x7F) == VORBIS_COMMENT && size > 0 && size <= labels.textLength()) {
            inBlock = true;
            need(size);
        } else if (last) {
            stop();
        } else {
            skip(size);
            need(4);
        }
    }
}
