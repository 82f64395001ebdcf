package io.xuemeng.core.json;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names that the open objects have had so far, to notice one that comes twice. Kept for every member of every document:
 * one array for all levels, a filter of 64 bits per object that lets most names pass without a comparison, and a set only
 * for an object with very many members. Not thread-safe.
 */
final class MemberNames {

    /** From how many members on an object gets a set, so that a hostile one does not cost the square of its size. */
    private static final int SET_FROM = 48;

    private String[] names = new String[8];
    private int count;
    private int[] starts = new int[8];
    private long[] filters = new long[8];
    /** Which members of its set an object has had. */
    private long[] known = new long[8];

    private @Nullable Map<Integer, Set<String>> sets;
    private int level = -1;

    /** Begins with another document. */
    void restart() {
        level = -1;
        count = 0;
        sets = null;
    }

    void enter() {
        level++;
        if (level == starts.length) {
            starts = Arrays.copyOf(starts, level * 2);
            filters = Arrays.copyOf(filters, level * 2);
            known = Arrays.copyOf(known, level * 2);
        }
        starts[level] = count;
        filters[level] = 0;
        known[level] = 0;
    }

    void leave() {
        count = starts[level];
        if (sets != null) {
            sets.remove(level);
        }
        level--;
    }

    /** Adds a name of the innermost object's set, by its index; false when the object has it already. */
    boolean add(int index) {
        long bit = 1L << index;
        boolean isNew = (known[level] & bit) == 0;
        known[level] |= bit;
        return isNew;
    }

    /** Adds a name to the innermost object; false when it has it already. */
    boolean add(String name) {
        int hash = name.hashCode();
        long bit = 1L << (hash ^ (hash >>> 6) ^ (hash >>> 12));
        int start = starts[level];
        if ((filters[level] & bit) != 0 && contains(name, start)) {
            return false;
        }
        filters[level] |= bit;
        if (count == names.length) {
            names = Arrays.copyOf(names, count * 2);
        }
        names[count++] = name;
        if (count - start >= SET_FROM) {
            addToSet(name, start);
        }
        return true;
    }

    private boolean contains(String name, int start) {
        if (count - start >= SET_FROM && sets != null) {
            Set<String> set = sets.get(level);
            return set != null && set.contains(name);
        }
        for (int i = start; i < count; i++) {
            if (names[i].equals(name)) {
                return true;
            }
        }
        return false;
    }

    private void addToSet(String name, int start) {
        if (sets == null) {
            sets = new HashMap<>();
        }
        Set<String> set = sets.get(level);
        if (set == null) {
            sets.put(level, new HashSet<>(Arrays.asList(names).subList(start, count)));
        } else {
            set.add(name);
        }
    }
}
