package io.xuemeng.core.jose;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The headers that a verifier has read, by their encoded bytes: an issuer writes the same header into all its tokens. Only headers of
 * tokens that verified come in, so a stranger cannot drive out the good ones; at most {@value #SIZE} of at most {@value
 * #MAX_LENGTH} bytes each are kept. Thread-safe.
 */
final class HeaderCache {

    private static final int SIZE = 16;
    private static final int MAX_LENGTH = 4096;

    @SuppressWarnings("ArrayRecordComponent")
    private record Entry(byte[] encoded, JwsHeader header) {}

    private volatile Entry[] entries = {};
    private int next;

    @Nullable
    JwsHeader find(byte[] token, int length) {
        for (Entry entry : entries) {
            if (entry.encoded.length == length && Arrays.equals(entry.encoded, 0, length, token, 0, length)) {
                return entry.header;
            }
        }
        return null;
    }

    synchronized void add(byte[] token, int length, JwsHeader header) {
        if (length > MAX_LENGTH || find(token, length) != null) {
            return;
        }
        Entry[] current = entries;
        Entry[] changed = Arrays.copyOf(current, Math.min(SIZE, current.length + 1));
        changed[next] = new Entry(Arrays.copyOf(token, length), header);
        next = (next + 1) % SIZE;
        entries = changed;
    }
}
