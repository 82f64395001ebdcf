package io.xuemeng.conformance.result;

/** What is concluded for a role, or for all declared roles together. */
public enum Conclusion {
    /** All that the catalogue has for what was declared was executed, and nothing failed. */
    CONFORMANT("conformant", 0),
    /** At least one requirement is broken. */
    NOT_CONFORMANT("not-conformant", 1),
    /** Nothing failed, but not everything could be told, or not everything was executed. */
    NO_VERDICT("no-verdict", 2);

    private final String label;
    private final int exitCode;

    Conclusion(String label, int exitCode) {
        this.label = label;
        this.exitCode = exitCode;
    }

    /** The word in reports. */
    public String label() {
        return label;
    }

    /** What the process ends with. */
    public int exitCode() {
        return exitCode;
    }
}
