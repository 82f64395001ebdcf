package io.xuemeng.resource.element;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where in a record somebody stands while reading or checking it: names and list positions from the root down. Moving costs
 * no allocation; the text form, a JSON Pointer into the record's JSON, is made only when a finding needs it. Not
 * thread-safe.
 */
public final class ElementPath {

    private static final long ROOT = 0x9E3779B97F4A7C15L;

    private @Nullable String[] names = new @Nullable String[16];
    private int[] positions = new int[16];
    private long[] keys = new long[17];
    private int depth;

    /** A path that stands at the root. */
    public ElementPath() {
        keys[0] = ROOT;
    }

    /** Goes down into a property. */
    public void push(String name) {
        descend(name, -1, name.hashCode());
    }

    /** Goes down into the item of a list, from 0. */
    public void push(int position) {
        descend(null, position, 0x5BD1E995L * (position + 1));
    }

    private void descend(@Nullable String name, int position, long step) {
        if (depth == names.length) {
            names = Arrays.copyOf(names, depth * 2);
            positions = Arrays.copyOf(positions, depth * 2);
            keys = Arrays.copyOf(keys, depth * 2 + 1);
        }
        names[depth] = name;
        positions[depth] = position;
        long key = (keys[depth] ^ step) * 0xBF58476D1CE4E5B9L;
        keys[++depth] = key ^ (key >>> 31);
    }

    /** Goes up by one. */
    public void pop() {
        if (depth == 0) {
            throw new IllegalStateException("the path already stands at the root");
        }
        depth--;
    }

    /** How far down it stands; 0 at the root. */
    public int depth() {
        return depth;
    }

    /** Goes up until it stands at a depth it stood at before. */
    public void popTo(int earlierDepth) {
        if (earlierDepth < 0 || earlierDepth > depth) {
            throw new IllegalArgumentException("the path stands at depth " + depth + ", not below " + earlierDepth);
        }
        depth = earlierDepth;
    }

    /** A 64-bit key of the place, equal for equal paths; different ones collide with a chance of about 2^-64 a pair. */
    public long key() {
        return keys[depth];
    }

    /** The key of the place that stands {@code levels} above; 0 is {@link #key()}. */
    public long keyAbove(int levels) {
        return keys[depth - levels];
    }

    /** The place as a JSON Pointer (RFC 6901), empty at the root. */
    @Override
    public String toString() {
        StringBuilder pointer = new StringBuilder(64);
        for (int i = 0; i < depth; i++) {
            pointer.append('/');
            String name = names[i];
            if (name == null) {
                pointer.append(positions[i]);
            } else {
                pointer.append(name.replace("~", "~0").replace("/", "~1"));
            }
        }
        return pointer.toString();
    }
}
