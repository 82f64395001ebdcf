package io.xuemeng.conformance.provider;

import io.xuemeng.conformance.audit.KitRequirement;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.Rule;

/** What a sender must do beside sending statements in which nothing is wrong. */
enum ProviderRequirement implements KitRequirement {
    /** Every record arrives with all its values. */
    COMPLETE("PROV-001", Level.MUST, PROFILE_DECISION),
    /** No record arrives twice under two ids. */
    ONCE("PROV-002", Level.MUST, PROFILE_DECISION),
    /** Each request says which version it speaks. */
    VERSION("PROV-003", Level.MUST, "xAPI 1.0.3, Communication 3.3; IEEE 9274.1.1-2023, 4.1.7"),
    /** Each request has the credentials that were given. */
    CREDENTIALS("PROV-004", Level.MUST, "xAPI 1.0.3, Communication 4.1; IEEE 9274.1.1-2023, 4.1.5; RFC 7617"),
    /** Each request says that it sends JSON. */
    CONTENT_TYPE("PROV-005", Level.MUST, "xAPI 1.0.3, Communication 1.5; IEEE 9274.1.1-2023, 4.1.3"),
    /** What a busy store did not take is sent again, or said to be missing. */
    BUSY("PROV-006", Level.MUST, PROFILE_DECISION),
    /** Whether the store has everything is told as it is. */
    TRUTHFUL("PROV-007", Level.MUST, PROFILE_DECISION),
    /** The sender chooses the ids. */
    IDS("PROV-008", Level.SHOULD, "xAPI 1.0.3, Data 2.4.1; IEEE 9274.1.1-2023, 4.2.2");

    private final Rule rule;

    ProviderRequirement(String id, Level level, String source) {
        this.rule = KitRequirement.rule(id, level, source);
    }

    @Override
    public Rule rule() {
        return rule;
    }
}
