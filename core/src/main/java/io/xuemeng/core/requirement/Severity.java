package io.xuemeng.core.requirement;

/** What a finding means for the input it was found in. Declared from worst to mildest, so {@code compareTo} sorts so. */
public enum Severity {
    /** The input cannot be read on from here; its verdict is {@link Verdict#UNREADABLE}. */
    FATAL,
    /** Content is lost, ambiguous or not as the standard demands; the verdict is at best {@link Verdict#REJECTED}. */
    ERROR,
    /** Should be mended, but nothing is lost; does not change the verdict. */
    WARNING,
    /** Worth knowing; does not change the verdict. */
    INFO;

    /** Whether this is worse than {@code other}. */
    public boolean isWorseThan(Severity other) {
        return compareTo(other) < 0;
    }
}
