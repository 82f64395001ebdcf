package io.xuemeng.conformance.producer;

import io.xuemeng.conformance.audit.KitRequirement;
import io.xuemeng.core.requirement.Rule;

/** What a producer must do beside making packages in which nothing is wrong. */
enum ProducerRequirement implements KitRequirement {
    /** Every file of the content is in the package, under its path, byte for byte. */
    CONTENT_COMPLETE("PROD-001"),
    /** Nothing is in the package that was not ordered. */
    NOTHING_ELSE("PROD-002"),
    /** The metadata says what was ordered. */
    METADATA_KEPT("PROD-003"),
    /** The tables of contents are those that were ordered. */
    CONTENTS_KEPT("PROD-004"),
    /** An order that can be fulfilled is not refused, and one that is refused leaves no package. */
    REFUSAL("PROD-005"),
    /** A link is not followed out of the content. */
    LINK_NOT_FOLLOWED("PROD-006"),
    /** A package that is to be signed is signed with the key and in the role that were ordered. */
    SIGNED("PROD-007");

    private final Rule rule;

    ProducerRequirement(String id) {
        this.rule = KitRequirement.must(id, PROFILE_DECISION);
    }

    @Override
    public Rule rule() {
        return rule;
    }
}
