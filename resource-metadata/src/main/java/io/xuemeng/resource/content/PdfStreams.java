package io.xuemeng.resource.content;

import io.xuemeng.resource.content.PdfValue.Array;
import io.xuemeng.resource.content.PdfValue.Dictionary;
import io.xuemeng.resource.content.PdfValue.Name;
import io.xuemeng.resource.content.PdfValue.Whole;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The content of a PDF's streams: plain, or by FlateDecode with or without a PNG predictor. Other filters are not read. */
final class PdfStreams {

    private static final int FIRST_PNG_PREDICTOR = 10;
    private static final int MAX_COLUMNS = 1 << 16;

    private final PdfBytes bytes;
    private int inflatable;

    /**
     * Streams of a file.
     *
     * @param inflatable how many bytes may come out of all streams together
     */
    PdfStreams(PdfBytes bytes, int inflatable) {
        this.bytes = bytes;
        this.inflatable = inflatable;
    }

    /**
     * A stream's content; null when it cannot be read or is too much.
     *
     * @param at where the stream's bytes begin
     * @param length of these bytes; negative when the file does not say
     */
    byte @Nullable [] decode(Dictionary stream, long at, long length) {
        byte[] raw = bytes.copy(at, length < 0 ? inflatable : Math.min(length, inflatable));
        String filter = filter(stream.get("Filter"));
        if (filter == null || filter.isEmpty()) {
            return filter == null ? null : raw;
        }
        if (!filter.equals("FlateDecode") && !filter.equals("Fl")) {
            return null;
        }
        byte[] inflated = Inflation.inflate(raw, 0, raw.length, inflatable);
        if (inflated == null) {
            return null;
        }
        inflatable -= inflated.length;
        Dictionary parameters = parameters(stream.get("DecodeParms"));
        long predictor = parameters == null ? 1 : parameters.whole("Predictor", 1);
        if (predictor <= 1) {
            return inflated;
        }
        return predictor < FIRST_PNG_PREDICTOR || parameters == null ? null : unpredict(inflated, parameters);
    }

    /** The one filter, empty when there is none; null when there are several. */
    private static @Nullable String filter(@Nullable PdfValue value) {
        if (value == null) {
            return "";
        }
        PdfValue only = value;
        if (value instanceof Array array) {
            if (array.values().isEmpty()) {
                return "";
            }
            only = array.values().size() == 1 ? array.values().get(0) : null;
        }
        return only instanceof Name name ? name.value() : null;
    }

    private static @Nullable Dictionary parameters(@Nullable PdfValue value) {
        PdfValue first = value instanceof Array array && !array.values().isEmpty()
                ? array.values().get(0)
                : value;
        return first instanceof Dictionary dictionary ? dictionary : null;
    }

    /** Undoes the PNG filters of rows of bytes. */
    private static byte @Nullable [] unpredict(byte[] rows, Dictionary parameters) {
        long columns = parameters.whole("Columns", 1);
        boolean bytewise = parameters.whole("Colors", 1) == 1 && parameters.whole("BitsPerComponent", 8) == 8;
        if (!bytewise || columns < 1 || columns > MAX_COLUMNS) {
            return null;
        }
        int width = (int) columns;
        int count = rows.length / (width + 1);
        byte[] out = new byte[count * width];
        for (int row = 0; row < count; row++) {
            int filter = rows[row * (width + 1)];
            for (int i = 0; i < width; i++) {
                int place = row * width + i;
                int left = i == 0 ? 0 : out[place - 1] & 0xFF;
                int up = row == 0 ? 0 : out[place - width] & 0xFF;
                int corner = i == 0 || row == 0 ? 0 : out[place - width - 1] & 0xFF;
                int predicted = switch (filter) {
                    case 1 -> left;
                    case 2 -> up;
                    case 3 -> (left + up) / 2;
                    case 4 -> paeth(left, up, corner);
                    default -> 0;
                };
                out[place] = (byte) (rows[row * (width + 1) + 1 + i] + predicted);
            }
        }
        return out;
    }

    private static int paeth(int left, int up, int corner) {
        int estimate = left + up - corner;
        int byLeft = Math.abs(estimate - left);
        int byUp = Math.abs(estimate - up);
        int byCorner = Math.abs(estimate - corner);
        if (byLeft <= byUp && byLeft <= byCorner) {
            return left;
        }
        return byUp <= byCorner ? up : corner;
    }

    /** A stream's own numbers, for cross-reference streams: field widths, and first objects with counts. */
    static long[] wholes(@Nullable PdfValue value) {
        if (!(value instanceof Array array)) {
            return new long[0];
        }
        long[] result = new long[array.values().size()];
        Arrays.setAll(result, i -> array.values().get(i) instanceof Whole whole ? whole.value() : -1);
        return result;
    }
}
