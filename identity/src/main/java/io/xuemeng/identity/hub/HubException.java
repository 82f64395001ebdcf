package io.xuemeng.identity.hub;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The hub could not be asked, or its answer could not be understood; {@link HubRefusedException} when it refused. */
public class HubException extends IOException {

    private static final long serialVersionUID = 1L;

    HubException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
