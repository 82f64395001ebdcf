package io.xuemeng.identity.keys;

import io.xuemeng.core.requirement.Finding;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An issuer's keys cannot be had now, and none that are fresh enough are known. Verifiers turn it into a refusal with these findings;
 * trying again later may help.
 */
public final class KeysUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    KeysUnavailableException(List<Finding> findings, @Nullable Throwable cause) {
        super(findings.get(0).problem(Locale.ENGLISH), cause);
        this.findings = List.copyOf(findings);
    }

    /** What is wrong, never empty. */
    public List<Finding> findings() {
        return findings;
    }
}
