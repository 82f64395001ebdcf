package io.xuemeng.lrs.statement.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The ids that the components of a list have had so far. Few are compared one by one. Not thread-safe. */
final class ComponentIds {

    private static final int FEW = 16;

    private final List<String> few = new ArrayList<>(FEW);
    private Set<String> many = Set.of();

    /** Begins with another list. */
    void restart() {
        few.clear();
        many = Set.of();
    }

    /** Adds an id; false when the list has it already. */
    boolean add(String id) {
        if (few.size() < FEW) {
            if (few.contains(id)) {
                return false;
            }
            few.add(id);
            return true;
        }
        if (many.isEmpty()) {
            many = new HashSet<>(few);
        }
        return many.add(id);
    }
}
