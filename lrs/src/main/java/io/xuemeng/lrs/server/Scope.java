package io.xuemeng.lrs.server;

import java.util.Optional;

/** What a caller may do (Communication 4.2). */
public enum Scope {
    /** Store statements. */
    STATEMENTS_WRITE("statements/write"),
    /** Read statements that have the authority the caller's own would have. */
    STATEMENTS_READ_MINE("statements/read/mine"),
    /** Read all statements. */
    STATEMENTS_READ("statements/read"),
    /** Read and write states. */
    STATE("state"),
    /** Have the LRS learn from statements what activities are. */
    DEFINE("define"),
    /** Read and write profiles. */
    PROFILE("profile"),
    /** Read everything. */
    ALL_READ("all/read"),
    /** Everything. */
    ALL("all");

    private final String text;

    Scope(String text) {
        this.text = text;
    }

    /** Its name in the standard, {@code statements/read/mine} say. */
    public String text() {
        return text;
    }

    /** The scope of a name; empty when there is none. */
    public static Optional<Scope> of(String text) {
        for (Scope scope : values()) {
            if (scope.text.equals(text)) {
                return Optional.of(scope);
            }
        }
        return Optional.empty();
    }
}
