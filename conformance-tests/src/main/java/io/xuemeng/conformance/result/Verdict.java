package io.xuemeng.conformance.result;

/** What a test says of a platform, the worst first. */
public enum Verdict {
    /** The platform does what it must not, or does not what it must. */
    FAILED("failed"),
    /** Nothing can be told: the platform gave no answer, or the test could not be set up. */
    CANNOT_TELL("cannot-tell"),
    /** The platform does not what it should. */
    WARNED("warned"),
    /** The platform does as it must. */
    PASSED("passed"),
    /** The test is about a feature that the platform does not declare. */
    INAPPLICABLE("inapplicable");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    /** The word in reports. */
    public String label() {
        return label;
    }

    /** The worse of the two. */
    public Verdict worse(Verdict other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
