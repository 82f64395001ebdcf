package io.xuemeng.conformance.validator;

import io.xuemeng.core.requirement.CodedRequirement;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.MessageBundle;
import io.xuemeng.core.requirement.Rule;
import io.xuemeng.core.requirement.Severity;

/** How a validator must behave, whatever the package. */
enum ValidatorRequirement implements CodedRequirement {
    /** The same package is judged alike, whatever was judged before. */
    SAME_JUDGEMENT("VAL-001"),
    /** Judging a package does not change it. */
    PACKAGE_UNCHANGED("VAL-002"),
    /** A package that inflates far beyond its size is refused, without any limit being asked for. */
    BOMB_REFUSED("VAL-003"),
    /** Whoever is refused is told why. */
    REFUSAL_HAS_REASON("VAL-004"),
    /** The name of a package's file may be Chinese and have spaces. */
    ANY_FILE_NAME("VAL-005"),
    /** No address that a package names is followed. */
    NO_ADDRESS_FOLLOWED("VAL-006");

    private static final MessageBundle MESSAGES =
            MessageBundle.load("messages", name -> ValidatorRequirement.class.getResourceAsStream(name));

    private final Rule rule;

    ValidatorRequirement(String id) {
        this.rule = new Rule(id, Level.MUST, Severity.ERROR, PROFILE_DECISION);
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
