package io.xuemeng.conformance.producer;

import io.xuemeng.core.requirement.CodedRequirement;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.MessageBundle;
import io.xuemeng.core.requirement.Rule;
import io.xuemeng.core.requirement.Severity;

/** What a producer must do beside making packages in which nothing is wrong. */
enum ProducerRequirement implements CodedRequirement {
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

    private static final MessageBundle MESSAGES =
            MessageBundle.load("messages", name -> ProducerRequirement.class.getResourceAsStream(name));

    private final Rule rule;

    ProducerRequirement(String id) {
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
