package io.xuemeng.resource.element;

import io.xuemeng.core.requirement.Location;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The line and column of every element of a record that was read from a file, so that a finding about a value can say where
 * it stands. Filled by a reader, which moves an {@link ElementPath} along; then read by many threads. Noting a place is one
 * append: most records give no findings, so places are looked for only when one does.
 */
public final class Positions {

    /** Knows no place: for records that were built, not read. */
    public static final Positions NONE = new Positions(null, null, 0);

    private static final int USUAL_NOTES = 256;
    /** Of JSON, how many bytes an element takes at the least, in usual records. */
    private static final int BYTES_PER_NOTE = 24;

    private final @Nullable String entry;
    private final @Nullable OffsetIndex index;
    private long[] keys;
    private long[] places;
    private int size;
    private volatile @Nullable Table table;

    /** No places yet, in a file. */
    public Positions(@Nullable String entry) {
        this(entry, null, USUAL_NOTES);
    }

    private Positions(@Nullable String entry, @Nullable OffsetIndex index, int expected) {
        this.entry = entry;
        this.index = index;
        this.keys = new long[expected];
        this.places = new long[expected];
    }

    /**
     * No places yet, in a file whose reader knows offsets; lines and columns are counted only for findings.
     *
     * @param document the file's bytes, UTF-8; not copied, and not to be changed
     */
    public static Positions inDocument(@Nullable String entry, byte[] document) {
        int expected = Math.min(document.length, 1 << 20) / BYTES_PER_NOTE + 16;
        return new Positions(entry, new OffsetIndex(document), expected);
    }

    /** Notes where the element at a path begins; the first note of a path stays. */
    public void note(ElementPath path, int line, int column) {
        append(path.key(), ((long) Math.max(line, 1) << 32) | Math.max(column, 1));
    }

    /** Notes at which byte of the document the element at a path begins; the first note of a path stays. */
    public void noteOffset(ElementPath path, int offset) {
        append(path.key(), offset + 1L);
    }

    private void append(long key, long place) {
        if (size == keys.length) {
            int more = Math.max(USUAL_NOTES, size * 2);
            keys = Arrays.copyOf(keys, more);
            places = Arrays.copyOf(places, more);
        }
        keys[size] = key;
        places[size++] = place;
    }

    /** How many elements were noted. */
    public int size() {
        return size;
    }

    /** The place of a path, or of the nearest element above it that is known, with the path as its text. */
    public Location locate(ElementPath path) {
        Table known = table;
        if (known == null || known.notes != size) {
            known = new Table(keys, places, size);
            table = known;
        }
        for (int up = 0; up <= path.depth(); up++) {
            long place = known.find(path.keyAbove(up));
            if (place != 0) {
                if (index != null) {
                    place = index.place((int) (place - 1));
                }
                return Location.at(entry, path.toString(), (int) (place >>> 32), (int) place);
            }
        }
        return Location.at(entry, path.toString(), 0, 0);
    }

    /** The notes by their keys. Immutable. */
    private static final class Table {

        private final int notes;
        private final long[] keys;
        private final long[] places;

        Table(long[] notedKeys, long[] notedPlaces, int notes) {
            this.notes = notes;
            int capacity = Integer.highestOneBit(Math.max(notes, 1)) * 4;
            this.keys = new long[capacity];
            this.places = new long[capacity];
            for (int i = 0; i < notes; i++) {
                int slot = slot(notedKeys[i]);
                if (places[slot] == 0) {
                    keys[slot] = notedKeys[i];
                    places[slot] = notedPlaces[i];
                }
            }
        }

        /** The place of a key; 0 when it has none. */
        long find(long key) {
            return places[slot(key)];
        }

        private int slot(long key) {
            int mask = keys.length - 1;
            int slot = (int) (key ^ (key >>> 32)) & mask;
            while (places[slot] != 0 && keys[slot] != key) {
                slot = (slot + 1) & mask;
            }
            return slot;
        }
    }
}
