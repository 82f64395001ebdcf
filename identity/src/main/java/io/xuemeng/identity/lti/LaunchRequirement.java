package io.xuemeng.identity.lti;

import io.xuemeng.core.requirement.CodedRequirement;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.MessageBundle;
import io.xuemeng.core.requirement.Rule;
import io.xuemeng.core.requirement.Severity;

/** What a launch must keep, beyond what an ID token must. */
public enum LaunchRequirement implements CodedRequirement {
    /** message_type. */
    MESSAGE_TYPE("TOK-120", "LTI 1.3, 5.3.1"),
    /** version is 1.3.0. */
    VERSION("TOK-121", "LTI 1.3, 5.3.2"),
    /** deployment_id is one that is known. */
    DEPLOYMENT("TOK-122", "LTI 1.3, 5.3.3"),
    /** target_link_uri is an address of the tool's. */
    TARGET_LINK("TOK-123", "LTI 1.3, 5.3.4"),
    /** resource_link has an id. */
    RESOURCE_LINK("TOK-124", "LTI 1.3, 5.3.5"),
    /** roles is there: a list of addresses. */
    ROLES("TOK-125", "LTI 1.3, 5.3.7"),
    /** deep_linking_settings has a return address. */
    DEEP_LINKING("TOK-126", "LTI Deep Linking 2.0, 4.4.1"),
    /** state is the one that was sent. */
    STATE("TOK-127", "1EdTech Security Framework 1.0, 5.1.1.3");

    private static final MessageBundle MESSAGES =
            MessageBundle.load("messages", name -> LaunchRequirement.class.getResourceAsStream(name));

    private final Rule rule;

    LaunchRequirement(String id, String source) {
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
