package io.xuemeng.core.crypto.timestamp;

import io.xuemeng.core.requirement.CodedRequirement;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.MessageBundle;
import io.xuemeng.core.requirement.Rule;
import io.xuemeng.core.requirement.Severity;

/**
 * What a timestamp must be. A fault of a timestamp makes the timestamp invalid; the signature that it is on loses the proof of its
 * moment, and is indeterminate (ETSI EN 319 102-1, 5.4).
 */
public enum TimestampRequirement implements CodedRequirement {
    /** It is a timestamp token. */
    READABLE("SIG-201", Severity.ERROR, "RFC 3161, 2.4.2"),
    /** It is over this signature. */
    IMPRINT("SIG-202", Severity.ERROR, "RFC 3161, 2.4.2; ETSI EN 319 122-1, 5.3"),
    /** The authority's own signature verifies. */
    SIGNATURE("SIG-203", Severity.ERROR, "RFC 5652, 5.6"),
    /** The authority's certificate stands in it and is identified. */
    SIGNING_CERTIFICATE("SIG-204", Severity.ERROR, "RFC 3161, 2.4.2; RFC 5816, 2.2.1"),
    /** Its digests and its signature are of algorithms that are accepted. */
    ALGORITHM("SIG-205", Severity.WARNING, "ETSI TS 119 312"),
    /** A path leads from the authority's certificate to an anchor for timestamps. */
    TRUSTED("SIG-206", Severity.WARNING, "ETSI EN 319 102-1, 5.4"),
    /** Its moment is not later than now. */
    NOT_IN_FUTURE("SIG-207", Severity.WARNING, "RFC 3161, 2.4.2");

    private static final MessageBundle MESSAGES =
            MessageBundle.load("messages", TimestampRequirement.class::getResourceAsStream);

    private final Rule rule;

    TimestampRequirement(String id, Severity severity, String source) {
        this.rule = new Rule(id, Level.MUST, severity, source);
    }

    @Override
    public Rule rule() {
        return rule;
    }

    @Override
    public MessageBundle texts() {
        return MESSAGES;
    }
}
