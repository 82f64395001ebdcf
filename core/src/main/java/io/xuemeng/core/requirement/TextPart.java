package io.xuemeng.core.requirement;

/** The three sentences that every requirement has in every language. */
public enum TextPart {
    /** What is wrong and what is allowed; may name arguments of the finding as <code>{name}</code>. */
    PROBLEM("problem"),
    /** Why it matters to the reader. */
    REASON("reason"),
    /** How to mend it; may name arguments of the finding as <code>{name}</code>. */
    REMEDY("remedy");

    private final String key;

    TextPart(String key) {
        this.key = key;
    }

    /** The last part of the key in a message file: {@code ZIP-007.problem}. */
    public String key() {
        return key;
    }
}
