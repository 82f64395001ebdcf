package io.xuemeng.core.asic;

import io.xuemeng.core.requirement.Finding;
import java.io.IOException;
import java.util.List;

/** A file cannot be signed: it is no zip archive, or has faults that would make the signature mean different things to readers. */
public final class UnsignableContainerException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    UnsignableContainerException(String message, List<Finding> findings) {
        super(message);
        this.findings = List.copyOf(findings);
    }

    /** What is wrong with the archive; empty when the message says it all. */
    public List<Finding> findings() {
        return findings == null ? List.of() : findings;
    }
}
