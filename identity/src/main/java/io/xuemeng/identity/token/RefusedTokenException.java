package io.xuemeng.identity.token;

import io.xuemeng.core.requirement.Finding;
import java.util.List;
import java.util.Locale;

/** A token was refused. Its message may be shown to anybody; its findings are for the log. */
public final class RefusedTokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    RefusedTokenException(List<Finding> findings) {
        // Without a stack: it says nothing about a token, and hostile tokens come in floods.
        super(TokenRequirement.MESSAGES.text("refused", Locale.ENGLISH), null, false, false);
        this.findings = List.copyOf(findings);
    }

    /** What is wrong with it, never empty. */
    public List<Finding> findings() {
        return findings;
    }
}
