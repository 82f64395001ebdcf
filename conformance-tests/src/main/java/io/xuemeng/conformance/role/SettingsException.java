package io.xuemeng.conformance.role;

import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.conformance.text.Texts;
import org.jspecify.annotations.Nullable;

/** The target file says something that the kit does not understand; the message says where, and what is allowed. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Bilingual problem;

    /** With the problem, in both languages. */
    public SettingsException(Bilingual problem) {
        super(problem.en());
        this.problem = problem;
    }

    /** With one of the kit's own texts. */
    public static SettingsException of(String key, @Nullable Object... values) {
        return new SettingsException(Texts.of(key, values));
    }

    /** The problem. */
    public Bilingual problem() {
        return problem;
    }
}
