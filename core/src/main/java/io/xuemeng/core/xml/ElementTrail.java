package io.xuemeng.core.xml;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The names of the open elements and each one's position among its siblings of the same name, so that a finding can say
 * {@code /lom/general/title/string[2]}. Kept for every element of every document: arrays only, reused from sibling to
 * sibling, and no text before somebody asks. Not thread-safe.
 */
final class ElementTrail {

    /** How many different child names of one element are counted; beyond, a position among all children is shown. */
    private static final int MAX_NAMES = 32;

    /** What is known about the children of one open element. */
    private static final class Children {
        private String[] names = new String[4];
        private int[] counts = new int[4];
        private int distinct;
        private int last;
        private int total;

        /** The position of a new child among those of its name, or the negative position among all. */
        int add(String name) {
            total++;
            if (distinct > 0 && names[last].equals(name)) {
                return ++counts[last];
            }
            for (int i = 0; i < distinct; i++) {
                if (names[i].equals(name)) {
                    last = i;
                    return ++counts[i];
                }
            }
            if (distinct == MAX_NAMES) {
                return -total;
            }
            if (distinct == names.length) {
                names = Arrays.copyOf(names, distinct * 2);
                counts = Arrays.copyOf(counts, distinct * 2);
            }
            names[distinct] = name;
            counts[distinct] = 1;
            last = distinct++;
            return 1;
        }

        void clear() {
            distinct = 0;
            total = 0;
        }
    }

    private String[] names = new String[16];
    private int[] positions = new int[16];
    private @Nullable Children[] children = new @Nullable Children[16];
    private int depth;

    /** Enters an element. */
    void enter(String name) {
        if (depth == names.length) {
            names = Arrays.copyOf(names, depth * 2);
            positions = Arrays.copyOf(positions, depth * 2);
            children = Arrays.copyOf(children, depth * 2);
        }
        names[depth] = name;
        positions[depth] = depth == 0 ? 1 : childrenOf(depth - 1).add(name);
        Children own = children[depth];
        if (own != null) {
            own.clear();
        }
        depth++;
    }

    private Children childrenOf(int level) {
        Children found = children[level];
        if (found == null) {
            found = new Children();
            children[level] = found;
        }
        return found;
    }

    /** Leaves the innermost element. */
    void leave() {
        depth--;
    }

    /** The number of open elements. */
    int depth() {
        return depth;
    }

    /** The path of the innermost open element; empty outside the root. */
    String path() {
        StringBuilder path = new StringBuilder(depth * 12);
        for (int i = 0; i < depth; i++) {
            int position = positions[i];
            if (position < 0) {
                path.append("/*[").append(-position).append(']');
            } else {
                path.append('/').append(names[i]);
                if (position > 1) {
                    path.append('[').append(position).append(']');
                }
            }
        }
        return path.toString();
    }
}
