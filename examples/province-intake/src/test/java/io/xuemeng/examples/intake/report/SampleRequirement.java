package io.xuemeng.examples.intake.report;

import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.core.requirement.Severity;
import io.xuemeng.core.requirement.TextPart;
import java.util.Locale;

/** A requirement whose sentences show what a finding's argument looks like in a report. */
record SampleRequirement(String id, Severity severity) implements Requirement {

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
            case PROBLEM -> chinese ? "发现了“{found}”。" : "Found “{found}”.";
            case REASON -> chinese ? "这很重要。" : "It matters.";
            case REMEDY -> chinese ? "请修改。" : "Mend it.";
        };
    }
}
