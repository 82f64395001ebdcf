package io.xuemeng.conformance.validator;

import io.xuemeng.conformance.audit.KitRequirement;
import io.xuemeng.core.requirement.Rule;

/** How a validator must behave, whatever the package. */
enum ValidatorRequirement implements KitRequirement {
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

    private final Rule rule;

    ValidatorRequirement(String id) {
        this.rule = KitRequirement.must(id, PROFILE_DECISION);
    }

    @Override
    public Rule rule() {
        return rule;
    }
}
