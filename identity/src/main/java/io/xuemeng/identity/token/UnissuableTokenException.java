package io.xuemeng.identity.token;

import io.xuemeng.core.requirement.Finding;
import java.util.List;
import java.util.Locale;

/** A token would break a requirement, such as that against personal data, and was not issued. */
public final class UnissuableTokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    UnissuableTokenException(List<Finding> findings) {
        super("the token was not issued: " + findings.get(0).message(Locale.ENGLISH));
        this.findings = List.copyOf(findings);
    }

    /** What is wrong with it, never empty. */
    public List<Finding> findings() {
        return findings;
    }
}
