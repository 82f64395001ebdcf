package io.xuemeng.core.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final List<String> names;
    private final int mask;
    /** Of the name in each slot: the first eight bytes, the last eight, the length, all bytes, the index. */
    private final long[] firsts;

    private final long[] lasts;
    private final int[] lengths;
    private final byte[] @Nullable [] bytes;
    private final int[] indexes;

    private MemberSet(List<String> names) {
        this.names = names;
        int slots = Integer.highestOneBit(names.size() * 8);
        this.mask = slots - 1;
        this.firsts = new long[slots];
        this.lasts = new long[slots];
        this.lengths = new int[slots];
        this.bytes = new byte[slots][];
        this.indexes = new int[slots];
        for (int i = 0; i < names.size(); i++) {
            put(names.get(i).getBytes(StandardCharsets.UTF_8), i);
        }
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

    private void put(byte[] name, int index) {
        long first = first(name, 0, name.length);
        long last = last(name, 0, name.length);
        int slot = slot(first, last, name.length);
        while (bytes[slot] != null) {
            slot = (slot + 1) & mask;
        }
        firsts[slot] = first;
        lasts[slot] = last;
        lengths[slot] = name.length;
        bytes[slot] = name;
        indexes[slot] = index;
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
        long first = first(document, from, length);
        long last = last(document, from, length);
        int slot = slot(first, last, length);
        while (true) {
            byte[] name = bytes[slot];
            if (name == null) {
                return UNKNOWN;
            }
            if (firsts[slot] == first
                    && lasts[slot] == last
                    && lengths[slot] == length
                    && (length <= 2 * Long.BYTES || Arrays.equals(name, 0, length, document, from, to))) {
                return indexes[slot];
            }
            slot = (slot + 1) & mask;
        }
    }

    private int slot(long first, long last, int length) {
        long mixed = (first + length) * 0x9E3779B97F4A7C15L ^ last * 0xC2B2AE3D27D4EB4FL;
        return (int) (mixed >>> 40) & mask;
    }

    /** The first eight bytes of a name, or as many as it has. */
    private static long first(byte[] document, int from, int length) {
        if (from <= document.length - Long.BYTES) {
            long word = (long) LONGS.get(document, from);
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
        return length > Long.BYTES ? (long) LONGS.get(document, from + length - Long.BYTES) : 0;
    }
}
