package io.xuemeng.resource.content;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Inflates zlib data into bounded memory. */
final class Inflation {

    private Inflation() {}

    /** The inflated bytes; null when they are damaged, incomplete, or more than {@code limit}. */
    static byte @Nullable [] inflate(byte[] bytes, int at, int length, int limit) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes, at, length);
            byte[] out = new byte[Math.min(limit, Math.max(256, length))];
            int count = 0;
            while (!inflater.finished()) {
                if (count == out.length) {
                    if (count == limit) {
                        return null;
                    }
                    out = Arrays.copyOf(out, (int) Math.min(limit, out.length * 2L));
                }
                int more = inflater.inflate(out, count, out.length - count);
                if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    return null;
                }
                count += more;
            }
            return Arrays.copyOf(out, count);
        } catch (DataFormatException damaged) {
            return null;
        } finally {
            inflater.end();
        }
    }
}
