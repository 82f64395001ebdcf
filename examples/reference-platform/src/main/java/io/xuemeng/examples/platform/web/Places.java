package io.xuemeng.examples.platform.web;

import java.util.HashMap;
import java.util.Map;

/**
 * How many threads may be at something that takes long: so many in all, and of these so many for the same reason, so that one host that
 * hangs, or one sender, does not fill all places. Nobody waits for a place. Thread-safe.
 */
public final class Places {

    private final int all;
    private final int forOne;
    private final Map<String, Integer> taken = new HashMap<>();
    private int takenInAll;

    /**
     * Places that are free.
     *
     * @param all how many there are
     * @param forOne how many of them the same reason may take
     */
    public Places(int all, int forOne) {
        this.all = all;
        this.forOne = forOne;
    }

    /** Takes a place, which has to be left again by the same reason; false when there is none for it. */
    public synchronized boolean take(String reason) {
        int before = taken.getOrDefault(reason, 0);
        if (takenInAll >= all || before >= forOne) {
            return false;
        }
        taken.put(reason, before + 1);
        takenInAll++;
        return true;
    }

    /** Leaves a place that was taken. */
    public synchronized void leave(String reason) {
        taken.computeIfPresent(reason, (one, count) -> count == 1 ? null : count - 1);
        takenInAll--;
    }
}
