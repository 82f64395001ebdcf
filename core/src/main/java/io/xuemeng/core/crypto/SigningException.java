package io.xuemeng.core.crypto;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A signature could not be made: the device or the service that holds the key did not answer, or refused. The message says
 * what was tried and what to do.
 */
public class SigningException extends IOException {

    private static final long serialVersionUID = 1L;

    /** An exception with what was tried and what to do. */
    public SigningException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
