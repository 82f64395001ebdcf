package io.xuemeng.lrs.statement;

import java.util.Locale;

/** The lists of components that an interaction may have. */
public enum ComponentList {
    /** The options of a choice or the items of a sequence. */
    CHOICES,
    /** The points of a scale. */
    SCALE,
    /** What is matched. */
    SOURCE,
    /** What it is matched to. */
    TARGET,
    /** The steps of a performance. */
    STEPS;

    private final String property = name().toLowerCase(Locale.ROOT);

    /** The property in JSON. */
    public String property() {
        return property;
    }
}
