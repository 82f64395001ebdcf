package io.xuemeng.resource.content;

/** The comments that FLAC and Ogg files carry. */
final class VorbisComments {

    private VorbisComments() {}

    /** Collects the values of comments named {@code AIGC}; names are compared without regard to case, as the format asks. */
    static void read(byte[] bytes, int from, int end, LabelCollector labels) {
        long at = skipText(bytes, from, end);
        if (at + 4 > end) {
            return;
        }
        long count = Octets.u32le(bytes, (int) at);
        at += 4;
        for (long i = 0; i < count && at + 4 <= end; i++) {
            int comment = (int) at + 4;
            at = skipText(bytes, comment - 4, end);
            if (at > end) {
                return;
            }
            String text = Octets.text(bytes, comment, (int) at - comment);
            if (text.regionMatches(true, 0, "AIGC=", 0, 5)) {
                labels.add(LabelCarrier.VORBIS_COMMENT, text.substring(5));
            }
        }
    }

    /** The place after a text with its length in front; beyond the end when it is cut off. */
    private static long skipText(byte[] bytes, int at, int end) {
        return at + 4 > end ? end + 1L : at + 4 + Octets.u32le(bytes, at);
    }
}
