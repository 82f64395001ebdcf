package io.xuemeng.resource.profile;

/** Whether an element must be there. It speaks of the element's parent: where that is absent, nothing below it is asked for. */
public enum Obligation {
    /** Mandatory (必备). */
    MANDATORY("M"),
    /** Optional (可选). */
    OPTIONAL("O"),
    /** Mandatory where its condition holds (条件必备). */
    CONDITIONAL("C");

    private final String code;

    Obligation(String code) {
        this.code = code;
    }

    /** {@code M}, {@code O} or {@code C}, as standards and profile files write it. */
    public String code() {
        return code;
    }
}
