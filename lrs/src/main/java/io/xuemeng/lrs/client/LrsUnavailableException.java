package io.xuemeng.lrs.client;

import org.jspecify.annotations.Nullable;

/**
 * A store could not be reached, or was busy or failing, as often as it was tried. The same call can be made again later: what was
 * stored already is recognised by its id.
 */
public final class LrsUnavailableException extends LrsException {

    private static final long serialVersionUID = 1;

    LrsUnavailableException(String key, String request, int status, String serverText, @Nullable Throwable cause) {
        super(key, request, status, serverText, cause);
    }
}
