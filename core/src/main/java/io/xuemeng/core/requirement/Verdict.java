package io.xuemeng.core.requirement;

/** What a report says of its input as a whole. */
public enum Verdict {
    /** No FATAL and no ERROR; warnings are allowed. */
    ACCEPTED,
    /** At least one ERROR, and no FATAL. */
    REJECTED,
    /** At least one FATAL: the input could not be read to its end. */
    UNREADABLE;

    /** The verdict that follows from findings. No findings give {@link #ACCEPTED}. */
    public static Verdict of(Iterable<Finding> findings) {
        Verdict verdict = ACCEPTED;
        for (Finding finding : findings) {
            if (finding.severity() == Severity.FATAL) {
                return UNREADABLE;
            }
            if (finding.severity() == Severity.ERROR) {
                verdict = REJECTED;
            }
        }
        return verdict;
    }
}
