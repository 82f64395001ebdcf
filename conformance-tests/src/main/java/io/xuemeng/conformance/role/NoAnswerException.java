package io.xuemeng.conformance.role;

import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.conformance.text.Texts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The platform gave no answer, or none that can be understood: it was not reached, took too long, crashed, or said something
 * else than the contract allows. What it would have answered is not known, so the verdict is {@code cannot-tell}.
 */
public final class NoAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Bilingual reason;

    /** With the reason, in both languages. */
    public NoAnswerException(Bilingual reason) {
        this(reason, null);
    }

    /** With the reason, and what caused it. */
    public NoAnswerException(Bilingual reason, @Nullable Throwable cause) {
        super(reason.en(), cause);
        this.reason = reason;
    }

    /**
     * With one of the kit's own texts.
     *
     * @param key the key of the text
     * @param values what fills its places
     */
    public static NoAnswerException of(String key, @Nullable Object... values) {
        return new NoAnswerException(Texts.of(key, values));
    }

    /** The reason. */
    public Bilingual reason() {
        return reason;
    }

    /** The reason in Chinese or English. */
    public String message(Locale locale) {
        return reason.in(locale);
    }
}
