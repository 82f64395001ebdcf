package io.xuemeng.core.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * The names that an object may have for its members, so that a reader tells by a number which of them comes, without making a
 * String of it: see {@link JsonReader#nextMember(MemberSet)}. Immutable and thread-safe; make it once.
 *
 * <pre>{@code
 * private static final MemberSet SCORE = MemberSet.of("scaled", "raw", "min", "max");
 *
 * for (int member = json.nextMember(SCORE); member != MemberSet.END; member = json.nextMember(SCORE)) {
 *     switch (member) {
 *         case 0 -> scaled = …
 *         default -> unknown(json.name());
 *     }
 * }
 * }</pre>
 */
public final class MemberSet {

    /** No member comes; the object has ended. */
    public static final int END = -2;

    /** A member comes whose name is none of the set. */
    public static final int UNKNOWN = -1;

    /** As many bits as a long has: members that came are kept in one. */
    private static final int MAX_NAMES = 64;

    private static final long FIRST_FACTOR = 0x9E3779B97F4A7C15L;
    private static final long LAST_FACTOR = 0xD1B54A32D192ED03L;
    /** Even, so that an odd factor stays odd. */
    private static final long NEXT_FACTOR = 0x3C6EF372FE94F82AL;

    /** With the last of so many pairs of factors two names may want one slot. */
    private static final int TRIES = 2000;

    private final List<String> names;
    private final int shift;
    private final long firstFactor;
    private final long lastFactor;
    /** Of the name in each slot the first eight bytes and the last eight. At least every other slot is empty. */
    private final long[] words;
    /** Of the name in each slot the length, and in the low byte the index and one; 0 in an empty slot. */
    private final long[] shapes;

    private final byte[][] bytes;
    /** Of each name the index of the one before it that has the same words and length, or {@link #UNKNOWN}. */
    private final int[] twins;

    private MemberSet(List<String> names) {
        this.names = names;
        this.bytes = new byte[names.size()][];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = names.get(i).getBytes(StandardCharsets.UTF_8);
        }
        int bits = 64 - Long.numberOfLeadingZeros(names.size() * 2L);
        this.shift = 64 - bits;
        this.words = new long[2 << bits];
        this.shapes = new long[1 << bits];
        this.twins = new int[bytes.length];
        long first = FIRST_FACTOR;
        long last = LAST_FACTOR;
        for (int tries = 1; !place(first, last, tries < TRIES); tries++) {
            first += NEXT_FACTOR;
            last -= NEXT_FACTOR;
        }
        this.firstFactor = first;
        this.lastFactor = last;
    }

    /**
     * Puts all names into the table, each into the slot that it wants or else into the next one that is empty; those with the same
     * words and length share one.
     *
     * @param exact whether none may stand elsewhere than in the slot that it wants
     * @return whether all were put there
     */
    private boolean place(long byFirst, long byLast, boolean exact) {
        Arrays.fill(words, 0);
        Arrays.fill(shapes, 0);
        for (int i = 0; i < bytes.length; i++) {
            int length = bytes[i].length;
            long first = first(bytes[i], 0, length);
            long last = last(bytes[i], 0, length);
            int slot = slot(first, last, length, byFirst, byLast, shift);
            while (shapes[slot] != 0 && !isAt(slot, first, last, length)) {
                if (exact) {
                    return false;
                }
                slot = next(slot);
            }
            twins[i] = index(shapes[slot]);
            words[2 * slot] = first;
            words[2 * slot + 1] = last;
            shapes[slot] = (long) length << 8 | (i + 1);
        }
        return true;
    }

    /**
     * A set of names; each has the index of its place.
     *
     * @throws IllegalArgumentException when a name comes twice, or there are none or more than {@value #MAX_NAMES}
     */
    public static MemberSet of(String... names) {
        return of(List.of(names));
    }

    /** The same for a list. */
    public static MemberSet of(List<String> names) {
        if (names.isEmpty() || names.size() > MAX_NAMES || new HashSet<>(names).size() != names.size()) {
            throw new IllegalArgumentException("a set has from 1 to " + MAX_NAMES + " different names, not " + names);
        }
        return new MemberSet(List.copyOf(names));
    }

    /** The names, in the order of their indexes. */
    public List<String> names() {
        return names;
    }

    /** The index of a name, or {@link #UNKNOWN}. */
    public int indexOf(String name) {
        // Not by its bytes: half of a surrogate pair has none, and would pass for a question mark.
        return names.indexOf(name);
    }

    int indexOf(byte[] document, int from, int to) {
        int length = to - from;
        int index = indexOf(first(document, from, length), last(document, from, length), length);
        if (length > 2 * Long.BYTES) {
            while (index >= 0 && !isSame(bytes[index], document, from)) {
                index = twins[index];
            }
        }
        return index;
    }

    /** The index of a name by its first and its last word; of a long one what stands between must be compared yet. */
    int indexOf(long first, long last, int length) {
        int slot = slot(first, last, length, firstFactor, lastFactor, shift);
        long shape = shapes[slot];
        if (isAt(slot, first, last, length)) {
            return index(shape);
        }
        return shape == 0 ? UNKNOWN : indexAfter(slot, first, last, length);
    }

    /** The same when another name stands in the slot. */
    private int indexAfter(int taken, long first, long last, int length) {
        int slot = next(taken);
        while (shapes[slot] != 0 && !isAt(slot, first, last, length)) {
            slot = next(slot);
        }
        return index(shapes[slot]);
    }

    private boolean isAt(int slot, long first, long last, int length) {
        return words[2 * slot] == first && words[2 * slot + 1] == last && shapes[slot] >>> 8 == length;
    }

    private int next(int slot) {
        return (slot + 1) & (shapes.length - 1);
    }

    /** The index in a shape; {@link #UNKNOWN} when the slot is empty. */
    private static int index(long shape) {
        return ((int) shape & 0xFF) - 1;
    }

    private static boolean isSame(byte[] name, byte[] document, int from) {
        return Arrays.equals(name, 0, name.length, document, from, from + name.length);
    }

    /** The slot that a name wants. Each part has a factor of its own, so that differences in both do not cancel out for all. */
    private static int slot(long first, long last, int length, long firstFactor, long lastFactor, int shift) {
        return (int) (((first + length) * firstFactor + last * lastFactor) >>> shift);
    }

    /** The first eight bytes of a name, or as many as it has. */
    private static long first(byte[] document, int from, int length) {
        if (from <= document.length - Long.BYTES) {
            long word = EightBytes.at(document, from);
            return length >= Long.BYTES ? word : word & ((1L << (length << 3)) - 1);
        }
        long word = 0;
        for (int i = Math.min(length, Long.BYTES) - 1; i >= 0; i--) {
            word = word << 8 | (document[from + i] & 0xFF);
        }
        return word;
    }

    /** The last eight bytes of a name that has more; else nothing. */
    private static long last(byte[] document, int from, int length) {
        return length > Long.BYTES ? EightBytes.at(document, from + length - Long.BYTES) : 0;
    }
}
