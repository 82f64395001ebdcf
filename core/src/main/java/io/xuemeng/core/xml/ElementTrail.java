package io.xuemeng.core.xml;

import java.util.Arrays;

/**
 * The names of the open elements and each one's position among its siblings of the same name, so that a finding can say
 * {@code /lom/general/title/string[2]}. Kept for every element of every document, so it is a stack in flat arrays: for each
 * open element the different names its children have had, and how often. Whatever belongs to an element lies above what
 * belongs to its parent, and goes when the element ends. Not thread-safe.
 */
final class ElementTrail {

    /** How many different child names of one element are counted; further ones share the last place
     * and have no number. */
    private static final int MAX_NAMES = 32;

    private String[] names = new String[24];
    private int[] counts = new int[24];
    private int top;

    /** Of each open element: its own name's index, and where the names of its children start. */
    private int[] own = new int[12];

    private int[] children = new int[12];
    private int depth;

    /** Enters an element. */
    void enter(String name) {
        if (depth == own.length) {
            own = Arrays.copyOf(own, depth * 2);
            children = Arrays.copyOf(children, depth * 2);
        }
        own[depth] = count(name, depth == 0 ? 0 : children[depth - 1]);
        children[depth] = top;
        depth++;
    }

    /** Counts a name among the siblings that start at an index; the index of the name. */
    private int count(String name, int first) {
        // The last name first: most elements follow one of their own name.
        for (int i = top - 1; i >= first; i--) {
            if (names[i].equals(name)) {
                counts[i]++;
                return i;
            }
        }
        if (top - first == MAX_NAMES) {
            names[top - 1] = name;
            counts[top - 1] = Integer.MIN_VALUE;
            return top - 1;
        }
        if (top == names.length) {
            names = Arrays.copyOf(names, top * 2);
            counts = Arrays.copyOf(counts, top * 2);
        }
        names[top] = name;
        counts[top] = 1;
        return top++;
    }

    /** Leaves the innermost element. */
    void leave() {
        depth--;
        top = children[depth];
    }

    /** The number of open elements. */
    int depth() {
        return depth;
    }

    /** The path of the innermost open element; empty outside the root. */
    String path() {
        StringBuilder path = new StringBuilder(depth * 12);
        for (int i = 0; i < depth; i++) {
            path.append('/').append(names[own[i]]);
            if (counts[own[i]] > 1) {
                path.append('[').append(counts[own[i]]).append(']');
            }
        }
        return path.toString();
    }
}
