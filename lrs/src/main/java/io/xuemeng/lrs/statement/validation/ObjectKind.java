package io.xuemeng.lrs.statement.validation;

import org.jspecify.annotations.Nullable;

/** What a statement's object is. */
public enum ObjectKind {
    /** An activity. */
    ACTIVITY("Activity"),
    /** An agent. */
    AGENT("Agent"),
    /** A group. */
    GROUP("Group"),
    /** Another statement, by its id. */
    STATEMENT_REF("StatementRef"),
    /** A statement within the statement. */
    SUB_STATEMENT("SubStatement");

    private static final ObjectKind[] KINDS = values();

    private final String text;

    ObjectKind(String text) {
        this.text = text;
    }

    /** The {@code objectType} in JSON. */
    public String objectType() {
        return text;
    }

    /** The kind of a text, letter case included, or null. */
    static @Nullable ObjectKind of(CharSequence text) {
        for (ObjectKind kind : KINDS) {
            if (kind.text.contentEquals(text)) {
                return kind;
            }
        }
        return null;
    }
}
