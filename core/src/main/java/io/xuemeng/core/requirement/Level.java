package io.xuemeng.core.requirement;

/** How strongly a standard asks for something, in the words of RFC 2119. */
public enum Level {
    /** An input that breaks it does not conform. */
    MUST,
    /** An input that breaks it conforms, and its maker should have a reason. */
    SHOULD,
    /** A permission; a finding about it only informs. */
    MAY
}
