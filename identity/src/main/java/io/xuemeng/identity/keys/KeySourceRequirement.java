package io.xuemeng.identity.keys;

import io.xuemeng.core.requirement.CodedRequirement;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.MessageBundle;
import io.xuemeng.core.requirement.Rule;
import io.xuemeng.core.requirement.Severity;

/** What the place where an issuer publishes its keys must keep. What single keys must keep is said in {@code core.jose}. */
public enum KeySourceRequirement implements CodedRequirement {
    /** The address answers. */
    ANSWERS("KEY-101", PROFILE_DECISION),
    /** The answer has the status 200. */
    ANSWERS_OK("KEY-102", "OpenID Connect Discovery 1.0, 4.2"),
    /** The address may be fetched. */
    MAY_BE_FETCHED("KEY-103", PROFILE_DECISION),
    /** The set has a key that can be used. */
    HAS_A_KEY("KEY-104", "RFC 7517, 5"),
    /** The keys that are known are not too old. */
    FRESH("KEY-105", PROFILE_DECISION),
    /** The discovery document is one, and names the issuer it was asked of. */
    DISCOVERED_ISSUER("KEY-106", "OpenID Connect Discovery 1.0, 4.3"),
    /** The discovery document says where the keys are. */
    DISCOVERED_KEYS("KEY-107", "OpenID Connect Discovery 1.0, 3");

    private static final MessageBundle MESSAGES =
            MessageBundle.load("messages", name -> KeySourceRequirement.class.getResourceAsStream(name));

    private final Rule rule;

    KeySourceRequirement(String id, String source) {
        this.rule = new Rule(id, Level.MUST, Severity.ERROR, source);
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
