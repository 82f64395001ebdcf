package io.xuemeng.core.requirement;

import java.util.Locale;

/** A requirement of the tests. */
record SimpleRequirement(String id, Severity severity, boolean grouped) implements Requirement {

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String source() {
        return PROFILE_DECISION;
    }

    @Override
    public String text(TextPart part, Locale locale) {
        boolean chinese = locale.getLanguage().equals("zh");
        return switch (part) {
            case PROBLEM -> chinese ? "{name} 有 {count} 个，应为 {allowed}。" : "{name} has {count}, not {allowed}.";
            case REASON -> chinese ? "原因。" : "Reason.";
            case REMEDY -> chinese ? "请修改 {name}。" : "Mend {name}.";
        };
    }
}
