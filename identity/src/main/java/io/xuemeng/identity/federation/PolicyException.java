package io.xuemeng.identity.federation;

import io.xuemeng.core.requirement.Finding;

/** A policy error: the chain is not valid. */
final class PolicyException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Finding.Builder finding;

    PolicyException(Finding.Builder finding) {
        super(null, null, false, false);
        this.finding = finding;
    }

    Finding.Builder finding() {
        return finding;
    }
}
