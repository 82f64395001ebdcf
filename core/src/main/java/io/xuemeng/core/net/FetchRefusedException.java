package io.xuemeng.core.net;

import java.io.IOException;

/** A policy forbids an address. The message names the rule and never the address it resolved to, which is nobody's business. */
public final class FetchRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    FetchRefusedException(String message) {
        super(message);
    }
}
