package io.xuemeng.resource.element;

import io.xuemeng.core.requirement.Location;
import org.jspecify.annotations.Nullable;

/**
 * The line and column of every element of a record that was read from a file, so that a finding about a value can say where
 * it stands. Filled by a reader, which moves an {@link ElementPath} along; then read by many threads.
 */
public final class Positions {

    /** Knows no place: for records that were built, not read. */
    public static final Positions NONE = new Positions(null);

    private final @Nullable String entry;
    private long[] keys = new long[64];
    private long[] places = new long[64];
    private int size;

    /** No places yet, in a file. */
    public Positions(@Nullable String entry) {
        this.entry = entry;
    }

    /** Notes where the element at a path begins; the first note of a path stays. */
    public void note(ElementPath path, int line, int column) {
        if (size * 2 >= keys.length) {
            grow();
        }
        long key = path.key();
        int slot = slot(key);
        if (places[slot] == 0) {
            keys[slot] = key;
            places[slot] = place(line, column);
            size++;
        }
    }

    /** The place of a path, or of the nearest element above it that is known, with the path as its text. */
    public Location locate(ElementPath path) {
        for (int up = 0; up <= path.depth(); up++) {
            long place = places[slot(path.keyAbove(up))];
            if (place != 0) {
                return Location.at(entry, path.toString(), (int) (place >>> 32), (int) place);
            }
        }
        return Location.at(entry, path.toString(), 0, 0);
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key ^ (key >>> 32)) & mask;
        while (places[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static long place(int line, int column) {
        return ((long) Math.max(line, 1) << 32) | Math.max(column, 1);
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldPlaces = places;
        keys = new long[oldKeys.length * 2];
        places = new long[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldPlaces[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                places[slot] = oldPlaces[i];
            }
        }
    }
}
