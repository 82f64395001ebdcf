package io.xuemeng.core.json;

import java.util.Arrays;

/**
 * The objects and arrays of a document that are open where a tokenizer stands, from the outermost, each with the name of its
 * current member or the index of its current element. It is what a tokenizer extends and not what it holds, because every token
 * touches it. Not thread-safe.
 */
abstract sealed class OpenLevels permits Tokenizer {

    private static final NameTable NAMES = new NameTable();

    byte[] bytes;
    int depth;

    /** For each level where the name of its current member stands, from quote to quote; its end is 0 when there is none. */
    int[] nameStarts = new int[8];

    int[] nameEnds = new int[8];

    /** For each level the index of its current element, from −1; of no meaning in an object. */
    int[] indexes = new int[8];

    /** Which levels are objects. */
    boolean[] objects = new boolean[8];

    OpenLevels(byte[] bytes) {
        this.bytes = bytes;
    }

    final void reset(byte[] document) {
        bytes = document;
        depth = 0;
    }

    final void push(boolean object) {
        if (depth == objects.length) {
            grow();
        }
        nameEnds[depth] = 0;
        indexes[depth] = -1;
        objects[depth++] = object;
    }

    private void grow() {
        int length = depth * 2;
        nameStarts = Arrays.copyOf(nameStarts, length);
        nameEnds = Arrays.copyOf(nameEnds, length);
        indexes = Arrays.copyOf(indexes, length);
        objects = Arrays.copyOf(objects, length);
    }

    /** How many objects and arrays are open. */
    final int depth() {
        return depth;
    }

    /** The name of a level's current member, which must have one. */
    final String nameAt(int level) {
        int from = nameStarts[level] + 1;
        int last = nameEnds[level] - 1;
        return StringText.hasBackslash(bytes, from, last)
                ? StringText.of(bytes, from, last)
                : NAMES.name(bytes, from, last);
    }

    /** The name of a level, or its first characters: a name may be long, and a pointer wanted often. */
    private String nameAt(int level, int atLeast) {
        int from = nameStarts[level] + 1;
        int last = nameEnds[level] - 1;
        return last - from <= atLeast
                ? nameAt(level)
                : StringText.of(bytes, from, StringText.endOfPart(bytes, from, last, atLeast));
    }

    /** Appends the current token's JSON Pointer, and stops soon after a length. */
    final void appendPointer(StringBuilder pointer, int max) {
        for (int level = 0; level < depth && pointer.length() <= max; level++) {
            if (objects[level] && nameEnds[level] > 0) {
                pointer.append('/');
                Pointers.appendEscaped(pointer, nameAt(level, max), max);
            } else if (!objects[level] && indexes[level] >= 0) {
                pointer.append('/').append(indexes[level]);
            }
        }
    }
}
