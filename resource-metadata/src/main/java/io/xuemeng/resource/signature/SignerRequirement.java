package io.xuemeng.resource.signature;

import io.xuemeng.core.requirement.CodedRequirement;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.MessageBundle;
import io.xuemeng.core.requirement.Rule;
import io.xuemeng.core.requirement.Severity;

/**
 * Who must have signed a package. What is demanded is for a profile to say: it grades the requirement, and thereby demands it; where no
 * profile does, nothing is said of a signature that is not there.
 */
public enum SignerRequirement implements CodedRequirement {
    /** There is a valid signature of an author or a publisher, where a profile demands one. */
    SIGNED_BY_MAKER("SIG-301", Level.MAY, Severity.INFO),
    /** There is a valid signature of a reviewer, where a profile demands one. */
    REVIEWED("SIG-302", Level.MAY, Severity.INFO),
    /** Every signing has a valid timestamp, where a profile demands that. */
    TIMESTAMPED("SIG-303", Level.MAY, Severity.INFO),
    /** Every signing has a valid SM2 seal, where a profile demands that. */
    SEALED_WITH_SM2("SIG-304", Level.MAY, Severity.INFO),
    /** A signature claims one role, and a known one. */
    ROLE_KNOWN("SIG-305", Level.MUST, Severity.WARNING),
    /** Somebody is trusted, so that signers can be judged. */
    SIGNERS_JUDGED("SIG-306", Level.MAY, Severity.INFO);

    private final Rule rule;

    SignerRequirement(String id, Level level, Severity severity) {
        this.rule = new Rule(id, level, severity, PROFILE_DECISION);
    }

    @Override
    public Rule rule() {
        return rule;
    }

    @Override
    public MessageBundle texts() {
        return Texts.BUNDLE;
    }

    /** Loaded when the first text is asked for. */
    private static final class Texts {
        private static final MessageBundle BUNDLE =
                MessageBundle.load("messages", SignerRequirement.class::getResourceAsStream);
    }
}
