package io.xuemeng.conformance.audit;

import io.xuemeng.core.requirement.CodedRequirement;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.MessageBundle;
import io.xuemeng.core.requirement.Rule;
import io.xuemeng.core.requirement.Severity;

/**
 * A requirement that the kit itself adds to those of the SDK: a constant of an enum, whose texts stand in {@code messages.properties} and
 * {@code messages_zh_CN.properties} beside it.
 */
public interface KitRequirement extends CodedRequirement {

    /** What is fixed of a requirement of this level: whoever breaks a MUST has made an error, and else is warned. */
    static Rule rule(String id, Level level, String source) {
        return new Rule(id, level, level == Level.MUST ? Severity.ERROR : Severity.WARNING, source);
    }

    /** What is fixed of a requirement that must be met. */
    static Rule must(String id, String source) {
        return rule(id, Level.MUST, source);
    }

    @Override
    default MessageBundle texts() {
        return KitMessages.beside(getClass());
    }
}
