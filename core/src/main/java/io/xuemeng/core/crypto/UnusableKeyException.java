package io.xuemeng.core.crypto;

import java.security.GeneralSecurityException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A key cannot be used. Its own message is in English and never holds anything of the key. */
public final class UnusableKeyException extends GeneralSecurityException {

    private static final long serialVersionUID = 1L;

    private final KeyFault fault;

    /** An exception for a reason. */
    public UnusableKeyException(KeyFault fault) {
        this(fault, null);
    }

    /** An exception for a reason, with what led to it. */
    public UnusableKeyException(KeyFault fault, @Nullable Throwable cause) {
        super(fault.message(Locale.ENGLISH), cause);
        this.fault = fault;
    }

    /** Why. */
    public KeyFault fault() {
        return fault;
    }

    /** What is wrong and how to mend it, in the reader's language. */
    public String message(Locale locale) {
        return fault.message(locale);
    }
}
