package io.xuemeng.lrs.client;

import org.jspecify.annotations.Nullable;

/**
 * A store answered something that xAPI does not allow, or more than this client takes. It is a fault of the server, or the address
 * is not that of an LRS.
 */
public final class LrsAnswerException extends LrsException {

    private static final long serialVersionUID = 1;

    LrsAnswerException(String request, int status, String problem) {
        this(request, status, problem, null);
    }

    LrsAnswerException(String request, int status, String problem, @Nullable Throwable cause) {
        super("answer", request, status, problem, cause);
    }
}
