package io.xuemeng.examples.platform;

import io.xuemeng.core.requirement.SafeText;
import org.jspecify.annotations.Nullable;

/** Why something failed, for an operator's eyes. */
final class Causes {

    private static final int SHOWN = 500;

    private Causes() {}

    /** The innermost cause. */
    static String of(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        @Nullable String message = cause.getMessage();
        return SafeText.visible(message == null ? cause.getClass().getSimpleName() : message, SHOWN);
    }
}
